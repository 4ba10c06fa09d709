import * as z from 'zod/mini';

import { claimantSchema, officialResponseSchema } from '../dispatches/dispatch.ts';
import { checkIdSchema, figureStatusSchema } from '../figures/figure.ts';
import { turnoutIntervalSchema } from '../figures/turnout.ts';
import { idSchema, languageSchema, localizedSchema } from '../ids.ts';
import { localTimeSchema, sourceIdSchema } from './pack-values.ts';

/** What was announced on the recorded day: facts from which the replay composes its own announcements. */
export const recordedAnnouncementSchema = z.object({
  id: idSchema,
  /** When it is announced in the replay, capital time. */
  localTime: localTimeSchema,
  /** False where no source gives the hour and the replay places it. */
  timeKnown: z.boolean(),
  cutoff: idSchema,
  status: figureStatusSchema,
  language: languageSchema,
  form: z.enum(['prose', 'list']),
  national: z.object({
    turnout: z.nullable(turnoutIntervalSchema),
    ballots: z.nullable(z.int().check(z.minimum(0))),
    electorate: z.nullable(z.int().check(z.minimum(1))),
  }),
  areas: z.array(z.object({ area: idSchema, turnout: turnoutIntervalSchema })),
  sources: z.array(sourceIdSchema).check(z.minLength(1)),
  /** Answers to the stops that the checks give on this announcement. */
  overrides: z.array(z.object({ check: checkIdSchema, area: z.nullable(idSchema), reason: localizedSchema })),
  note: z.optional(z.string()),
});
export type RecordedAnnouncement = z.infer<typeof recordedAnnouncementSchema>;

/** An event that was reported on the recorded day, told in the pack's own words: no private names, no sentences of others. */
export const recordedDispatchSchema = z.object({
  id: idSchema,
  /** When it comes in the replay, capital time. */
  localTime: localTimeSchema,
  /** False where no source gives the hour and the replay places it. */
  timeKnown: z.boolean(),
  area: idSchema,
  claimant: claimantSchema,
  officialResponse: officialResponseSchema,
  language: languageSchema,
  text: z.string().check(z.minLength(1), z.maxLength(5_000)),
  source: sourceIdSchema,
  /** What was answered later, in order of time. */
  answers: z.array(
    z.object({ localTime: localTimeSchema, officialResponse: officialResponseSchema, source: sourceIdSchema }),
  ),
});
export type RecordedDispatch = z.infer<typeof recordedDispatchSchema>;

/** Everything that the replay says: in order of time within each list. */
export const recordedDaySchema = z.object({
  start: localTimeSchema,
  announcements: z.array(recordedAnnouncementSchema),
  /** Absent where none was recorded. */
  dispatches: z.optional(z.array(recordedDispatchSchema)),
});
