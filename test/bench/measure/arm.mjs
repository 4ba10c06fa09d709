import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import { pinnedTo } from './machine.mjs';

/**
 * A process of its own that answers requests one after another: a server under measurement, or the load.
 * @typedef {object} Arm
 * @property {(request: string, options?: object) => Promise<any>} ask
 * @property {() => Promise<void>} end
 */

/**
 * Starts the script on the core of its part and waits until it answers.
 * @param {string} script beside the bench, as `deliveries/ours.mjs`
 * @param {'server' | 'load'} part
 * @returns {Promise<Arm>}
 */
export async function startArm(script, part) {
  const file = fileURLToPath(new URL(`../${script}`, import.meta.url));
  const [command = '', ...args] = [...pinnedTo(part), process.execPath, file];
  const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  let asked = 0;
  /** @type {Map<number, {resolve: (value: any) => void, reject: (error: Error) => void}>} */
  const waiting = new Map();
  const gone = new Promise((resolve) => child.once('exit', resolve));
  gone.then(() => {
    for (const { reject } of waiting.values()) reject(new Error(`${script} ended before it answered`));
    waiting.clear();
  });
  child.on('message', (/** @type {any} */ { id, value, error }) => {
    const asker = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) asker?.resolve(value);
    else asker?.reject(new Error(`${script}: ${error}`));
  });
  return {
    ask: (request, options = {}) =>
      new Promise((resolve, reject) => {
        const id = (asked += 1);
        waiting.set(id, { resolve, reject });
        child.send({ id, request, options });
      }),
    end: async () => {
      // It ends by itself when nobody can ask it any more; only one that hangs is killed.
      if (child.connected) child.disconnect();
      const hangs = setTimeout(kill, 5_000);
      await gone;
      clearTimeout(hangs);
      process.removeListener('exit', kill);
    },
  };
}

/**
 * The other side of `startArm`: what this process answers.
 * @param {Record<string, (options: any) => unknown>} answers
 */
export function answer(answers) {
  process.on('message', (/** @type {any} */ { id, request, options }) => {
    Promise.resolve()
      .then(() => /** @type {(options: any) => unknown} */ (answers[request])(options))
      .then(
        (value) => process.send?.({ id, value }),
        (error) =>
          process.send?.({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
      );
  });
  process.on('disconnect', () => process.exit(0));
}

/** CPU that this process has used, user and system, in seconds. */
export function cpuSeconds() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** A time in milliseconds that all processes of one machine share (the monotonic clock of the kernel). */
export function sharedNow() {
  return Number(process.hrtime.bigint()) / 1e6;
}
