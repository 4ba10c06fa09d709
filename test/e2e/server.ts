import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** How to start: `args` as a person would give them (`--live`, `--at 20:05`, `--speed 600`, `--no-replay`). */
export interface ServerSettings {
  readonly args?: readonly string[];
  /** The election pack; the server's own choice when absent. */
  readonly pack?: string;
  /** A folder to go on with; a new one, deleted at `stop`, when absent. */
  readonly dataDir?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** What the server writes of itself for its owner's eyes, `<dataDir>/<mode>/server.json`. */
interface ServerFile {
  readonly url: string;
  readonly adminToken: string;
  readonly deskToken: string | null;
  readonly replayToken: string | null;
}

/** A real, built server in its own process. */
export interface RunningServer {
  readonly url: string;
  readonly dataDir: string;
  /** An operator's token; a live server gives none away, and asking for it throws: make one with the administrator's. */
  readonly deskToken: string;
  readonly adminToken: string;
  /** The board's address with the control of the replay; null where nothing is replayed. */
  readonly replayUrl: string | null;
  readonly pid: number;
  /** Everything it has said so far. */
  output(): string;
  /** Sends a signal and waits for the process to be gone. */
  kill(signal?: NodeJS.Signals): Promise<void>;
  /** What it ended with last; null while it runs, or where a signal ended it. */
  exitCode(): number | null;
  /** Starts it again on the same port and folder; tokens are read anew. */
  restart(): Promise<void>;
  /** Ends it and deletes the folder that it was given. */
  stop(): Promise<void>;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
/** Far longer than a start takes: how fast it is, is no matter of these tests. */
const readyWithinMs = 180_000;

/**
 * Below the ports that systems give away by themselves: a server that is started again on its port must find it free,
 * whatever the other tests of this machine connect to meanwhile.
 */
const ports = { from: 10_000, count: 20_000 };
let portsAsked = 0;

/** A port that is free now. Processes begin at places of their own. */
async function freePort(): Promise<number> {
  for (;;) {
    const port = ports.from + ((process.pid * 61 + portsAsked) % ports.count);
    portsAsked += 1;
    if (portsAsked > ports.count) throw new Error('no free port');
    if (await isFree(port)) return port;
  }
}

async function isFree(port: number): Promise<boolean> {
  const probe = createServer();
  return new Promise((resolve) => {
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

/** Where Playwright runs the test, a failure is told together with what the server had said. */
async function tellWith(said: string): Promise<void> {
  if (process.env['TEST_WORKER_INDEX'] === undefined) return;
  const { test } = await import('@playwright/test');
  await test.info().attach('what the server said', { body: said, contentType: 'text/plain' });
}

/** Our own settings must not leak into the server under test. */
function cleanEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      value === undefined || name.startsWith('YAVKA_') || ['DATABASE_URL', 'NODE_ENV', 'PORT'].includes(name)
        ? []
        : [[name, value]],
    ),
  );
}

/**
 * Starts the built server on a free port and waits until it has caught up (`/readyz`).
 * @throws Error with what it said when it ends before, or is not ready in three minutes
 */
export async function startServer(settings: ServerSettings = {}): Promise<RunningServer> {
  const port = await freePort();
  const dataDir = settings.dataDir ?? mkdtempSync(path.join(os.tmpdir(), 'yavka-e2e-'));
  const mode = settings.args?.includes('--live') === true ? 'live' : 'rehearsal';
  let child: ChildProcess | undefined;
  let said = '';
  let file: ServerFile | undefined;

  // A test run that is broken off leaves no server behind.
  const killWithUs = (): void => void child?.kill('SIGKILL');
  process.once('exit', killWithUs);

  const start = async (): Promise<void> => {
    const started = spawn(process.execPath, ['server/dist/main.js', ...(settings.args ?? [])], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...cleanEnvironment(),
        PORT: String(port),
        YAVKA_HOST: '127.0.0.1',
        YAVKA_DATA_DIR: dataDir,
        ...(settings.pack === undefined ? {} : { YAVKA_PACK: settings.pack }),
        ...settings.env,
      },
    });
    child = started;
    for (const stream of [started.stdout, started.stderr])
      stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const ended = new Promise<never>((_, reject) => {
      started.once('error', reject);
      started.once('exit', (code, signal) =>
        reject(new Error(`The server ended (${code ?? signal}) before it was ready:\n${said}`)),
      );
    });
    ended.catch(() => undefined);
    await Promise.race([untilReady(`http://127.0.0.1:${port}/readyz`, () => said), ended]);
    file = JSON.parse(readFileSync(path.join(dataDir, mode, 'server.json'), 'utf8')) as ServerFile;
  };
  const kill = async (signal: NodeJS.Signals = 'SIGTERM'): Promise<void> => {
    const ending = child;
    if (ending === undefined || ending.exitCode !== null || ending.signalCode !== null) return;
    const gone = new Promise((resolve) => ending.once('exit', resolve));
    ending.kill(signal);
    await gone;
  };
  const told = (): ServerFile => {
    if (file === undefined) throw new Error('the server is not running');
    return file;
  };

  await start();
  return {
    url: `http://127.0.0.1:${port}`,
    dataDir,
    get deskToken() {
      const { deskToken } = told();
      if (deskToken === null) throw new Error('a live server gives no desk token away');
      return deskToken;
    },
    get adminToken() {
      return told().adminToken;
    },
    get replayUrl() {
      const { replayToken } = told();
      return replayToken === null ? null : `http://127.0.0.1:${port}/#replay=${replayToken}`;
    },
    get pid() {
      return child?.pid ?? -1;
    },
    output: () => said,
    kill,
    exitCode: () => child?.exitCode ?? null,
    restart: async () => {
      await kill();
      await start();
    },
    stop: async () => {
      await tellWith(said);
      await kill();
      process.off('exit', killWithUs);
      if (settings.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Asks again as soon as an answer or a refusal is there; a refused connection costs a turn of the event loop and no more. */
async function untilReady(address: string, said: () => string): Promise<void> {
  const deadline = AbortSignal.timeout(readyWithinMs);
  for (;;) {
    const answer = await fetch(address, { signal: deadline }).catch(() => null);
    if (answer?.ok === true) return;
    if (deadline.aborted) throw new Error(`The server was not ready in ${readyWithinMs / 1000} s:\n${said()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
