import { existsSync } from 'node:fs';

import type { Mode } from '@yavka/shared/ids';

import { BadSetting, checkedDatabaseUrl } from '../config.ts';
import { FolderHeld } from '../storage/folder-lock.ts';
import { nameOfPlace, openStore } from '../storage/open-store.ts';
import type { StorePlace } from '../storage/open-store.ts';
import { storeFolder } from '../storage/store-folder.ts';
import type { LogVerification } from '../storage/verify-log.ts';
import { verifyLog } from '../storage/verify-log.ts';
import { callServer } from './call-server.ts';
import type { WhereToLook } from './find-server.ts';
import { findServer } from './find-server.ts';

const modes: readonly Mode[] = ['live', 'rehearsal'];

/**
 * Proves the log in use: by the server named by address; in the database, which a running server need not leave for it;
 * in the folder itself when nobody holds it, else by the server that does.
 *
 * @throws BadSetting when there is no log, or when there may be two and the mode was not said
 */
export async function verifyLogVerb(where: WhereToLook): Promise<LogVerification> {
  const { dataDir } = where;
  if (where.url !== undefined) return askServer(where);
  const databaseUrl = checkedDatabaseUrl(where.databaseUrl);
  if (databaseUrl !== null) {
    if (where.mode === undefined)
      throw new BadSetting('With DATABASE_URL say --live or --rehearsal (or set YAVKA_MODE).');
    return prove({ dataDir, databaseUrl, mode: where.mode });
  }
  const kept = modes.filter((mode) => existsSync(storeFolder(dataDir, mode)));
  const [mode, second] = where.mode === undefined ? kept : [where.mode];
  if (mode === undefined || !kept.includes(mode)) throw new BadSetting(`There is no log in ${dataDir}.`);
  if (second !== undefined) throw new BadSetting('There is a live log and a rehearsal log: say --live or --rehearsal.');
  try {
    return await prove({ dataDir, databaseUrl, mode });
  } catch (error) {
    if (!(error instanceof FolderHeld)) throw error;
    return askServer({ ...where, mode });
  }
}

async function prove(place: StorePlace): Promise<LogVerification> {
  const store = await openStore(place);
  try {
    const head = await store.currentLog();
    if (head === null) throw new BadSetting(`There is no log in ${nameOfPlace(place)}.`);
    return await verifyLog(store, head.logId);
  } finally {
    await store.close();
  }
}

async function askServer(where: WhereToLook): Promise<LogVerification> {
  return (await callServer(await findServer(where), 'GET', '/log/verification')) as LogVerification;
}
