import { join } from 'node:path';

import type { Mode } from '@yavka/shared/ids';

/** `<dataDir>/<mode>`: holds the store, its lock and the start's file; a rehearsal cannot touch the live day. */
export function storeFolder(dataDir: string, mode: Mode): string {
  return join(dataDir, mode);
}
