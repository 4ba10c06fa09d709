import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { MemoryLogStore } from '@yavka/server/storage/memory-log-store';
import { openSqliteLogStore } from '@yavka/server/storage/sqlite-log-store';

import { registerLogStoreContract } from './log-store-contract.ts';

registerLogStoreContract('memory', async () => {
  const store = new MemoryLogStore();
  return { store, reopen: null, dispose: () => store.close() };
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
    dispose: async () => {
      await store.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
});
