import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';

import type { EntryDraft } from '@yavka/shared/log/entry';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { FolderHeld } from './folder-lock.ts';
import type { LogStore } from './log-store.ts';
import type { SqliteStoreOptions } from './sqlite-log-store.ts';
import { openSqliteLogStore } from './sqlite-log-store.ts';
import { startSqliteWorker } from './start-sqlite-worker.ts';
import { storeFolder } from './store-folder.ts';
import { verifyLog } from './verify-log.ts';

const opened: EntryDraft = {
  v: 1,
  entryId: 'opened',
  commandId: 'c-opened',
  actor: { role: 'system', id: 'server' },
  payload: { type: 'log.opened', logId: 'log', electionId: 'election', packHash: 'hash', mode: 'rehearsal' },
};
const note = (id: string): EntryDraft => ({
  v: 1,
  entryId: id,
  commandId: `c-${id}`,
  actor: { role: 'operator', id: 'op' },
  payload: { type: 'dispatch.textErased', dispatchId: 'd', reason: 'asked for' },
});

/** Longer than anything here may take. */
const busyTimeoutMs = 240_000;

describe('the SQLite store', () => {
  let dataDir: string;
  let folder: string;
  const stores: LogStore[] = [];
  const open = async (options: Partial<SqliteStoreOptions> = {}): Promise<LogStore> => {
    const store = await openSqliteLogStore({ dataDir, mode: 'rehearsal', ...options });
    stores.push(store);
    return store;
  };

  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'yavka-sqlite-'));
    folder = storeFolder(dataDir, 'rehearsal');
  });
  afterEach(async () => {
    await Promise.all(stores.splice(0).map((store) => store.close()));
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('[LOG-25] names the place of an entry that is no JSON any more', async () => {
    const store = await open();
    await store.openLog('log', [opened], 1);
    await store.append('log', 1, [note('a'), note('b')], 1);
    await store.close();
    const db = new Database(join(folder, 'yavka.db'));
    db.exec(`UPDATE entries SET body = '{"seq":2,' WHERE seq = 2`);
    db.close();
    expect(await verifyLog(await open(), 'log')).toMatchObject({ entries: 1, brokenSeq: 2, problem: 'unreadable' });
  });

  it('[LOG-24] has a folder for each mode, and one server a folder', async () => {
    const rehearsal = await open();
    const live = await open({ mode: 'live' });
    await rehearsal.openLog('log', [opened], 1);
    expect(await live.currentLog()).toBeNull();
    expect(readdirSync(dataDir).sort()).toEqual(['live', 'rehearsal']);
    await expect(open()).rejects.toThrow(FolderHeld);
    await expect(open()).rejects.toThrow(folder);
    await rehearsal.close();
    expect((await (await open()).currentLog())?.seq).toBe(1);
  });

  it('[LOG-21] rejects all that is in flight when its worker dies, keeps what was acknowledged, and frees the folder', async () => {
    const workers: Worker[] = [];
    const store = await open({
      busyTimeoutMs,
      startWorker: (settings) => {
        const worker = startSqliteWorker(settings);
        workers.push(worker);
        return worker;
      },
    });
    await store.openLog('log', [opened], 1);
    const followerTold = new Promise((resolve) => store.follow('log', 0, () => undefined, resolve));
    const results: Promise<unknown>[] = [];
    let acknowledged = 1;
    const other = new Database(join(folder, 'yavka.db'));
    for (let seq = 1; seq <= 400; seq += 1) {
      const sent = store.append('log', seq, [note(`e${seq}`)], 1);
      results.push(sent.then(() => (acknowledged += 1)));
      if (seq === 200) await sent;
      // From here on the worker waits for the disk, so that it cannot have answered everything when it dies.
      if (seq === 200) other.exec('BEGIN IMMEDIATE');
    }
    const dying = workers[0]?.terminate();
    other.exec('ROLLBACK');
    other.close();
    await dying;
    const settled = await Promise.allSettled(results);
    const rejected = settled.filter((result) => result.status === 'rejected');
    expect(rejected.length).toBeGreaterThan(0);
    for (const { reason } of rejected) expect(reason).toMatchObject({ name: 'StoreUnavailable' });
    await expect(store.currentLog()).rejects.toMatchObject({ name: 'StoreUnavailable' });
    expect(await followerTold).toMatchObject({ name: 'StoreUnavailable' });
    await store.close();

    const { entries, problem } = await verifyLog(await open(), 'log');
    expect(problem).toBeNull();
    expect(entries).toBeGreaterThanOrEqual(acknowledged);
  });

  it('[LOG-21] fails as unavailable while another program writes, and goes on after', async () => {
    const store = await open({ busyTimeoutMs: 1 });
    await store.openLog('log', [opened], 1);
    const other = new Database(join(folder, 'yavka.db'));
    other.exec('BEGIN IMMEDIATE');
    await expect(store.append('log', 1, [note('a')], 1)).rejects.toMatchObject({ name: 'StoreUnavailable' });
    expect(await store.read('log', 0, 10)).toHaveLength(1);
    other.exec('ROLLBACK');
    other.close();
    expect((await store.append('log', 1, [note('a')], 1)).ok).toBe(true);
  });

  it('[LOG-18] leaves no byte of erased words in any file of the folder', async () => {
    const store = await open();
    const secret = 'очередь-до-соседней-улицы-';
    for (let place = 0; place < 40; place += 1) {
      await store.putText(`ref-${place}`, `${secret}${place}-`.repeat(place === 7 ? 400 : 3));
    }
    const bytesOf = (words: string): number =>
      readdirSync(folder)
        .filter((name) => name !== 'lock.db')
        .filter((name) => readFileSync(join(folder, name)).includes(words)).length;
    expect(bytesOf(`${secret}7-`)).toBeGreaterThan(0);
    await Promise.all([7, 8, 9].map((place) => store.eraseText(`ref-${place}`)));
    for (const place of [7, 8, 9]) expect(bytesOf(`${secret}${place}-`)).toBe(0);
    expect(bytesOf(`${secret}10-`)).toBeGreaterThan(0);
  });

  it('[LOG-21] says what keeps it from opening, and does not keep the folder then', async () => {
    const store = await open();
    await store.close();
    const file = join(folder, 'yavka.db');
    const bytes = readFileSync(file);
    writeFileSync(file, 'not a database, but as long as the header of one would be'.repeat(20));
    await expect(open()).rejects.toMatchObject({ name: 'StoreUnavailable' });
    writeFileSync(file, bytes);
    expect(await (await open()).currentLog()).toBeNull();

    writeFileSync(join(dataDir, 'live'), 'a file where the folder should be');
    await expect(open({ mode: 'live' })).rejects.toMatchObject({ name: 'StoreUnavailable' });
  });
});
