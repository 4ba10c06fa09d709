import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { LogStore } from '@yavka/server/storage/log-store';
import { MemoryLogStore } from '@yavka/server/storage/memory-log-store';
import { openPostgresLogStore } from '@yavka/server/storage/postgres-log-store';
import { openSqliteLogStore } from '@yavka/server/storage/sqlite-log-store';
import { registerTestDatabase } from '../postgres/test-database.ts';
import { registerLogStoreContract } from './log-store-contract.ts';

registerLogStoreContract('memory', async () => {
  const store = new MemoryLogStore();
  return { store, reopen: null, beside: null, dispose: () => store.close() };
});

registerLogStoreContract('SQLite', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'yavka-store-'));
  const open = () => openSqliteLogStore({ dataDir, mode: 'rehearsal' });
  let store = await open();
  return {
    store,
    reopen: async () => {
      await store.close();
      store = await open();
      return store;
    },
    beside: null,
    dispose: async () => {
      await store.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
});

const database = registerTestDatabase();
/** Nothing here is about how long a call may take, and a busy machine may take longer than the product allows. */
const limitMs = 120_000;

registerLogStoreContract('PostgreSQL', async () => {
  const opened: LogStore[] = [];
  const open = async (): Promise<LogStore> => {
    const store = await openPostgresLogStore({ url: database().url, mode: 'rehearsal', limitMs });
    opened.push(store);
    return store;
  };
  const store = await open();
  return {
    store,
    reopen: async () => {
      await store.close();
      return open();
    },
    beside: open,
    dispose: async () => {
      for (const one of opened) await one.close();
      await database().run('DROP SCHEMA yavka_rehearsal CASCADE');
    },
  };
});
