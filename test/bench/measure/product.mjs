import { randomUUID } from 'node:crypto';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { pinnedTo } from './machine.mjs';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const readyWithinMs = 45_000;

/**
 * The product as it is started: the built server in its own process, on a folder of its own that is deleted at the end.
 * @typedef {object} Product
 * @property {number} port
 * @property {string} url
 * @property {any} election what `/api/v1/election` answers
 * @property {(command: object) => Promise<{seq: number}>} command with the desk's token; throws what it was refused with
 * @property {() => Promise<any>} snapshot of the summary, as the public sees it
 * @property {(asked?: object) => Promise<object>} joinFrom what a reader sends who has just fetched that snapshot
 * @property {() => number} cpu seconds that all its threads have used
 * @property {() => Promise<void>} end
 */

/** @param {readonly string[]} args @returns {Promise<Product>} */
export async function startProduct(args) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'yavka-bench-'));
  const [command = '', ...rest] = [...pinnedTo('server'), process.execPath, 'server/dist/main.js', ...args];
  const child = spawn(command, rest, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...ownEnvironment(), PORT: String(port), YAVKA_HOST: '127.0.0.1', YAVKA_DATA_DIR: dataDir },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  const gone = new Promise((resolve) => child.once('exit', resolve));
  const end = async () => {
    child.kill('SIGTERM');
    await gone;
    process.removeListener('exit', kill);
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    await Promise.race([
      untilReady(`${url}/readyz`),
      gone.then(() => {
        throw new Error('it ended');
      }),
    ]);
  } catch (error) {
    kill();
    throw new Error(`The server was not ready: ${error instanceof Error ? error.message : String(error)}\n${said}`);
  }
  const { deskToken } = JSON.parse(readFileSync(path.join(dataDir, 'rehearsal/server.json'), 'utf8'));
  const get = async (/** @type {string} */ address) => (await fetch(url + address)).json();
  const election = await get('/api/v1/election');
  const snapshot = () => get('/api/v1/snapshot');
  return {
    port,
    url,
    election,
    snapshot,
    command: async (asked) => {
      const answer = await fetch(`${url}/api/v1/commands`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${deskToken}` },
        body: JSON.stringify({ commandId: randomUUID(), ...asked }),
      });
      const body = await answer.json();
      if (!answer.ok) throw new Error(`refused: ${JSON.stringify(body)}`);
      return body;
    },
    joinFrom: async (asked = {}) => {
      const { protocolVersion, state } = await snapshot();
      return {
        protocolVersion,
        electionId: election.pack.id,
        expects: state.mode,
        audience: 'public',
        lane: 'public',
        scope: 'summary',
        have: { logId: state.logId, seq: state.seq },
        ...asked,
      };
    },
    cpu: () => cpuOf(child.pid ?? -1),
    end,
  };
}

/** CPU seconds of all threads of a process, as the kernel's scheduler counts them. @param {number} pid */
export function cpuOf(pid) {
  const tasks = `/proc/${pid}/task`;
  const nanoseconds = readdirSync(tasks).map((task) =>
    Number(readFileSync(`${tasks}/${task}/schedstat`, 'utf8').split(' ')[0]),
  );
  return nanoseconds.reduce((sum, each) => sum + each, 0) / 1e9;
}

/** Our own settings must not leak into what is measured. */
function ownEnvironment() {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !name.startsWith('YAVKA_') && !['DATABASE_URL', 'NODE_ENV', 'PORT'].includes(name),
    ),
  );
}

/** A port that was free a moment ago. @returns {Promise<number>} */
async function freePort() {
  const probe = createServer();
  await new Promise((resolve) => probe.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

/** @param {string} address */
async function untilReady(address) {
  const deadline = AbortSignal.timeout(readyWithinMs);
  for (;;) {
    const answer = await fetch(address, { signal: deadline }).catch(() => null);
    if (answer?.ok === true) return;
    if (deadline.aborted) throw new Error(`not within ${readyWithinMs / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
