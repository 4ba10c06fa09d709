import type { Entry } from './entry.ts';
import { entrySchema, entryVersion } from './entry.ts';

/**
 * Brings an entry as it was stored up to the version this program writes, and checks its shape.
 * Version 1 is the first: it passes. What was added to it since is optional, so that an entry from before is read as it
 * was written. Each later version adds its step here and never changes an earlier one,
 * since hashes are of entries as they were written (see `readStored` of the store).
 *
 * @throws Error for a version this program does not know (a newer program wrote it), ZodError for a wrong shape.
 */
export function upcastEntry(raw: unknown): Entry {
  const version = typeof raw === 'object' && raw !== null && 'v' in raw ? raw.v : undefined;
  if (version !== entryVersion) {
    throw new Error(
      `log entry has version ${JSON.stringify(version) ?? 'none'}, this program reads versions up to ${entryVersion}`,
    );
  }
  return entrySchema.parse(raw);
}
