import { tsImport } from 'tsx/esm/api';

import { percentile, spread } from './measure/statistics.mjs';
import { startProduct } from './measure/product.mjs';

/**
 * From going to a board's address to its first view, with nothing kept: the built server at 20:05 of the recorded day,
 * a real Chromium, a new context for each time. The page itself tells when its number, its map and its lamps are there
 * (a MutationObserver and the frame after it), by the clock that begins with the navigation (`performance.now`).
 * There is no peer: the goal of the work is a second and a half.
 */

/** @param {import('./bench.mjs').Settings} settings */
export async function firstView({ quick, rounds, say }) {
  const times = quick ? 3 : 10;
  const { browserLaunch } = await tsImport('../e2e/chromium.ts', import.meta.url);
  const { chromium } = await import('@playwright/test');
  const product = await startProduct(['--at', '20:05']);
  const browser = await chromium.launch(await browserLaunch());
  /** @type {{number: number[], map: number[]}[]} */
  const taken = [];
  try {
    for (let round = 0; round < rounds; round += 1) {
      /** @type {{number: number[], map: number[]}} */
      const of = { number: [], map: [] };
      for (let time = 0; time < times; time += 1) {
        const { number, map } = await once(browser, product.url);
        of.number.push(number);
        of.map.push(map);
      }
      taken.push(of);
      const told = (/** @type {readonly number[]} */ values) =>
        [0.5, 0.95].map((share) => `p${share * 100} ${percentile(values, share).toFixed(0)}`).join(', ');
      say(`  first view round ${round + 1}/${rounds} number ${told(of.number)} ms · map ${told(of.map)} ms`);
    }
  } finally {
    await browser.close();
    await product.end();
  }
  /** @param {'number' | 'map'} part @param {number} share @param {number | null} atMost */
  const row = (part, share, atMost) => ({
    name: `first view, ${part} painted, ${times} cold loads, p${share * 100}`,
    unit: 'ms',
    ours: spread(taken.map((of) => percentile(of[part], share))),
    peer: null,
    ratio: null,
    goal: atMost === null ? null : { ours: { atMost } },
    void: null,
  });
  return [row('number', 0.5, 1_500), row('number', 0.95, null), row('map', 0.5, 1_500), row('map', 0.95, null)];
}

/** @param {import('@playwright/test').Browser} browser @param {string} url @returns {Promise<{number: number, map: number}>} */
async function once(browser, url) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    const page = await context.newPage();
    await page.addInitScript(`
      globalThis.benchFirst = new Promise((resolve) => {
        const at = {};
        const look = () => {
          const parts = {
            number: document.querySelector('[data-testid="national-turnout"]') && document.querySelectorAll('.lamp').length === 3,
            map: document.querySelector('svg.map path[data-area][fill]'),
          };
          for (const part of ['number', 'map']) {
            if (!parts[part] || part in at) continue;
            at[part] = null;
            requestAnimationFrame(() => requestAnimationFrame(() => {
              at[part] = performance.now();
              if (at.number && at.map) resolve(at);
            }));
          }
        };
        new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true });
      });
    `);
    await page.goto(`${url}/?lang=ru`, { waitUntil: 'commit' });
    return await page.evaluate('globalThis.benchFirst');
  } finally {
    await context.close();
  }
}
