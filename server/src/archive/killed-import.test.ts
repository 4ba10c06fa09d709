import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';

import { expect, it } from 'vitest';

import { openSqliteLogStore } from '../storage/sqlite-log-store.ts';
import { startSqliteWorker } from '../storage/start-sqlite-worker.ts';
import { verifyLog } from '../storage/verify-log.ts';
import { archivedStore, inChunks, textOf } from './archive.fixture.ts';
import { keepArchive } from './keep-archive.ts';
import { readArchive } from './read-archive.ts';

it('[ARC-6] an import that is killed on the way leaves the whole log in use or no log at all, and can be repeated', async () => {
  const { text } = await archivedStore(3_000);
  const archive = await readArchive(inChunks(text, 65_536));
  for (const turns of [0, 1, 5, 50, 500]) {
    const dataDir = mkdtempSync(join(tmpdir(), 'yavka-import-'));
    try {
      let worker: Worker | undefined;
      const startWorker: typeof startSqliteWorker = (settings) => (worker = startSqliteWorker(settings));
      const dying = await openSqliteLogStore({ dataDir, mode: 'rehearsal', startWorker });
      const kept = keepArchive(dying, archive, 'unsaid').catch((error: unknown) => error);
      for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => setImmediate(resolve));
      await worker?.terminate();
      await kept;
      await dying.close();

      const store = await openSqliteLogStore({ dataDir, mode: 'rehearsal' });
      const logs = await store.listLogs();
      expect((await store.currentLog())?.logId ?? null, `after ${String(turns)} turns`).toBe(logs[0] ?? null);
      expect(['inUse', 'thereAlready']).toContain(await keepArchive(store, archive, 'unsaid'));
      expect(await verifyLog(store, 'log')).toMatchObject({ entries: 3_001, problem: null });
      expect((await textOf(store, 'log')) === text).toBe(true);
      await store.close();
    } finally {
      rmSync(dataDir, { recursive: true, force: true });
    }
  }
});
