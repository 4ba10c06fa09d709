import { prefix } from './deliveries/message.mjs';
import { startArm } from './measure/arm.mjs';
import { loadLimit, needFileHandles } from './measure/machine.mjs';
import { leastSquares, spread } from './measure/statistics.mjs';

/**
 * G13, what a tick costs the server as its viewers grow: CPU of the server's process for one commit that reaches all
 * (sealed, followed, folded, encoded, sent; with the heartbeats and pings of the meantime), at several numbers of
 * viewers, and the straight line through them. The slope is the cost of one more viewer, the intercept that of a tick.
 */

const frameEveryMs = 120;
const warmUp = 5;
/** Below this the points are no line, and its slope says nothing. */
const straightEnough = 0.95;

/** @typedef {{count: number, cpuUs: number}} Point */

/** @param {import('./bench.mjs').Settings} settings */
export async function growth({ quick, rounds, say }) {
  const counts = quick ? [100, 200, 400, 800] : [250, 500, 1_000, 2_000, 4_000];
  const frames = quick ? 10 : 20;
  needFileHandles(Math.max(...counts));
  /** @type {(ReturnType<typeof leastSquares> & {points: Point[], loadShare: number})[]} */
  const taken = [];
  for (let round = 0; round < rounds; round += 1) {
    const { points, loadShare } = await measure(counts, frames);
    const fit = leastSquares(points.map(({ count, cpuUs }) => [count, cpuUs]));
    taken.push({ ...fit, points, loadShare });
    say(
      `  growth round ${round + 1}/${rounds} ` +
        points.map(({ count, cpuUs }) => `${count}: ${(cpuUs / 1000).toFixed(2)} ms`).join(' · ') +
        ` → ${(fit.intercept / 1000).toFixed(2)} ms + ${fit.slope.toFixed(2)} µs a client, R² ${fit.r2.toFixed(4)}, load ${Math.round(loadShare * 100)} %`,
    );
  }
  const highest = Math.max(...taken.map(({ loadShare }) => loadShare));
  const worst = Math.min(...taken.map(({ r2 }) => r2));
  const reason =
    highest > loadLimit
      ? `the load process used ${Math.round(highest * 100)} % of its core`
      : worst < straightEnough
        ? `the points are no straight line (R² ${worst.toFixed(3)})`
        : null;
  const name = `G13 server CPU per tick, ${counts[0]} to ${counts.at(-1)} viewers`;
  const bare = { peer: null, ratio: null, void: reason };
  return [
    {
      ...bare,
      name: `${name}: each viewer more`,
      unit: 'µs',
      ours: spread(taken.map(({ slope }) => slope)),
      goal: { ours: { atMost: 15 } },
      points: taken.map(({ points }) => points),
    },
    {
      ...bare,
      name: `${name}: the tick itself (intercept)`,
      unit: 'µs',
      ours: spread(taken.map(({ intercept }) => intercept)),
      goal: null,
    },
    { ...bare, name: `${name}: R² of the line`, unit: '', ours: spread(taken.map(({ r2 }) => r2)), goal: null },
  ];
}

/** @param {readonly number[]} counts rising @param {number} frames */
async function measure(counts, frames) {
  const server = await startArm('deliveries/ours.mjs', 'server');
  const load = await startArm('viewers/viewers.mjs', 'load');
  try {
    const { port, how } = await server.ask('start');
    let connected = 0;
    let expected = 0;
    const sendOne = async () => {
      const next = new Promise((resolve) => setTimeout(resolve, frameEveryMs));
      expected += connected;
      await server.ask('send', { size: 'small' });
      const all = await load.ask('until', { total: expected, withinMs: 20_000 });
      if (!all) throw new Error('not every viewer got a frame within 20 s');
      await next;
    };
    /** @type {Point[]} */
    const points = [];
    let loadShare = 0;
    for (const count of counts) {
      await load.ask('connect', { port, count: count - connected, how, prefix });
      connected = count;
      // The first has what the machine still compiles before it, the others what they compile by themselves.
      const before = points.length === 0 ? frames : 0;
      for (let frame = 0; frame < warmUp + before; frame += 1) await sendOne();
      const began = performance.now();
      const [cpuBefore, seenBefore] = [await server.ask('cpu'), await load.ask('seen')];
      for (let frame = 0; frame < frames; frame += 1) await sendOne();
      const [cpuAfter, seenAfter] = [await server.ask('cpu'), await load.ask('seen')];
      if (seenAfter.lost > 0) throw new Error(`${seenAfter.lost} viewers were lost`);
      points.push({ count, cpuUs: ((cpuAfter - cpuBefore) * 1e6) / frames });
      loadShare = Math.max(loadShare, ((seenAfter.cpu - seenBefore.cpu) * 1000) / (performance.now() - began));
    }
    return { points, loadShare };
  } finally {
    await Promise.all([server.end(), load.end()]);
  }
}
