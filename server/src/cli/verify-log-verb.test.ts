import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, it } from 'vitest';

import { openSqliteLogStore } from '../storage/sqlite-log-store.ts';
import { verifyLogVerb } from './verify-log-verb.ts';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'yavka-verify-'));
});
afterEach(() => {
  rmSync(dataDir, { recursive: true, force: true });
});
const where = () => ({ url: undefined, token: undefined, dataDir, databaseUrl: undefined, mode: undefined });

it('[LOG-3] proves the one log of the folder without being told its mode', async () => {
  const store = await openSqliteLogStore({ dataDir, mode: 'live' });
  const payload = { type: 'log.opened' as const, logId: 'log', electionId: 'e', packHash: 'h', mode: 'live' as const };
  const actor = { role: 'system' as const, id: 'server' };
  await store.openLog('log', [{ v: 1, entryId: 'e', commandId: 'open', actor, payload }], 1);
  await store.close();
  expect(await verifyLogVerb(where())).toMatchObject({ entries: 1, problem: null });
});

it('says so when there is no log, or when it must be told which', async () => {
  await expect(verifyLogVerb(where())).rejects.toThrow(/no log/);
  mkdirSync(join(dataDir, 'live'));
  mkdirSync(join(dataDir, 'rehearsal'));
  await expect(verifyLogVerb(where())).rejects.toThrow(/say --live or --rehearsal/);
});
