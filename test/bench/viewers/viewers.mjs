import { answer, cpuSeconds } from '../measure/arm.mjs';
import { greetingOf, rawViewer } from './raw-viewer.mjs';

/** The load: any number of viewers in one process, counting the messages of the one event that is measured. */

/** At a time, so that the server's backlog of connections does not overflow. */
const connectAtOnce = 100;
const shared = Buffer.alloc(1 << 16);

/** @type {import('node:net').Socket[]} */
let viewers = [];
let messages = 0;
let bytes = 0;
let lost = 0;
/** @type {{until: number, resolve: () => void} | null} */
let waiting = null;

/** @param {number} port @param {ReturnType<typeof greetingOf>} greeting @param {Buffer} prefix */
const openViewer = (port, greeting, prefix) =>
  new Promise((resolve, reject) => {
    const viewer = rawViewer(
      port,
      greeting,
      shared,
      (payload) => {
        if (payload.length < prefix.length || payload.compare(prefix, 0, prefix.length, 0, prefix.length) !== 0) return;
        messages += 1;
        bytes += payload.length;
        if (waiting !== null && messages >= waiting.until) {
          waiting.resolve();
          waiting = null;
        }
      },
      resolve,
      (reason) => {
        lost += 1;
        reject(new Error(`a viewer was lost: ${reason}`));
      },
    );
    viewers.push(viewer);
  });

answer({
  /** Opens `count` viewers and answers when all have joined. Messages that begin with `prefix` are counted. */
  connect: async ({ port, count, how, prefix }) => {
    const greeting = greetingOf(how);
    const counted = Buffer.from(prefix);
    for (let opened = 0; opened < count; opened += connectAtOnce) {
      const some = Math.min(connectAtOnce, count - opened);
      await Promise.all(Array.from({ length: some }, () => openViewer(port, greeting, counted)));
    }
    return viewers.length;
  },
  /** Answers when so many messages have come since the viewers were opened; false when they have not in time. */
  until: ({ total, withinMs }) =>
    new Promise((resolve) => {
      if (messages >= total) {
        resolve(true);
        return;
      }
      const late = setTimeout(() => {
        waiting = null;
        resolve(false);
      }, withinMs);
      waiting = {
        until: total,
        resolve: () => {
          clearTimeout(late);
          resolve(true);
        },
      };
    }),
  seen: () => ({ messages, bytes, lost, cpu: cpuSeconds() }),
  close: () => {
    for (const viewer of viewers) {
      viewer.removeAllListeners('close');
      viewer.destroy();
    }
    viewers = [];
    messages = 0;
    bytes = 0;
    lost = 0;
  },
});
