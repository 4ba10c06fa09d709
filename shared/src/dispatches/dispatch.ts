import { z } from 'zod';

import { idSchema, instantSchema } from '../ids.ts';

/**
 * A reported event beside the figures. Its words are kept outside the log under `textRef`, so that they can be
 * erased while the chain of hashes stays true. Who claims it is kept as a kind of person, never as a name.
 */
export const dispatchSchema = z.object({
  dispatchId: idSchema,
  /** No finer than a town. */
  area: idSchema,
  at: instantSchema,
  claimant: z.enum(['voters', 'activists', 'observers', 'candidates', 'commission', 'officials', 'media', 'others']),
  officialResponse: z.enum(['notAsked', 'asked', 'noComment', 'denied', 'confirmed']),
  /** `sha256:<hex of salt and text>`. */
  textRef: z.string().regex(/^sha256:[0-9a-f]{64}$/),
  source: z.string().min(1).max(200),
});
export type Dispatch = z.infer<typeof dispatchSchema>;
