import * as z from 'zod/mini';

import { idSchema, instantSchema } from '../ids.ts';
import { payloadSchema } from './payload.ts';

/** The version of entries written now. Older ones are brought up to it by `upcastEntry`. */
export const entryVersion = 1;

/** Who did it: a role and an opaque id; never a name. */
export const actorSchema = z.object({
  role: z.enum(['system', 'operator', 'admin', 'replay']),
  id: idSchema,
});
export type Actor = z.infer<typeof actorSchema>;

const hashSchema = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/** What a writer proposes; the store gives it its place, its time and its hash. */
export const entryDraftSchema = z.object({
  v: z.literal(entryVersion),
  entryId: idSchema,
  commandId: idSchema,
  actor: actorSchema,
  payload: payloadSchema,
});
export type EntryDraft = z.infer<typeof entryDraftSchema>;

/**
 * One entry of the log. `hash = SHA-256(previous hash ‖ SHA-256(canonical entry))`, see `seal.ts`.
 * `seq` counts from 1 without gaps; `recordedAt` never runs back.
 */
export const entrySchema = z.extend(entryDraftSchema, {
  seq: z.int().check(z.minimum(1)),
  recordedAt: instantSchema,
  hash: hashSchema,
});
export type Entry = z.infer<typeof entrySchema>;

/** An entry as an audience that may not read it gets it: its place, and enough to prove the chain. */
export const hiddenEntrySchema = z.object({
  seq: z.int().check(z.minimum(1)),
  contentHash: hashSchema,
  hash: hashSchema,
});
export type HiddenEntry = z.infer<typeof hiddenEntrySchema>;

export const audienceEntrySchema = z.union([entrySchema, hiddenEntrySchema]);
export type AudienceEntry = z.infer<typeof audienceEntrySchema>;

export function isHidden(entry: AudienceEntry): entry is HiddenEntry {
  return !('payload' in entry);
}
