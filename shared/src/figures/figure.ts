import * as z from 'zod/mini';

import type { AreaId, CutoffId, FigureId } from '../ids.ts';
import { idSchema, instantSchema } from '../ids.ts';
import { turnoutIntervalSchema } from './turnout.ts';

/** What is counted. This commission reports ballots issued: neither ballots cast nor votes. */
export const measureSchema = z.enum(['ballots-issued']);
export type Measure = z.infer<typeof measureSchema>;

/** The commission's own status of what it says. */
export const figureStatusSchema = z.enum(['preliminary', 'final']);
export type FigureStatus = z.infer<typeof figureStatusSchema>;

/** Offsets into the announcement's text as received, in UTF-16 code units, end exclusive. */
export const snippetSchema = z.object({ start: z.int().check(z.minimum(0)), end: z.int().check(z.minimum(0)) });
export type Snippet = z.infer<typeof snippetSchema>;

export const correctionKinds = ['typo', 'source-correction', 'basis-change', 'withdrawn'] as const;
export const correctionKindSchema = z.enum(correctionKinds);
export type CorrectionKind = z.infer<typeof correctionKindSchema>;

export const checkIds = ['B', 'M', 'C', 'I', 'D', 'S', 'X', 'W', 'R', 'P'] as const;
export const checkIdSchema = z.enum(checkIds);
export type CheckId = z.infer<typeof checkIdSchema>;

/** A reason given where a check says stop. `area: null` covers the whole announcement. */
export const overrideSchema = z.object({
  check: checkIdSchema,
  area: z.nullable(idSchema),
  reason: z.string().check(z.trim(), z.minLength(3), z.maxLength(500)),
});
export type Override = z.infer<typeof overrideSchema>;

/**
 * Why a revision exists: `entered` is the first; `refined` is the same source saying more exactly what it
 * said before (the new interval lies inside the old one); the rest are corrections.
 */
export const revisionKindSchema = z.enum(['entered', 'refined', ...correctionKinds]);
export type RevisionKind = z.infer<typeof revisionKindSchema>;

/** One revision of a figure. Revisions count from 1 and are never overwritten. */
export const figureRevisionSchema = z.object({
  revision: z.int().check(z.minimum(1)),
  kind: revisionKindSchema,
  /** Why, in the operator's words; null for `entered` and `refined`. */
  reason: z.nullable(z.string()),
  turnout: z.nullable(turnoutIntervalSchema),
  /** Ballots issued, a whole count, when stated. */
  ballots: z.nullable(z.int().check(z.minimum(0))),
  /** The electorate version that the percentage rests on, when known. */
  basis: z.nullable(idSchema),
  /** What the area's figure covers; abroad and home are announced apart by some commissions. */
  coverage: z.enum(['whole', 'partial']),
  status: figureStatusSchema,
  /** The source's own words, cut out of the announcement. */
  words: z.string(),
  snippet: z.nullable(snippetSchema),
  announcementId: z.nullable(idSchema),
  /** Who brought a value that has no announcement behind it: an outlet, a call. Absent where nobody was named. */
  carrier: z.optional(z.string().check(z.minLength(1), z.maxLength(200))),
  overrides: z.array(overrideSchema),
  enteredAt: instantSchema,
});
export type FigureRevision = z.infer<typeof figureRevisionSchema>;

/** As `figureIdOf` makes it: four parts, none empty. */
export const figureIdSchema = z.string().check(z.maxLength(400), z.regex(/^[^/]+(?:\/[^/]+){3}$/));

/** What a figure is about: a source, an area, a cutoff, a measure. */
export const figureKeySchema = z.object({
  figureId: figureIdSchema,
  source: idSchema,
  area: idSchema,
  cutoff: idSchema,
  measure: measureSchema,
});
export type FigureKey = z.infer<typeof figureKeySchema>;

/** The one id of what `source` says of `area` at `cutoff`. */
export function figureIdOf(key: { source: string; measure: Measure; cutoff: CutoffId; area: AreaId }): FigureId {
  return `${key.source}/${key.measure}/${key.cutoff}/${key.area}`;
}

export function isCorrection(kind: RevisionKind): kind is CorrectionKind {
  return kind !== 'entered' && kind !== 'refined';
}
