import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { WorkerReply } from './sqlite-calls.ts';
import { openDatabase } from './sqlite-database.ts';
import { startSqliteWorker } from './start-sqlite-worker.ts';
import { WorkerLink } from './worker-link.ts';

describe('the store’s thread', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'yavka-worker-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('[LOG-27] commits everything that is queued when it wakes together, and closes after what came before', async () => {
    const file = join(folder, 'yavka.db');
    const holder = openDatabase(file, 0);
    holder.exec('BEGIN IMMEDIATE');
    const worker = startSqliteWorker({ file, busyTimeoutMs: 240_000 });
    const link = new WorkerLink(worker);
    const batches: number[] = [];
    worker.on('message', (replies: readonly WorkerReply[]) => batches.push(replies.length));
    // Sent before the worker can open the database, so that they wait for it together.
    const writes = Array.from({ length: 60 }, (_, index) => link.call('putMeta', `k${index}`, 'v'));
    const last = link.call('getMeta', 'k59');
    const closed = link.close();
    holder.exec('ROLLBACK');
    holder.close();
    await Promise.all(writes);
    expect(await last).toBe('v');
    await closed;
    await link.ended;
    expect(batches).toEqual([1, 61, 1]);
    await expect(link.call('getMeta', 'k59')).rejects.toMatchObject({ name: 'StoreUnavailable' });
  });
});
