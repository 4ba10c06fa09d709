import { idSchema, modeSchema } from '@yavka/shared/ids';
import { z } from 'zod';

/**
 * A log as a file: NDJSON in UTF-8, every line ended by `\n`.
 *
 * 1. The header, one line: which log, of what mode and pack, and where it ends.
 * 2. The entries from seq 1 to the head, each the very text that the store keeps; the chain of hashes is of these.
 * 3. The words that the entries name by reference, in the order in which they are first named; `null` for erased ones.
 * 4. The trailer, one line: how many of each there are, and the SHA-256 of every byte before it. A file without it was cut.
 *
 * Nothing in it tells when or where it was written, so two files of the same log are equal byte for byte. Tokens are
 * never in it: they belong to a store, not to a log.
 */
export const archiveFormat = 'yavka-log';
export const archiveVersion = 1;

const hashSchema = z.string().regex(/^[0-9a-f]{64}$/);

export const archiveHeaderSchema = z.object({
  format: z.literal(archiveFormat),
  version: z.literal(archiveVersion),
  logId: idSchema,
  mode: modeSchema,
  packHash: z.string(),
  headSeq: z.int().min(1),
  headHash: hashSchema,
  /** Where the replay of this log was left, as the replay keeps it; null for a log that is not replayed. */
  replay: z.string().nullable(),
});
export type ArchiveHeader = z.infer<typeof archiveHeaderSchema>;

export const archiveWordsSchema = z.strictObject({ ref: z.string().min(1).max(200), words: z.string().nullable() });
export type ArchiveWords = z.infer<typeof archiveWordsSchema>;

export const archiveTrailerSchema = z.strictObject({
  end: z.literal(archiveFormat),
  entries: z.int().min(1),
  texts: z.int().min(0),
  sha256: hashSchema,
});
export type ArchiveTrailer = z.infer<typeof archiveTrailerSchema>;

/** A log that cannot be written to a file, or a file that cannot be taken in: a sentence for whoever asked. */
export class ArchiveRefused extends Error {
  override readonly name = 'ArchiveRefused';
}
