import { startArm } from './measure/arm.mjs';
import { loadLimit, needFileHandles } from './measure/machine.mjs';
import { startProduct } from './measure/product.mjs';
import { percentile, spread } from './measure/statistics.mjs';

/**
 * G9, the summary's part. A thousand newcomers within a second, after the whole recorded day: what each costs the server
 * (CPU of all its threads) and how long it waits for the state. Ours: the snapshot over HTTP alone, and with the join of
 * the feed; the peer: the same state as JSON, emitted to each socket. The stations of a whole country, for which the
 * goal's fiftieth was set, are another snapshot and not measured here.
 */

/** @typedef {{cpuMs: number, p99: number, bytes: number, loadShare: number}} Burst */

/** @param {import('./bench.mjs').Settings} settings */
export async function joinBurst({ quick, rounds, say }) {
  const count = quick ? 200 : 1_000;
  const withinMs = quick ? 200 : 1_000;
  needFileHandles(count * 2);
  const product = await startProduct(['--at', '22:00']);
  const peer = await startArm('join-burst/json-emit.mjs', 'server');
  const load = await startArm('join-burst/newcomers.mjs', 'load');
  try {
    const { port: peerPort } = await peer.ask('start', { state: await product.snapshot() });
    const join = await product.joinFrom();
    const arms = {
      snapshot: { port: product.port, what: 'snapshot', cpu: async () => product.cpu() },
      joined: { port: product.port, what: 'snapshot and join', join, cpu: async () => product.cpu() },
      emitted: { port: peerPort, what: 'emitted state', cpu: () => peer.ask('cpu') },
    };
    /** @param {keyof typeof arms} name @param {number} some @returns {Promise<Burst>} */
    const burst = async (name, some) => {
      const { cpu, ...how } = arms[name];
      const before = await cpu();
      const { waits, bytes, loadShare } = await load.ask('come', {
        ...how,
        count: some,
        withinMs: (withinMs * some) / count,
      });
      return { cpuMs: ((await cpu()) - before) * (1000 / some), p99: percentile(waits, 0.99), bytes, loadShare };
    };
    const names = /** @type {(keyof typeof arms)[]} */ (Object.keys(arms));
    // A server that has been up for a while: what is measured has been asked for before.
    for (const name of names) await burst(name, count);
    /** @type {Record<keyof typeof arms, Burst>[]} */
    const taken = [];
    for (let round = 0; round < rounds; round += 1) {
      /** @type {any} */
      const results = {};
      for (const name of [...names.slice(round), ...names.slice(0, round)]) {
        results[name] = await burst(name, count);
        const { cpuMs, p99, bytes, loadShare } = results[name];
        say(
          `  G9 round ${round + 1}/${rounds} ${name.padEnd(9)} ${cpuMs.toFixed(2)} ms CPU each, p99 ${p99.toFixed(1)} ms, ` +
            `${bytes} B, load ${Math.round(loadShare * 100)} %`,
        );
      }
      taken.push(results);
    }
    return rowsOf(taken, count);
  } finally {
    await Promise.all([load.end(), peer.end(), product.end()]);
  }
}

/** @param {Record<'snapshot' | 'joined' | 'emitted', Burst>[]} taken @param {number} count */
function rowsOf(taken, count) {
  /** @param {string} name @param {'snapshot' | 'joined'} arm @param {'cpuMs' | 'p99'} what @param {number | null} atMost */
  const row = (name, arm, what, atMost) => {
    const highest = Math.max(...taken.flatMap((round) => [round[arm].loadShare, round.emitted.loadShare]));
    return {
      name: `G9 ${count} newcomers in a second, ${name}: state emitted as JSON`,
      unit: 'ms',
      ours: spread(taken.map((round) => round[arm][what])),
      peer: spread(taken.map((round) => round.emitted[what])),
      ratio: spread(taken.map((round) => round[arm][what] / round.emitted[what])),
      goal: atMost === null ? null : { ours: { atMost } },
      void: highest > loadLimit ? `the load process used ${Math.round(highest * 100)} % of its core` : null,
    };
  };
  return [
    row('snapshot over HTTP, CPU each', 'snapshot', 'cpuMs', 0.3),
    row('snapshot over HTTP, p99', 'snapshot', 'p99', 10),
    row('snapshot and join, CPU each (beyond: 0.5)', 'joined', 'cpuMs', null),
    row('snapshot and join, p99', 'joined', 'p99', null),
  ];
}
