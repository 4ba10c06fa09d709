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
        packId: 'test-two-zones',
        mode,
        logLevel: 'silent',
        allowedOrigins: [],
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

describe('starting and ending', { timeout: 60_000 }, () => {
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
