import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { tsImport } from 'tsx/esm/api';

import { spread } from './measure/statistics.mjs';

/**
 * New figures for every region of the map, in a real Chromium with React's production build: how much script it takes
 * to give twenty regions their new bands, all of React's drawings for it and what ends them counted. Beside it the same
 * with the paths computed at each drawing, as a map does that keeps none. What is told is the page's own CPU time in
 * script (`ScriptDuration` by the thread's clock), so that other work on the machine adds nothing to it; the first
 * drawings, which compile what all others use, are left out.
 */

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../..');
const warmUp = 30;

/** @param {import('./bench.mjs').Settings} settings */
export async function recolour({ quick, rounds, say }) {
  const times = quick ? 30 : 120;
  const given = givenOf();
  const { script, style } = await bundled();
  const { browserLaunch } = await tsImport('../e2e/chromium.ts', import.meta.url);
  const { chromium } = await import('@playwright/test');
  const browser = await chromium.launch(await browserLaunch());
  /** @type {{ours: number, peer: number}[]} */
  const taken = [];
  try {
    for (let round = 0; round < rounds; round += 1) {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      const cdp = await page.context().newCDPSession(page);
      await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
      await page.setContent('<!doctype html><div id="map"></div>');
      await page.addStyleTag({ content: style });
      await page.addScriptTag({ content: script, type: 'module' });
      await page.waitForFunction('globalThis.recolour !== undefined');
      await page.evaluate((what) => /** @type {any} */ (globalThis).prepare(what), given);
      /** Milliseconds of script for one drawing. @param {number} count @param {boolean} withPaths */
      const measured = async (count, withPaths) => {
        if (withPaths) await page.evaluate((n) => /** @type {any} */ (globalThis).prepareFresh(n), count);
        const before = await scriptMs(cdp);
        const least = await page.evaluate(
          ([n, paths]) => /** @type {any} */ (globalThis).recolour(n, paths),
          /** @type {const} */ ([count, withPaths]),
        );
        const after = await scriptMs(cdp);
        if (least !== given.sets[0].length) throw new Error(`only ${least} regions had a new colour`);
        return (after - before) / count;
      };
      await measured(warmUp, true);
      // Arms take turns at going first.
      const first = round % 2 === 0;
      const one = await measured(times, !first);
      const other = await measured(times, first);
      await page.close();
      const [ours, peer] = first ? [one, other] : [other, one];
      taken.push({ ours, peer });
      say(
        `  map round ${round + 1}/${rounds} ours ${ours.toFixed(2)} ms · paths at each drawing ${peer.toFixed(2)} ms`,
      );
    }
  } finally {
    await browser.close();
  }
  return [
    {
      name: `map ${given.sets[0].length} regions new colours, script of one drawing`,
      unit: 'ms',
      ours: spread(taken.map(({ ours }) => ours)),
      peer: spread(taken.map(({ peer }) => peer)),
      ratio: spread(taken.map(({ ours, peer }) => ours / peer)),
      goal: { ours: { atMost: 2 } },
      void: null,
    },
  ];
}

/** The page's CPU time in script so far. @param {import('@playwright/test').CDPSession} cdp */
async function scriptMs(cdp) {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? Number.NaN);
}

/** Made by a process of its own, which reads the sources as they are. */
function givenOf() {
  const maker = path.join(here, 'recolour/given.mjs');
  const made = spawnSync(process.execPath, ['--conditions=source', '--import', 'tsx', maker], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (made.status !== 0) throw new Error(`what the map is to show could not be made: ${made.stderr}`);
  return JSON.parse(made.stdout);
}

/** The board's own map with React as it is shipped. */
async function bundled() {
  const { build } = await import('vite');
  const built = await build({
    configFile: false,
    root: path.join(here, 'recolour'),
    logLevel: 'error',
    resolve: { conditions: ['source', 'module', 'browser', 'production'] },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      lib: { entry: path.join(here, 'recolour/page.mjs'), formats: ['es'], fileName: 'page' },
    },
  });
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((each) => ('output' in each ? each.output : []));
  const script = outputs.find((each) => each.type === 'chunk')?.code ?? '';
  const sheet = outputs.find((each) => each.fileName.endsWith('.css'));
  const tokens = readFileSync(path.join(root, 'client/src/ui/tokens.css'), 'utf8');
  return { script, style: `${tokens}\n${sheet !== undefined && sheet.type === 'asset' ? String(sheet.source) : ''}` };
}
