import { BadSetting } from '../config.ts';
import { FolderHeld } from '../storage/folder-lock.ts';
import { nameOfPlace, openStore } from '../storage/open-store.ts';
import type { StorePlace } from '../storage/open-store.ts';
import type { LogVerification } from '../storage/verify-log.ts';
import { verifyLog } from '../storage/verify-log.ts';
import { callServer } from './call-server.ts';
import type { WhereToLook } from './find-server.ts';
import { findServer } from './find-server.ts';
import { keptPlaceOf } from './kept-place-of.ts';

/**
 * Proves the log in use: by the server named by address; in the database, which a running server need not leave for it;
 * in the folder itself when nobody holds it, else by the server that does.
 *
 * @throws BadSetting when there is no log, or when there may be two and the mode was not said
 */
export async function verifyLogVerb(where: WhereToLook): Promise<LogVerification> {
  if (where.url !== undefined) return askServer(where);
  const place = keptPlaceOf(where);
  try {
    return await prove(place);
  } catch (error) {
    if (!(error instanceof FolderHeld)) throw error;
    return askServer({ ...where, mode: place.mode });
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
