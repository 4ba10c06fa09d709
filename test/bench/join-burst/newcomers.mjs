import { connect } from 'node:net';

import { answer, cpuSeconds, sharedNow } from '../measure/arm.mjs';
import { greetingOf, rawViewer } from '../viewers/raw-viewer.mjs';

/** The load: newcomers who open the page within one second, each with connections of its own. */

/** @type {import('node:net').Socket[]} */
const open = [];
const emptyLine = Buffer.from('\r\n\r\n');

/**
 * One GET on a connection of its own, as compressed as the server likes; answers the bytes of the body.
 * @param {number} port @param {string} path
 * @returns {Promise<number>}
 */
function get(port, path) {
  return new Promise((resolve, reject) => {
    /** @type {Buffer[]} */
    const chunks = [];
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    socket.on('connect', () =>
      socket.write(
        `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAccept-Encoding: br\r\nConnection: close\r\n\r\n`,
      ),
    );
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', reject);
    socket.on('end', () => {
      const body = Buffer.concat(chunks);
      const end = body.indexOf(emptyLine);
      if (!body.subarray(0, 12).toString().endsWith(' 200')) reject(new Error(body.subarray(0, 100).toString()));
      else resolve(body.length - end - emptyLine.length);
      socket.destroy();
    });
  });
}

/** @param {number} port @param {object} join */
function joinFeed(port, join) {
  return new Promise((resolve, reject) => {
    const viewer = rawViewer(
      port,
      greetingOf({ kind: 'feed', join }),
      Buffer.alloc(8192),
      () => {},
      resolve,
      (reason) => reject(new Error(reason)),
    );
    open.push(viewer);
  });
}

/** @param {number} port @returns {Promise<number>} the bytes of the state */
function awaitState(port) {
  return new Promise((resolve, reject) => {
    const viewer = rawViewer(
      port,
      greetingOf({ kind: 'socket.io' }),
      Buffer.alloc(1 << 16),
      (payload) => resolve(payload.length),
      () => {},
      (reason) => reject(new Error(reason)),
    );
    open.push(viewer);
  });
}

answer({
  /** `count` newcomers, evenly within `withinMs`: how long each waited and how long it took until all were served, in
   *  milliseconds, and the bytes of a state. */
  come: async ({ port, what, count, withinMs, join }) => {
    const began = sharedNow();
    const cpuBefore = cpuSeconds();
    const coming = Array.from({ length: count }, async (_, number) => {
      const due = began + (number / count) * withinMs;
      await new Promise((resolve) => setTimeout(resolve, due - sharedNow()));
      const from = sharedNow();
      let bytes = 0;
      if (what === 'emitted state') bytes = await awaitState(port);
      else {
        if (what !== 'join') bytes = await get(port, '/api/v1/snapshot');
        if (what !== 'snapshot') await joinFeed(port, join);
      }
      return { waited: sharedNow() - from, bytes };
    });
    const all = await Promise.all(coming);
    const wall = (sharedNow() - began) / 1000;
    const loadShare = (cpuSeconds() - cpuBefore) / wall;
    for (const viewer of open.splice(0)) viewer.removeAllListeners('close').destroy();
    return { waits: all.map(({ waited }) => waited), bytes: all[0]?.bytes ?? 0, tookMs: wall * 1000, loadShare };
  },
});
