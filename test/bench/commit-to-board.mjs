import { tsImport } from 'tsx/esm/api';

import { figureIdOf } from '../../shared/dist/figures/figure.js';
import { percentile, spread } from './measure/statistics.mjs';
import { startProduct } from './measure/product.mjs';

/**
 * From a command to what it changed on a public board: the built server with an empty rehearsal, a real Chromium with
 * the page open, and a hundred commands, half of them counts of stations, half figures entered and then verified (the
 * verification is what the public sees). The page itself notes the machine's time when the browser has painted the state
 * (`yavkaPainted`, `data-seq`); this process takes the time when it sends the command and when it has the answer, which
 * the server gives after the commit. Both read the one clock of the machine (`performance.timeOrigin + now` here,
 * `Date.now` in the page, whole milliseconds), so there is no offset to take off; the page's time is up to 1 ms early.
 * There is no peer: the goal of the work is that every page shows it within a second.
 */

const shownWithinMs = 30_000;
const machineNow = () => performance.timeOrigin + performance.now();

/** @param {import('./bench.mjs').Settings} settings */
export async function commitToBoard({ quick, rounds, say }) {
  const commands = quick ? 20 : 100;
  const { browserLaunch } = await tsImport('../e2e/chromium.ts', import.meta.url);
  const { chromium } = await import('@playwright/test');
  const browser = await chromium.launch(await browserLaunch());
  /** @type {{fromSending: number[], fromCommit: number[]}[]} */
  const taken = [];
  try {
    for (let round = 0; round < rounds; round += 1) {
      taken.push(await measure(browser, commands));
      const { fromSending, fromCommit } = /** @type {(typeof taken)[number]} */ (taken.at(-1));
      const told = (/** @type {readonly number[]} */ values) =>
        [0.5, 0.95, 0.99].map((share) => `p${share * 100} ${percentile(values, share).toFixed(0)}`).join(', ');
      say(
        `  board round ${round + 1}/${rounds} commit → painted ${told(fromCommit)} ms · sent → painted ${told(fromSending)} ms`,
      );
    }
  } finally {
    await browser.close();
  }
  /** @param {string} name @param {'fromSending' | 'fromCommit'} from @param {number} share @param {number | null} atMost */
  const row = (name, from, share, atMost) => ({
    name: `board ${name}, ${commands} commands, p${share * 100}`,
    unit: 'ms',
    ours: spread(taken.map((round) => percentile(round[from], share))),
    peer: null,
    ratio: null,
    goal: atMost === null ? null : { ours: { atMost } },
    void: null,
  });
  return [
    row('commit to painted', 'fromCommit', 0.5, null),
    row('commit to painted', 'fromCommit', 0.95, null),
    row('commit to painted', 'fromCommit', 0.99, 1_000),
    row('sent to painted', 'fromSending', 0.5, null),
    row('sent to painted', 'fromSending', 0.95, null),
    row('sent to painted', 'fromSending', 0.99, 1_000),
  ];
}

/** @param {import('@playwright/test').Browser} browser @param {number} commands */
async function measure(browser, commands) {
  const product = await startProduct(['--no-replay', '--at', '20:05']);
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    const page = await context.newPage();
    /** @type {Error[]} */
    const errors = [];
    page.on('pageerror', (error) => errors.push(error));
    /** @type {Map<number, number>} the machine's time at which the page had painted the state of this seq or a later one */
    const painted = new Map();
    /** @type {(() => void)[]} */
    let waiting = [];
    await page.exposeBinding('benchPainted', (_, /** @type {{seq: number, at: number}} */ mark) => {
      painted.set(mark.seq, mark.at);
      for (const look of waiting.splice(0)) look();
    });
    // The page's own mark, read when it appears; nothing is measured by asking the page again and again.
    await page.addInitScript(`
      new MutationObserver(() => {
        if (globalThis.yavkaPainted) globalThis.benchPainted(globalThis.yavkaPainted);
      }).observe(document, { subtree: true, attributes: true, attributeFilter: ['data-seq'] });
    `);
    await page.goto(product.url);
    /** The first paint that held `seq`. @param {number} seq @returns {Promise<number>} */
    const paintedAt = async (seq) => {
      const deadline = machineNow() + shownWithinMs;
      for (;;) {
        const later = [...painted.keys()].filter((held) => held >= seq);
        if (later.length > 0) return /** @type {number} */ (painted.get(Math.min(...later)));
        if (machineNow() > deadline)
          throw new Error(`the board has not painted seq ${seq} in ${shownWithinMs / 1000} s`);
        await new Promise((resolve) => {
          const late = setTimeout(resolve, 500, undefined);
          waiting.push(() => {
            clearTimeout(late);
            resolve(undefined);
          });
        });
      }
    };
    const plan = planOf(product.election, commands + 4);
    /** @type {number[]} */
    const fromSending = [];
    /** @type {number[]} */
    const fromCommit = [];
    for (const [number, { before, command }] of plan.entries()) {
      const entered = before === null ? null : await product.command(before);
      // Entering a figure moves the public's place too; the page is quiet again before the clock starts.
      if (entered !== null) await paintedAt(entered.seq);
      const sentAt = machineNow();
      const { seq } = await product.command(command);
      const committedAt = machineNow();
      // Verifying writes its release right behind it: the board shows the figure with the last entry of the command.
      const shownAt = await paintedAt(seq + (command.type === 'VerifyFigures' ? 1 : 0));
      if (number < 4) continue;
      fromSending.push(shownAt - sentAt);
      fromCommit.push(shownAt - committedAt);
    }
    if (errors.length > 0) throw new Error(`the board had errors of its own: ${errors.join('; ')}`);
    return { fromSending, fromCommit };
  } finally {
    await context.close();
    await product.end();
  }
}

/**
 * Station counts and recorded figures in turn, as an operator would enter them one by one. Figures come from the pack's
 * own recorded day, so that the checks find nothing to stop at.
 * @param {any} election @param {number} count
 * @returns {{before: object | null, command: any}[]}
 */
function planOf({ pack, cutoffInstants }, count) {
  const recorded = pack.recordedDay.announcements.flatMap((/** @type {any} */ announcement) =>
    announcement.areas.map((/** @type {any} */ figure) => ({ ...figure, ...announcement, ...figure })),
  );
  return Array.from({ length: count }, (_, number) => {
    if (number % 2 === 0) {
      const asOf = Math.min(...Object.values(cutoffInstants)) + number;
      const sent = { target: pack.root, open: 1_000 + number, closed: null, notYetOpen: null, total: null, asOf };
      return { before: null, command: { type: 'ReportStationCount', count: { ...sent, source: 'bench' } } };
    }
    const { area, cutoff, turnout, ballots = null, status } = recorded[(number - 1) / 2];
    const figureId = figureIdOf({ source: pack.commission.id, measure: 'ballots-issued', cutoff, area });
    return {
      before: { type: 'EnterFigure', area, cutoff, turnout, ballots, status, source: 'bench' },
      command: { type: 'VerifyFigures', refs: [{ figureId, revision: 1 }] },
    };
  });
}
