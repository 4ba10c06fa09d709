import { prefix } from './deliveries/message.mjs';
import { sharedNow, startArm } from './measure/arm.mjs';
import { loadLimit, needFileHandles } from './measure/machine.mjs';
import { startProduct } from './measure/product.mjs';
import { percentile, seededRandom, spread } from './measure/statistics.mjs';
import { greetingOf, rawViewer } from './viewers/raw-viewer.mjs';

/**
 * G5. From an operator's command, sent over HTTP, to the studio's socket, durably kept in between, while thousands of
 * public viewers in the same process get about four frames a second (each commit is one). Operator and studio are in
 * this process, the viewers in another, so that the studio does not wait behind the viewers in the load's own queue.
 * Times are the kernel's monotonic clock, read in one process.
 */

const meanGapMs = 250;

/** @typedef {{latencies: number[], loadShare: number}} Taken */

/** @param {import('./bench.mjs').Settings} settings */
export async function commitToStudio({ quick, rounds, say }) {
  const viewers = quick ? 1_000 : 5_000;
  const commits = quick ? 30 : 100;
  needFileHandles(viewers);
  const arms = {
    ours: (/** @type {number} */ seed) => measureOurs(viewers, commits, seed),
    alone: (/** @type {number} */ seed) => measureOurs(0, commits, seed),
    roomEmit: (/** @type {number} */ seed) => measureRoomEmit(viewers, commits, seed),
  };
  /** @type {Record<keyof typeof arms, Taken>[]} */
  const taken = [];
  for (let round = 0; round < rounds; round += 1) {
    const names = /** @type {(keyof typeof arms)[]} */ (Object.keys(arms));
    /** @type {any} */
    const results = {};
    for (const name of [...names.slice(round), ...names.slice(0, round)]) {
      results[name] = await arms[name](round + 1);
      const { latencies, loadShare } = results[name];
      say(
        `  G5 round ${round + 1}/${rounds} ${name.padEnd(9)} p50 ${percentile(latencies, 0.5).toFixed(1)} ms, ` +
          `p95 ${percentile(latencies, 0.95).toFixed(1)}, p99 ${percentile(latencies, 0.99).toFixed(1)}, load ${Math.round(loadShare * 100)} %`,
      );
    }
    taken.push(results);
  }
  const of = (/** @type {keyof typeof arms} */ arm, /** @type {number} */ share) =>
    taken.map((round) => percentile(round[arm].latencies, share));
  /** @param {string} name @param {keyof typeof arms} peer @param {number} share @param {import('./measure/table.mjs').Row['goal']} goal */
  const row = (name, peer, share, goal) => {
    const [ours, theirs] = [of('ours', share), of(peer, share)];
    const highest = Math.max(...taken.flatMap((round) => [round.ours.loadShare, round[peer].loadShare]));
    return {
      name: `G5 command to studio socket, ${viewers} viewers, p${share * 100}: ${name}`,
      unit: 'ms',
      ours: spread(ours),
      peer: spread(theirs),
      ratio: spread(ours.map((value, round) => value / (theirs[round] ?? Number.NaN))),
      goal,
      void: highest > loadLimit ? `the load process used ${Math.round(highest * 100)} % of its core` : null,
    };
  };
  return [
    row('io.to(room).emit', 'roomEmit', 0.99, { ratio: { atMost: 0.125 }, ours: { atMost: 15 } }),
    row('io.to(room).emit', 'roomEmit', 0.5, null),
    row('ours without viewers', 'alone', 0.99, { ratio: { atMost: 1.5 } }),
  ];
}

/** @param {number} viewers @param {number} commits @param {number} seed @returns {Promise<Taken>} */
async function measureOurs(viewers, commits, seed) {
  const product = await startProduct(['--no-replay', '--at', '20:05']);
  try {
    const { root } = product.election.pack;
    const asOf = Date.parse(product.election.pack.date);
    const [join, studioJoin] = [await product.joinFrom(), await product.joinFrom({ lane: 'air' })];
    return await measure({
      port: product.port,
      viewers,
      commits,
      seed,
      viewer: { kind: 'feed', join },
      studio: { kind: 'feed', join: studioJoin },
      commit: (count) => product.command({ type: 'ReportStationCount', count: countOf(root, asOf, count) }),
    });
  } finally {
    await product.end();
  }
}

/** @param {number} viewers @param {number} commits @param {number} seed @returns {Promise<Taken>} */
async function measureRoomEmit(viewers, commits, seed) {
  const server = await startArm('commit-to-studio/room-emit.mjs', 'server');
  try {
    const { port } = await server.ask('start');
    return await measure({
      port,
      viewers,
      commits,
      seed,
      viewer: { kind: 'socket.io' },
      studio: { kind: 'socket.io' },
      commit: async (count) => {
        const answer = await fetch(`http://127.0.0.1:${port}/commands`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ type: 'ReportStationCount', count: countOf('root', 0, count) }),
        });
        return answer.json();
      },
    });
  } finally {
    await server.end();
  }
}

/** @param {string} target @param {number} asOf @param {number} open */
function countOf(target, asOf, open) {
  return { target, open, closed: null, notYetOpen: null, total: null, asOf, source: 'bench' };
}

/**
 * @param {{port: number, viewers: number, commits: number, seed: number,
 *   viewer: {kind: 'feed' | 'socket.io', join?: object}, studio: {kind: 'feed' | 'socket.io', join?: object},
 *   commit: (count: number) => Promise<{seq: number}>}} how
 * @returns {Promise<Taken>}
 */
async function measure({ port, viewers, commits, seed, viewer, studio, commit }) {
  const load = await startArm('viewers/viewers.mjs', 'load');
  /** @type {Map<number, number>} */
  const arrived = new Map();
  let arrival = () => {};
  let socket;
  try {
    const half = Math.floor(viewers / 2);
    await load.ask('connect', { port, count: half, how: viewer, prefix });
    // Among the viewers, as a studio's page that was opened like any other: with rooms the place in line matters.
    socket = await studioSocket(port, studio, (seq) => {
      arrived.set(seq, sharedNow());
      arrival();
    });
    await load.ask('connect', { port, count: viewers - half, how: viewer, prefix });
    const random = seededRandom(seed);
    /** @type {number[]} */
    const latencies = [];
    const warmUp = 10;
    let before = await load.ask('seen');
    let began = sharedNow();
    /** @type {Promise<void>[]} */
    const running = [];
    for (let number = 0; number < warmUp + commits; number += 1) {
      if (number === warmUp) {
        await Promise.all(running);
        before = await load.ask('seen');
        began = sharedNow();
      }
      running.push(one(number));
      const gap = Math.min(1_000, -Math.log(1 - random()) * meanGapMs);
      await new Promise((resolve) => setTimeout(resolve, gap));
    }
    await Promise.all(running);
    const after = await load.ask('seen');
    if (after.lost > 0) throw new Error(`${after.lost} viewers were lost`);
    return { latencies: latencies.slice(warmUp), loadShare: ((after.cpu - before.cpu) * 1000) / (sharedNow() - began) };

    /** @param {number} number */
    async function one(number) {
      const sentAt = sharedNow();
      const { seq } = await commit(number);
      const deadline = sharedNow() + 20_000;
      while (!arrived.has(seq)) {
        if (sharedNow() > deadline) throw new Error(`seq ${seq} did not reach the studio`);
        await new Promise((resolve) => {
          const late = setTimeout(resolve, 1_000, undefined);
          const earlier = arrival;
          arrival = () => {
            clearTimeout(late);
            resolve(undefined);
            earlier();
          };
        });
      }
      latencies[number] = (arrived.get(seq) ?? Number.NaN) - sentAt;
    }
  } finally {
    socket?.removeAllListeners('close').destroy();
    await load.end();
  }
}

/** @param {number} port @param {Parameters<typeof greetingOf>[0]} how @param {(seq: number) => void} onSeq */
function studioSocket(port, how, onSeq) {
  return new Promise((resolve, reject) => {
    const socket = rawViewer(
      port,
      greetingOf(how),
      Buffer.alloc(1 << 16),
      (_, text) => {
        const said = text();
        if (!said.startsWith(prefix)) return;
        const [, delta] = JSON.parse(said.slice(2));
        // A delta may bring several commits.
        for (let seq = delta.baseSeq + 1; seq <= delta.seq; seq += 1) onSeq(seq);
      },
      () => resolve(socket),
      reject,
    );
  });
}
