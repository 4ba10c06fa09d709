import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { pino } from 'pino';
import { afterEach, describe, expect, it } from 'vitest';

import type { App } from './build-app.ts';
import { buildApp } from './build-app.ts';
import type { Config } from './config.ts';
import { storeFolder } from './storage/store-folder.ts';

const endings: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

async function dataFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'yavka-app-'));
  endings.push(() => rm(folder, { recursive: true }));
  return folder;
}

async function start(dataDir: string, mode: Config['mode'] = 'rehearsal') {
  const app = await buildApp(
    {
      ...{
        port: 0,
        host: '127.0.0.1',
        dataDir,
        databaseUrl: null,
        packId: 'test-two-zones',
        mode,
        logLevel: 'silent',
        allowedOrigins: [],
        trustedProxies: ['loopback'],
        publicUrl: null,
      },
      replay: { enabled: false, at: null, speed: 60 },
    },
    '1.0.0',
    pino({ level: 'silent' }),
  );
  endings.push(app.close);
  return app;
}

async function report(app: App, status: 'open' | 'closed'): Promise<void> {
  const answer = await fetch(`${app.url}/api/v1/commands`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${app.tokens.adminToken}` },
    body: JSON.stringify({
      ...{ type: 'ReportStation', commandId: 'c-1' },
      report: { station: 'w-1', status, asOf: 1, source: 'board' },
    }),
  });
  expect(answer.status).toBe(200);
}

async function stateOf(app: App): Promise<unknown> {
  const snapshot = (await (await fetch(`${app.url}/api/v1/snapshot`)).json()) as { state: unknown };
  return snapshot.state;
}

describe('starting and ending', () => {
  it('[ACC-3] starts with new tokens where the file of the old ones cannot be read', async () => {
    const dataDir = await dataFolder();
    const first = await start(dataDir);
    await first.close();
    const file = path.join(storeFolder(dataDir, 'rehearsal'), 'server.json');
    const whole = await readFile(file, 'utf8');
    await writeFile(file, whole.slice(0, whole.length / 2));
    const second = await start(dataDir);
    expect(second.tokens.adminToken).not.toBe(first.tokens.adminToken);
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ adminToken: second.tokens.adminToken });
    await second.close();
    expect((await start(dataDir)).tokens.adminToken).toBe(second.tokens.adminToken);
  });

  it.each(['live', 'rehearsal'] as const)(
    '[LOG-30] serves nothing from a %s log that is not as it was written: named and refused, or left behind',
    async (mode) => {
      const dataDir = await dataFolder();
      const first = await start(dataDir, mode);
      await report(first, 'closed');
      await first.close();
      // One byte of one entry, as a failing disk would change it.
      const file = path.join(storeFolder(dataDir, mode), 'yavka.db');
      const bytes = await readFile(file);
      bytes.write('t', bytes.indexOf('"station.reported"') + 1);
      await writeFile(file, bytes);
      if (mode === 'live') await expect(start(dataDir, mode)).rejects.toThrow(/broken at entry 2 \(hashBroken/);
      else expect(await stateOf(await start(dataDir, mode))).toMatchObject({ seq: 1, stations: {} });
    },
  );

  it('[RUN-1] takes no command while it ends, and says so to whom is ready for more', async () => {
    const app = await start(await dataFolder());
    const half = async (head: string) => {
      const socket = connect(Number(new URL(app.url).port), '127.0.0.1');
      let said = '';
      socket.on('data', (chunk: Buffer) => (said += chunk.toString()));
      socket.on('error', () => undefined);
      const ended = new Promise<void>((resolve) => socket.once('close', () => resolve()));
      await new Promise<void>((resolve) => socket.once('connect', resolve));
      socket.write(head);
      return {
        finish: async (rest: string) => {
          socket.write(rest);
          await ended;
          return said;
        },
      };
    };
    const command = await half(
      'POST /api/v1/commands HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{',
    );
    const readiness = await half('GET /readyz HTTP/1.1\r\nHost: x\r\n');
    await fetch(`${app.url}/healthz`);
    const closing = app.close();
    const [refused, notReady] = await Promise.all([command.finish('}'), readiness.finish('\r\n')]);
    expect(refused).toMatch(/^HTTP\/1.1 503 /);
    expect(refused).toContain('"rejected":"serverEnding"');
    expect(refused).toContain('Retry-After: 2');
    expect(refused).toContain('Connection: close');
    expect(notReady).toMatch(/^HTTP\/1.1 503 /);
    expect(notReady).toContain('{"ready":false}');
    await closing;
  });

  it('[RUN-1] answers what it has taken: what was told written is there at the next start, the rest is not', async () => {
    const dataDir = await dataFolder();
    const app = await start(dataDir);
    const send = async (index: number) => {
      const response = await fetch(`${app.url}/api/v1/commands`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${app.tokens.adminToken}` },
        body: JSON.stringify({
          ...{ type: 'ReportStation', commandId: `many-${String(index)}` },
          report: { station: 'w-1', status: 'open', asOf: index, source: 'board' },
        }),
      });
      const { seq } = (await response.json()) as { seq?: number };
      return { status: response.status, seq };
    };
    // The first answer is awaited, so that the rest meet a server at work; then it ends among them.
    await send(0);
    const rest = Array.from({ length: 40 }, (_, index) => send(index + 1));
    await Promise.race(rest);
    await app.close();
    const answers = await Promise.allSettled(rest);
    const told = answers.filter((answer) => answer.status === 'fulfilled').map(({ value }) => value);
    expect(told.filter(({ status }) => ![200, 503].includes(status))).toEqual([]);
    const written = told.flatMap(({ seq }) => (seq === undefined ? [] : [seq]));
    expect(written.length).toBeGreaterThan(0);
    const { seq } = (await stateOf(await start(dataDir))) as { seq: number };
    expect(Math.max(...written)).toBeLessThanOrEqual(seq);
    // One entry for the opening, one for the first command; none that was refused.
    expect(seq - 2).toBeLessThanOrEqual(40 - told.filter(({ status }) => status === 503).length);
  });

  it('[SET-2] ends although somebody holds a request half sent', async () => {
    const app = await start(await dataFolder());
    const socket = connect(Number(new URL(app.url).port), '127.0.0.1');
    socket.on('error', () => undefined);
    await new Promise<void>((resolve) => socket.once('connect', resolve));
    socket.write('POST /api/v1/commands HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n{');
    await fetch(`${app.url}/healthz`);
    await app.close();
  });
});
