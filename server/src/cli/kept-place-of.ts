import { existsSync } from 'node:fs';

import type { Mode } from '@yavka/shared/ids';

import { BadSetting, checkedDatabaseUrl } from '../config.ts';
import { storeFolder } from '../storage/store-folder.ts';
import type { WhereToLook } from './find-server.ts';

const modes: readonly Mode[] = ['live', 'rehearsal'];

/**
 * Where the log is that a verb is about: in the database when one is named, of the mode that is said; else in the data
 * folder, of the mode said or the only one there.
 *
 * @throws BadSetting when there is no log, or when there may be two and the mode was not said
 */
export function keptPlaceOf({ dataDir, databaseUrl: url, mode: said }: WhereToLook): {
  readonly dataDir: string;
  readonly databaseUrl: string | null;
  readonly mode: Mode;
} {
  const databaseUrl = checkedDatabaseUrl(url);
  if (databaseUrl !== null) {
    if (said === undefined) throw new BadSetting('With DATABASE_URL say --live or --rehearsal (or set YAVKA_MODE).');
    return { dataDir, databaseUrl, mode: said };
  }
  const kept = modes.filter((mode) => existsSync(storeFolder(dataDir, mode)));
  const [mode, second] = said === undefined ? kept : [said];
  if (mode === undefined || !kept.includes(mode)) throw new BadSetting(`There is no log in ${dataDir}.`);
  if (second !== undefined) throw new BadSetting('There is a live log and a rehearsal log: say --live or --rehearsal.');
  return { dataDir, databaseUrl, mode };
}
