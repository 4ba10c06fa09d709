import * as z from 'zod/mini';

import { figureStatusSchema, snippetSchema } from '../figures/figure.ts';
import { turnoutIntervalSchema } from '../figures/turnout.ts';
import { idSchema, languageSchema } from '../ids.ts';

/** One figure as read in an announcement. */
export const parsedFigureSchema = z.object({
  area: idSchema,
  /** Null when the text states no time of this election's cutoffs. */
  cutoff: z.nullable(idSchema),
  turnout: z.nullable(turnoutIntervalSchema),
  ballots: z.nullable(z.int().check(z.minimum(0))),
  /** Voters on the lists as stated beside it. */
  electorate: z.nullable(z.int().check(z.minimum(1))),
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
  language: z.nullable(languageSchema),
  /** "HH:MM" in capital time. */
  asOf: z.nullable(z.string()),
  asOfSnippet: z.nullable(snippetSchema),
  cutoff: z.nullable(idSchema),
  status: z.nullable(figureStatusSchema),
  /** In the order of the text; at most one per area and cutoff. */
  figures: z.array(parsedFigureSchema),
  leftAlone: z.array(leftAloneSchema),
});
export type ParsedAnnouncement = z.infer<typeof parsedAnnouncementSchema>;
