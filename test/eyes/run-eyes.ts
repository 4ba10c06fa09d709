import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, get as httpGet } from 'node:http';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { defaultPackId } from '@yavka/server/packs/default-pack';

import { ingest } from '../e2e/command-line.ts';
import { recordedElection } from '../e2e/recorded-election.ts';
import { startServer } from '../e2e/server.ts';
import { seededRandom } from '../seeded-random.ts';
import type { RequestKind } from './count-origin.ts';
import { countOrigin, requestKindOf, requestKinds } from './count-origin.ts';
import { nginxConf } from './nginx-conf.ts';
import type { EdgeAnswer } from './shared-cache.ts';
import type { Reader } from './virtual-readers.ts';
import { openReader } from './virtual-readers.ts';

/** `npm run eyes`: readers of embeds behind a real nginx with the deployed configuration, in the machine's own time. */
const readersCount = Number(process.env['EYES'] ?? 1_000);
const quietMs = 15_000;
const awayMs = 10_000;
const patienceMs = 180_000;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

function findNginx(): string | null {
  const folders = [...(process.env['PATH'] ?? '').split(':'), '/usr/sbin', '/usr/local/sbin'];
  return folders.map((folder) => path.join(folder, 'nginx')).find((file) => existsSync(file)) ?? null;
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** One GET over connections that are kept, as browsers keep theirs. */
function getter(port: number): (at: string) => Promise<EdgeAnswer> {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  return (at) =>
    new Promise((resolve, reject) => {
      httpGet({ host: '127.0.0.1', port, path: at, agent, timeout: 20_000 }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: {},
            body: Buffer.concat(chunks).toString(),
            from: 'cache',
          }),
        );
        answer.on('error', reject);
      }).on('error', reject);
    });
}

/** Waits until all are counted; answers when the first was, half of them and all, or null where they never were. */
async function untilAll(count: () => number, all: number): Promise<readonly number[] | null> {
  const began = performance.now();
  const marks: number[] = [];
  while (marks.length < 3) {
    const passed = performance.now() - began;
    if (passed > patienceMs) return null;
    while (marks.length < 3 && count() >= ([1, all / 2, all][marks.length] ?? all)) marks.push(passed);
    await sleep(20);
  }
  return marks;
}

const nginx = findNginx();
if (nginx === null) {
  say(
    'nginx is not on this machine. Debian and Ubuntu: apt-get install nginx-light, and stop the service that comes with it.',
  );
  process.exit(1);
}

const election = recordedElection(defaultPackId());
const server = await startServer({ pack: election.pack.id, args: ['--rehearsal', '--no-replay', '--at', '20:20'] });
const origin = await countOrigin(server.url);
const folder = mkdtempSync(path.join(tmpdir(), 'yavka-eyes-'));
const port = await freePort();
writeFileSync(path.join(folder, 'nginx.conf'), nginxConf({ folder, port, nodePort: origin.port }));
const proxy = spawn(
  nginx,
  ['-p', folder, '-e', path.join(folder, 'error.log'), '-c', path.join(folder, 'nginx.conf')],
  {
    stdio: 'inherit',
  },
);
const problems: string[] = [];
const expectSo = (isSo: boolean, what: string): void => {
  if (!isSo) problems.push(what);
};

try {
  const version = spawnSync(nginx, ['-v'], { encoding: 'utf8' }).stderr.trim().replace('nginx version: ', '');
  await ingest(server, election.textOf('announcement-1605'));
  const get = getter(port);
  while ((await get('/api/v1/pointer').catch(() => null))?.status !== 200) await sleep(50);

  const random = seededRandom(1);
  const time = {
    now: () => performance.now(),
    after: (ms: number, run: () => void) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    track: <Result>(work: Promise<Result>): Promise<Result> => work,
  };
  const began = performance.now();
  const readers: Reader[] = [];
  while (readers.length < readersCount) {
    const arriving = Math.min(50, readersCount - readers.length);
    readers.push(
      ...(await Promise.all(Array.from({ length: arriving }, () => openReader(time, get, random, election.pack.id)))),
    );
  }
  const showing = (figure: string): number =>
    readers.filter(({ html }) => html.includes(figure) || html.includes(figure.replace(',', '.'))).length;
  const told = (marks: readonly number[] | null): string => {
    const [first, half, all] = (marks ?? []).map(seconds);
    return marks === null
      ? 'not everybody shows it'
      : `the first shows it after ${first}, half after ${half}, all after ${all}`;
  };
  const failures = (): number => readers.reduce((sum, reader) => sum + reader.failures, 0);
  const seconds = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`;
  say(`${readersCount} readers of embeds behind ${version} as in docs/deployment/nginx.conf, one server, one machine`);
  say(`  came in ${seconds(performance.now() - began)}, all with their figure: ${showing('62,34')} of ${readersCount}`);
  expectSo(showing('62,34') === readersCount, 'not every reader had the figure at once');

  const quiet = origin.counts();
  await sleep(quietMs);
  const heard = origin.counts();
  say(
    `  ${seconds(quietMs)} in which nothing is said: the server heard ${requestKinds
      .map((kind) => [kind, heard[kind] - quiet[kind]] as const)
      .filter(([, count]) => count > 0)
      .map(([kind, count]) => `${kind} ${count}`)
      .join(', ')}`,
  );
  expectSo(heard.pointer - quiet.pointer <= quietMs / 1_000 + 2, 'the server heard more than a pointer a second');

  await ingest(server, election.textOf('announcement-1805'));
  const all = await untilAll(() => showing('67,85'), readersCount);
  say(`  an announcement: ${told(all)} (one process is all the browsers)`);
  expectSo(all !== null, 'not every reader saw the announcement');

  const before = failures();
  const atKill = origin.counts();
  await server.kill('SIGKILL');
  const killed = performance.now();
  await sleep(awayMs);
  const kept = showing('67,85');
  await server.restart();
  const atReturn = origin.counts();
  const away = performance.now() - killed;
  say(
    `  the server killed for ${seconds(away)}: ${kept} of ${readersCount} keep the figure, ${failures() - before} failed requests`,
  );
  expectSo(kept === readersCount && failures() === before, 'readers noticed that the server was away');
  await ingest(server, election.textOf('announcement-2005-list'));
  const back = await untilAll(() => showing('69,31'), readersCount);
  say(`  an announcement after that: ${told(back)}`);
  expectSo(back !== null, 'not every reader came back');

  const lines = readFileSync(path.join(folder, 'access.log'), 'utf8').trim().split('\n');
  const edge = new Map<RequestKind, number>();
  let failed = 0;
  for (const line of lines) {
    const [, , status = '', at = ''] = line.split('|');
    edge.set(requestKindOf(at), (edge.get(requestKindOf(at)) ?? 0) + 1);
    if (Number(status) >= 400) failed += 1;
  }
  const total = origin.counts();
  say('');
  say('             at the edge   at the server   asked in vain while it was away');
  for (const kind of requestKinds) {
    if ((edge.get(kind) ?? 0) + total[kind] === 0) continue;
    const vain = atReturn[kind] - atKill[kind];
    say(
      `  ${kind.padEnd(9)}${String(edge.get(kind) ?? 0).padStart(13)}${String(total[kind] - vain).padStart(16)}${String(vain).padStart(16)}`,
    );
  }
  say(`  answered with an error at the edge: ${failed} of ${lines.length}`);
  expectSo(total.snapshot <= 3 && total.election === 1, 'the server gave a snapshot or the election twice');
  expectSo(failed === 0, 'the edge answered with an error');
} finally {
  proxy.kill('SIGTERM');
  origin.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
for (const problem of problems) say(`NOT SO: ${problem}`);
process.exit(problems.length === 0 ? 0 : 1);
