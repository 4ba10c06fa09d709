import { z } from 'zod';

import { figureStatusSchema, snippetSchema } from '../figures/figure.ts';
import { turnoutIntervalSchema } from '../figures/turnout.ts';
import { idSchema, languageSchema } from '../ids.ts';

/** One figure as read in an announcement. */
export const parsedFigureSchema = z.object({
  area: idSchema,
  /** Null when the text states no time of this election's cutoffs. */
  cutoff: idSchema.nullable(),
  turnout: turnoutIntervalSchema.nullable(),
  ballots: z.int().min(0).nullable(),
  /** Voters on the lists as stated beside it. */
  electorate: z.int().min(1).nullable(),
  /** The announcement's own words for this figure: `text.slice(snippet.start, snippet.end)`. */
  words: z.string(),
  snippet: snippetSchema,
});
export type ParsedFigure = z.infer<typeof parsedFigureSchema>;

/** Numbers that were read and are not turnout, with the kind of thing they are. */
export const leftAloneKinds = [
  'time',
  'date',
  'ordinal',
  'stations',
  'abroad',
  'threshold',
  'candidate',
  'otherElection',
  'estimate',
  'protocols',
  'age',
  'otherPlace',
  'group',
  'difference',
  'inexactCount',
  'conflict',
  'restated',
  'unclaimed',
] as const;
export const leftAloneSchema = z.object({ kind: z.enum(leftAloneKinds), snippet: snippetSchema });
export type LeftAlone = z.infer<typeof leftAloneSchema>;

export const parsedAnnouncementSchema = z.object({
  language: languageSchema.nullable(),
  /** "HH:MM" in capital time. */
  asOf: z.string().nullable(),
  asOfSnippet: snippetSchema.nullable(),
  cutoff: idSchema.nullable(),
  status: figureStatusSchema.nullable(),
  /** In the order of the text; at most one per area and cutoff. */
  figures: z.array(parsedFigureSchema),
  leftAlone: z.array(leftAloneSchema),
});
export type ParsedAnnouncement = z.infer<typeof parsedAnnouncementSchema>;
