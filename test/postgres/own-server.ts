import { execFile, spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

import { findPostgres } from './find-postgres.ts';

const patienceMs = 60_000;
const user = 'postgres';

/** PostgreSQL refuses to run as root; then it runs as another user, who owns its folder. */
function otherUser(): { readonly uid: number; readonly gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const name of ['postgres', 'nobody']) {
    const account = accounts.find(([own]) => own === name);
    if (account !== undefined) return { uid: Number(account[2]), gid: Number(account[3]) };
  }
  return { uid: 65_534, gid: 65_534 };
}

/**
 * The address of the tests' own PostgreSQL, which listens on a socket in `folder` only. Whichever test process comes
 * first starts it, the others wait until it has; `stopOwnServer` ends it.
 */
export async function ownServer(folder: string): Promise<string> {
  const ready = path.join(folder, 'ready');
  let mine = true;
  try {
    mkdirSync(path.join(folder, 'starting'));
  } catch {
    mine = false;
  }
  if (mine) {
    const outcome = await start(folder).then(
      () => 'started',
      (error: unknown) => `failed: ${String(error)}`,
    );
    writeFileSync(`${ready}.new`, outcome);
    renameSync(`${ready}.new`, ready);
  }
  for (let waited = 0; !existsSync(ready); waited += 50) {
    if (waited > patienceMs) throw new Error(`no PostgreSQL in ${folder} after ${String(patienceMs)} ms`);
    await pause(50);
  }
  const outcome = readFileSync(ready, 'utf8');
  if (outcome !== 'started') throw new Error(outcome);
  return `postgres://${user}@localhost/postgres?host=${folder}`;
}

/** Makes a database cluster in the folder and starts a server on it. */
async function start(folder: string): Promise<void> {
  const other = otherUser();
  const programs = await findPostgres(folder, other !== null);
  const as = { ...other, cwd: folder, env: { ...process.env, ...programs.env } };
  const data = path.join(folder, 'data');
  mkdirSync(data, { mode: 0o700 });
  chmodSync(folder, 0o755);
  if (other !== null) for (const owned of [folder, data]) chownSync(owned, other.uid, other.gid);
  const initArgs = ['-D', data, '-U', user, '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'];
  await promisify(execFile)(programs.initdb, initArgs, as);
  const settings = {
    listen_addresses: '',
    unix_socket_directories: folder,
    unix_socket_permissions: '0777',
    max_connections: '200',
    // What these tests write outlives no power cut; that an answered commit is synced is asserted by other means.
    fsync: 'off',
    full_page_writes: 'off',
  };
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const said = openSync(path.join(folder, 'postgres.log'), 'a');
  // Detached: the test process that started it may be gone before the others are done.
  const server = spawn(programs.postgres, ['-D', data, ...args], {
    ...as,
    detached: true,
    stdio: ['ignore', said, said],
  });
  let ended = false;
  server.on('exit', () => (ended = true));
  server.on('error', () => (ended = true));
  server.unref();
  const pidFile = path.join(data, 'postmaster.pid');
  for (let waited = 0; !isReady(pidFile); waited += 20) {
    if (ended || waited > patienceMs) {
      throw new Error(`PostgreSQL did not start:\n${readFileSync(path.join(folder, 'postgres.log'), 'utf8')}`);
    }
    await pause(20);
  }
}

/** Its pid file's eighth line says whether it takes connections. */
function isReady(pidFile: string): boolean {
  return existsSync(pidFile) && readFileSync(pidFile, 'utf8').split('\n')[7]?.trim() === 'ready';
}

/** Ends the server of a folder, if there is one, and waits until it is gone. */
export async function stopOwnServer(folder: string): Promise<void> {
  const pidFile = path.join(folder, 'data', 'postmaster.pid');
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
  try {
    // At once, without its farewell to every connection: nothing of it is kept.
    process.kill(pid, 'SIGQUIT');
    for (let waited = 0; waited < patienceMs; waited += 20) {
      process.kill(pid, 0);
      await pause(20);
    }
  } catch {
    // No such process: it is gone.
  }
}

async function pause(ms: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ms));
}
