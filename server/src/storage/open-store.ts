import { mkdir } from 'node:fs/promises';

import type { Mode } from '@yavka/shared/ids';

import { nameOfDatabase } from './database-url.ts';
import type { LogStore } from './log-store.ts';
import { openPostgresLogStore } from './postgres-log-store.ts';
import { schemaOf } from './postgres-schema.ts';
import { openSqliteLogStore } from './sqlite-log-store.ts';
import { storeFolder, storeFolderMode } from './store-folder.ts';
import { StoreUnavailable } from './store-unavailable.ts';

/** Where the logs of a mode are kept: in a database when there is one, else in the data folder. */
export interface StorePlace {
  readonly dataDir: string;
  readonly databaseUrl: string | null;
  readonly mode: Mode;
}

/**
 * Opens the store of a mode, and makes sure of its folder in the data folder, where the start's own file goes whichever
 * store it is.
 *
 * @throws FolderHeld or StoreUnavailable, each with a sentence for the person who started it
 */
export async function openStore({ dataDir, databaseUrl, mode }: StorePlace): Promise<LogStore> {
  if (databaseUrl === null) return openSqliteLogStore({ dataDir, mode });
  const folder = storeFolder(dataDir, mode);
  await mkdir(folder, { recursive: true, mode: storeFolderMode }).catch((error: unknown) => {
    throw new StoreUnavailable(`cannot make the folder ${folder}`, error);
  });
  return openPostgresLogStore({ url: databaseUrl, mode });
}

/** The place in words, for messages; never with a password. */
export function nameOfPlace({ dataDir, databaseUrl, mode }: StorePlace): string {
  return databaseUrl === null
    ? storeFolder(dataDir, mode)
    : `${schemaOf(mode)} of the database ${nameOfDatabase(databaseUrl)}`;
}
