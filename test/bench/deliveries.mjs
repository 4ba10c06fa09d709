import { startArm } from './measure/arm.mjs';
import { loadLimit, needFileHandles } from './measure/machine.mjs';
import { spread } from './measure/statistics.mjs';
import { prefix } from './deliveries/message.mjs';

/** @typedef {import('./deliveries/message.mjs').Size} Size */
/** @typedef {{perCpuSecond: number, bytes: number, loadShare: number}} Window */

const arms = /** @type {const} */ (['ours', 'io-emit', 'socket-emit', 'raw-ws']);
const sizes = /** @type {const} */ (['small', 'large']);
const warmUp = 4;
/** Frames leave no closer than this, so that the load process has time to breathe. */
const frameEveryMs = 120;
const frameWithinMs = 20_000;

/**
 * G1. Deliveries per CPU-second of the server, with thousands of Socket.IO viewers that read everything. A delivery is
 * a message that a viewer has read, counted at the viewer; CPU is the server process's own, from before the first frame
 * to after the last one has been read by all.
 * @param {import('./bench.mjs').Settings} settings
 */
export async function deliveries({ quick, rounds, say }) {
  const viewers = quick ? 1_000 : 5_000;
  const frames = quick ? 8 : 16;
  needFileHandles(viewers);
  /** @type {Record<Size, Record<(typeof arms)[number], Window>>[]} */
  const taken = [];
  for (let round = 0; round < rounds; round += 1) {
    /** @type {any} */
    const results = { small: {}, large: {} };
    // Each round begins with another arm, so that none always has the machine fresh.
    for (const arm of [...arms.slice(round % arms.length), ...arms.slice(0, round % arms.length)]) {
      const windows = await measure(arm, viewers, frames);
      for (const size of sizes) results[size][arm] = windows[size];
      say(
        `  G1 round ${round + 1}/${rounds} ${arm.padEnd(12)}` +
          sizes
            .map((size) => {
              const { perCpuSecond, bytes, loadShare } = windows[size];
              return `${size} (${Math.round(bytes)} B) ${Math.round(perCpuSecond / 100) / 10}k/CPU-s, load ${Math.round(loadShare * 100)} %`;
            })
            .join(' · '),
      );
    }
    taken.push(results);
  }
  return rowsOf(taken, viewers);
}

/** @param {(typeof arms)[number]} arm @param {number} viewers @param {number} frames */
async function measure(arm, viewers, frames) {
  const server = await startArm(`deliveries/${arm}.mjs`, 'server');
  const load = await startArm('viewers/viewers.mjs', 'load');
  try {
    const { port, how } = await server.ask('start');
    await load.ask('connect', { port, count: viewers, how, prefix });
    let expected = 0;
    /** @param {Size} size */
    const sendOne = async (size) => {
      const next = new Promise((resolve) => setTimeout(resolve, frameEveryMs));
      expected += viewers;
      await server.ask('send', { size });
      const all = await load.ask('until', { total: expected, withinMs: frameWithinMs });
      if (!all) throw new Error(`${arm}: not every viewer got a ${size} frame within ${frameWithinMs / 1000} s`);
      await next;
    };
    /** @type {Partial<Record<Size, Window>>} */
    const windows = {};
    for (const size of sizes) {
      for (let frame = 0; frame < warmUp; frame += 1) await sendOne(size);
      const began = performance.now();
      const [cpuBefore, before] = [await server.ask('cpu'), await load.ask('seen')];
      for (let frame = 0; frame < frames; frame += 1) await sendOne(size);
      const [cpuAfter, after] = [await server.ask('cpu'), await load.ask('seen')];
      const wall = (performance.now() - began) / 1000;
      const messages = after.messages - before.messages;
      if (after.lost > 0 || messages !== frames * viewers)
        throw new Error(`${arm}: ${after.lost} viewers were lost, ${messages} of ${frames * viewers} messages came`);
      windows[size] = {
        perCpuSecond: messages / (cpuAfter - cpuBefore),
        bytes: (after.bytes - before.bytes) / messages,
        loadShare: (after.cpu - before.cpu) / wall,
      };
    }
    return /** @type {Record<Size, Window>} */ (windows);
  } finally {
    await Promise.all([server.end(), load.end()]);
  }
}

/** @param {Record<Size, Record<(typeof arms)[number], Window>>[]} taken @param {number} viewers */
function rowsOf(taken, viewers) {
  /** @param {Size} size @param {(typeof arms)[number]} peer @param {string} name @param {number | null} goal */
  const row = (size, peer, name, goal) => {
    const pairs = taken.map((round) => ({ ours: round[size].ours, peer: round[size][peer] }));
    const highest = Math.max(...pairs.flatMap((pair) => [pair.ours.loadShare, pair.peer.loadShare]));
    const bytes = Math.round(pairs[0]?.ours.bytes ?? 0);
    return {
      name: `G1 deliveries per CPU-second, ${viewers} viewers, ${bytes} B: ${name}`,
      unit: 'k/CPU-s',
      ours: spread(pairs.map((pair) => pair.ours.perCpuSecond / 1000)),
      peer: spread(pairs.map((pair) => pair.peer.perCpuSecond / 1000)),
      ratio: spread(pairs.map((pair) => pair.ours.perCpuSecond / pair.peer.perCpuSecond)),
      goal: goal === null ? null : { ratio: { atLeast: goal } },
      void: highest > loadLimit ? `the load process used ${Math.round(highest * 100)} % of its core` : null,
    };
  };
  return [
    row('small', 'io-emit', 'io.emit', 1),
    row('large', 'io-emit', 'io.emit', 1),
    row('small', 'socket-emit', 'emit per socket', null),
    row('large', 'socket-emit', 'emit per socket', 4.5),
    row('small', 'raw-ws', 'raw ws, frame built once (beyond: 0.95)', null),
    row('large', 'raw-ws', 'raw ws, frame built once', null),
  ];
}
