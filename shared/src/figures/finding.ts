import * as z from 'zod/mini';

import { idSchema, localizedSchema } from '../ids.ts';
import { checkIdSchema } from './figure.ts';

/** What a check says. A stop is answered by an override or a change; a warning is only read. */
export const findingSchema = z.object({
  check: checkIdSchema,
  severity: z.enum(['stop', 'warn']),
  areas: z.array(idSchema),
  cutoff: z.nullable(idSchema),
  message: localizedSchema,
  /** The electorate version that would make a count fit, when check C found one. */
  proposedBasis: z.nullable(idSchema),
});
export type Finding = z.infer<typeof findingSchema>;
