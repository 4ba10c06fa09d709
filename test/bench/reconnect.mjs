import { startArm } from './measure/arm.mjs';
import { loadLimit, needFileHandles } from './measure/machine.mjs';
import { startProduct } from './measure/product.mjs';
import { percentile, spread } from './measure/statistics.mjs';

/**
 * Every viewer comes back after a restart: a server that has just become ready, nothing compiled yet, and thousands of
 * sockets within the 250 ms to 2 s over which the pages spread themselves. Each joins with the place it held, so the
 * answer is a delta and nobody needs a snapshot.
 */

const spreadOverMs = 1_750;

/** @param {import('./bench.mjs').Settings} settings */
export async function reconnect({ quick, rounds, say }) {
  const count = quick ? 1_000 : 5_000;
  needFileHandles(count);
  /** @type {{servedMs: number, cpuMs: number, p99: number, loadShare: number}[]} */
  const taken = [];
  for (let round = 0; round < rounds; round += 1) {
    const product = await startProduct(['--no-replay', '--at', '20:05']);
    const load = await startArm('join-burst/newcomers.mjs', 'load');
    try {
      const join = await product.joinFrom();
      const before = product.cpu();
      const { waits, tookMs, loadShare } = await load.ask('come', {
        ...{ port: product.port, what: 'join', join, count, withinMs: spreadOverMs },
      });
      taken.push({
        servedMs: tookMs,
        cpuMs: ((product.cpu() - before) * 1000) / count,
        p99: percentile(waits, 0.99),
        loadShare,
      });
      const { servedMs, cpuMs, p99 } = /** @type {(typeof taken)[number]} */ (taken.at(-1));
      say(
        `  reconnect round ${round + 1}/${rounds} ${count} joined in ${(servedMs / 1000).toFixed(2)} s, ${cpuMs.toFixed(2)} ms CPU each, ` +
          `p99 ${p99.toFixed(0)} ms, load ${Math.round(loadShare * 100)} %`,
      );
    } finally {
      await Promise.all([load.end(), product.end()]);
    }
  }
  const highest = Math.max(...taken.map(({ loadShare }) => loadShare));
  /** @param {string} name @param {string} unit @param {(one: (typeof taken)[number]) => number} of */
  const row = (name, unit, of) => ({
    name: `reconnect, ${count} viewers within ${spreadOverMs / 1000} s of a restart: ${name}`,
    unit,
    ours: spread(taken.map(of)),
    peer: null,
    ratio: null,
    goal: null,
    void: highest > loadLimit ? `the load process used ${Math.round(highest * 100)} % of its core` : null,
  });
  return [
    row('all served', 's', ({ servedMs }) => servedMs / 1000),
    row('CPU each', 'ms', ({ cpuMs }) => cpuMs),
    row('p99 of the wait', 'ms', ({ p99 }) => p99),
  ];
}
