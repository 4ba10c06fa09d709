import { existsSync } from 'node:fs';

import type { Mode } from '@yavka/shared/ids';

import { BadSetting } from '../config.ts';
import { FolderHeld } from '../storage/folder-lock.ts';
import { openSqliteLogStore } from '../storage/sqlite-log-store.ts';
import { storeFolder } from '../storage/store-folder.ts';
import type { LogVerification } from '../storage/verify-log.ts';
import { verifyLog } from '../storage/verify-log.ts';
import { callServer } from './call-server.ts';
import type { WhereToLook } from './find-server.ts';
import { findServer } from './find-server.ts';

const modes: readonly Mode[] = ['live', 'rehearsal'];

/**
 * Proves the log in use: in the folder itself when nobody holds it, else by the server that does.
 *
 * @throws BadSetting when there is no log, or when there are two and the mode was not said
 */
export async function verifyLogVerb(where: WhereToLook): Promise<LogVerification> {
  if (where.url !== undefined) return askServer(where);
  const kept = modes.filter((mode) => existsSync(storeFolder(where.dataDir, mode)));
  const [mode, second] = where.mode === undefined ? kept : [where.mode];
  if (mode === undefined || !kept.includes(mode)) throw new BadSetting(`There is no log in ${where.dataDir}.`);
  if (second !== undefined) throw new BadSetting('There is a live log and a rehearsal log: say --live or --rehearsal.');
  try {
    const store = await openSqliteLogStore({ dataDir: where.dataDir, mode });
    try {
      const head = await store.currentLog();
      if (head === null) throw new BadSetting(`There is no log in ${storeFolder(where.dataDir, mode)}.`);
      return await verifyLog(store, head.logId);
    } finally {
      await store.close();
    }
  } catch (error) {
    if (!(error instanceof FolderHeld)) throw error;
    return askServer({ ...where, mode });
  }
}

async function askServer(where: WhereToLook): Promise<LogVerification> {
  return (await callServer(await findServer(where), 'GET', '/log/verification')) as LogVerification;
}
