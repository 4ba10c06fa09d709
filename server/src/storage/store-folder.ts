import { join } from 'node:path';

import type { Mode } from '@yavka/shared/ids';

/** `<dataDir>/<mode>`: holds the store, its lock and the start's file; a rehearsal cannot touch the live day. */
export function storeFolder(dataDir: string, mode: Mode): string {
  return join(dataDir, mode);
}

/** Of a folder that is made for logs: what lies there is not all released, and nobody's to read but the server's. */
export const storeFolderMode = 0o700;
