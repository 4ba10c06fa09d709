import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { App } from '@yavka/server/build-app';
import { buildApp } from '@yavka/server/build-app';
import { readConfig } from '@yavka/server/config';
import { buildLogger } from '@yavka/server/observe/build-logger';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';

import { registerTestDatabase } from '../postgres/test-database.ts';
import type { TcpProxy } from '../postgres/tcp-proxy.ts';
import { openTcpProxy } from '../postgres/tcp-proxy.ts';

const database = registerTestDatabase();
let proxy: TcpProxy;
let dataDir: string;
let app: App;
let lines: string[];

beforeEach(async () => {
  proxy = await openTcpProxy(database().url);
  dataDir = mkdtempSync(join(tmpdir(), 'yavka-away-'));
  lines = [];
  const settings = { PORT: '0', YAVKA_HOST: '127.0.0.1', YAVKA_DATA_DIR: dataDir, YAVKA_PACK: 'test-two-zones' };
  const config = readConfig(['--live'], { ...settings, DATABASE_URL: proxy.url });
  app = await buildApp(config, '1.0.0', buildLogger('warn', { write: (line) => lines.push(line) }));
});
afterEach(async () => {
  await proxy.restore();
  await app.close();
  await proxy.close();
  rmSync(dataDir, { recursive: true, force: true });
  await database().run('DROP SCHEMA yavka_live CASCADE');
});

const answerSchema = z.union([
  z.object({ seq: z.int() }),
  z.object({ rejected: z.string(), message: z.record(z.string(), z.string()) }),
]);

/** Sends a command of this id: a report of one and the same station. */
async function send(commandId: string) {
  const response = await fetch(`${app.url}/api/v1/commands`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${app.tokens.adminToken}` },
    body: JSON.stringify({
      ...{ type: 'ReportStation', commandId },
      report: { station: 'w-1', status: 'open', asOf: 1, source: commandId },
    }),
  });
  return { status: response.status, answer: answerSchema.parse(await response.json()) };
}

/** Sends it again under its id, as a desk does, until it is written. */
async function sendUntilWritten(commandId: string): Promise<number> {
  for (;;) {
    const { answer } = await send(commandId);
    if ('seq' in answer) return answer.seq;
    expect(answer.rejected).toBe('storeUnavailable');
  }
}

async function expectRefused(commandId: string): Promise<void> {
  const { status, answer } = await send(commandId);
  expect(status).toBe(503);
  expect(answer).toMatchObject({ rejected: 'storeUnavailable' });
  expect(Object.keys('message' in answer ? answer.message : {}).sort()).toEqual(['en', 'kk', 'ru']);
}

async function publicSeq(): Promise<number> {
  const response = await fetch(`${app.url}/api/v1/snapshot`);
  expect(response.status).toBe(200);
  return z.object({ state: z.object({ seq: z.int() }) }).parse(await response.json()).state.seq;
}

async function expectWhole(entries: number): Promise<void> {
  const headers = { Authorization: `Bearer ${app.tokens.adminToken}` };
  for (;;) {
    const response = await fetch(`${app.url}/api/v1/log/verification`, { headers });
    // Its reading may meet a connection that has ended.
    if (response.status === 503) continue;
    expect(await response.json()).toMatchObject({ entries, problem: null });
    return;
  }
}

const said = (message: string): number => lines.filter((line) => line.includes(`"msg":"${message}"`)).length;

describe('a server whose database goes away', () => {
  it('[LOG-8][LOG-21] refuses commands clearly, serves readers on, and is right again by itself', async () => {
    const first = await sendUntilWritten('c-1');
    proxy.cut();
    for (const commandId of ['c-2', 'c-3', 'c-2']) await expectRefused(commandId);
    expect(await publicSeq()).toBeGreaterThan(0);
    expect((await fetch(`${app.url}/api/v1/election`)).status).toBe(200);

    await proxy.restore();
    const second = await sendUntilWritten('c-2');
    expect(await sendUntilWritten('c-1')).toBe(first);
    expect(await sendUntilWritten('c-2')).toBe(second);
    await database().run(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND application_name = 'yavka'`,
    );
    const third = await sendUntilWritten('c-3');
    expect([first, second, third]).toEqual([2, 3, 4]);
    await expectWhole(4);
    expect(said('the store is away')).toBeGreaterThan(0);
    // Each time it went is told once, and its return too as soon as it has answered.
    while (said('the store is back') < said('the store is away')) await sendUntilWritten('c-3');
  });

  it('[LOG-8][LOG-32] answers when the database does not, and writes once what is sent again', async () => {
    await sendUntilWritten('c-1');
    const givenUp = proxy.stall();
    await expectRefused('c-2');
    expect(await publicSeq()).toBeGreaterThan(0);
    await givenUp;
    await proxy.restore();
    expect(await sendUntilWritten('c-2')).toBe(3);
    expect(await sendUntilWritten('c-3')).toBe(4);
    expect(await sendUntilWritten('c-2')).toBe(3);
    await expectWhole(4);
  });
});
