import * as z from 'zod/mini';

import { idSchema, instantSchema, languageSchema } from '../ids.ts';

/** What the officials concerned said to it: whether they were asked at all, and what they answered. */
export const officialResponseSchema = z.enum(['notAsked', 'asked', 'noComment', 'denied', 'confirmed']);
export type OfficialResponse = z.infer<typeof officialResponseSchema>;

/** A response, when it was given and who brought it. */
export const dispatchResponseSchema = z.object({
  officialResponse: officialResponseSchema,
  at: instantSchema,
  source: z.string().check(z.minLength(1), z.maxLength(200)),
});
export type DispatchResponse = z.infer<typeof dispatchResponseSchema>;

/** Who says so: a kind of person, never a name. */
export const claimantSchema = z.enum([
  'voters',
  'activists',
  'observers',
  'candidates',
  'commission',
  'officials',
  'media',
  'others',
]);
export type Claimant = z.infer<typeof claimantSchema>;

/**
 * A reported event beside the figures. Its words are kept outside the log under `textRef`, so that they can be
 * erased while the chain of hashes stays true. Who claims it is kept as a kind of person, never as a name.
 */
export const dispatchSchema = z.object({
  dispatchId: idSchema,
  /** No finer than a town. */
  area: idSchema,
  at: instantSchema,
  claimant: claimantSchema,
  officialResponse: officialResponseSchema,
  /** When that response was given and who brought it; absent where it came with the dispatch itself. */
  responseAt: z.optional(instantSchema),
  responseSource: z.optional(z.string().check(z.minLength(1), z.maxLength(200))),
  /** `sha256:<hex of salt and text>`. */
  textRef: z.string().check(z.regex(/^sha256:[0-9a-f]{64}$/)),
  source: z.string().check(z.minLength(1), z.maxLength(200)),
  /** In which the words are written; absent where nobody told. */
  language: z.optional(languageSchema),
});
export type Dispatch = z.infer<typeof dispatchSchema>;

/** A dispatch as it stands: released or not, its words erased or not, and how its response came about. */
export const dispatchStateSchema = z.extend(dispatchSchema, {
  releasedAt: z.nullable(instantSchema),
  erased: z.boolean(),
  /** Entered and waiting for a second look; the public's state never has one. */
  pendingResponse: z.optional(dispatchResponseSchema),
  /** The released ones before the one that stands, oldest first. */
  earlierResponses: z.optional(z.array(dispatchResponseSchema)),
});
export type DispatchState = z.infer<typeof dispatchStateSchema>;
