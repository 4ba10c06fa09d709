import * as z from 'zod/mini';

import { idSchema, instantSchema, languageSchema, modeSchema } from '../ids.ts';
import {
  figureIdSchema,
  figureKeySchema,
  figureRevisionSchema,
  figureStatusSchema,
  snippetSchema,
} from '../figures/figure.ts';
import { turnoutIntervalSchema } from '../figures/turnout.ts';
import { dispatchResponseSchema, dispatchSchema } from '../dispatches/dispatch.ts';
import { electorateVersionSchema } from '../pack/pack.ts';
import { stationCountSchema, stationReportSchema } from '../stations/report.ts';

/** An announcement of the commission, kept whole. Figures point into `text`. */
export const announcementRecordSchema = z.object({
  announcementId: idSchema,
  text: z.string(),
  /** Who brought it: the commission itself, an outlet, a file. */
  source: z.string().check(z.minLength(1), z.maxLength(200)),
  language: z.nullable(languageSchema),
  /** The time the text states, "HH:MM" in capital time. */
  asOf: z.nullable(z.string()),
  cutoff: z.nullable(idSchema),
  status: figureStatusSchema,
  receivedAt: instantSchema,
});
export type AnnouncementRecord = z.infer<typeof announcementRecordSchema>;

export const figureRefSchema = z.object({ figureId: figureIdSchema, revision: z.int().check(z.minimum(1)) });
export type FigureRef = z.infer<typeof figureRefSchema>;

/** A second announcement saying exactly what a figure already says. */
export const confirmationSchema = z.object({
  figureId: figureIdSchema,
  revision: z.int().check(z.minimum(1)),
  announcementId: idSchema,
  words: z.string(),
  snippet: z.nullable(snippetSchema),
});
export type Confirmation = z.infer<typeof confirmationSchema>;

/** What another source said of a figure that was left standing, and why it was. Its value is no revision of the figure. */
export const contradictionSchema = z.object({
  figureId: figureIdSchema,
  /** The revision that stood and stands. */
  revision: z.int().check(z.minimum(1)),
  /** Null where it was given by hand. */
  announcementId: z.nullable(idSchema),
  /** Who said it. */
  source: z.string().check(z.minLength(1), z.maxLength(200)),
  turnout: z.nullable(turnoutIntervalSchema),
  ballots: z.nullable(z.int().check(z.minimum(0))),
  words: z.string(),
  snippet: z.nullable(snippetSchema),
  /** The answer to check X, in the operator's words. */
  reason: z.string(),
  enteredAt: instantSchema,
});
export type Contradiction = z.infer<typeof contradictionSchema>;

export const withholdingTargetSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('figure'), figureId: figureIdSchema }),
  z.object({ kind: z.literal('announcement'), announcementId: idSchema }),
  z.object({ kind: z.literal('desk') }),
]);
export type WithholdingTarget = z.infer<typeof withholdingTargetSchema>;

/** What a log entry says happened. Names are past tense; fields never change meaning within a version. */
export const payloadSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('log.opened'),
    logId: idSchema,
    electionId: idSchema,
    packHash: z.string(),
    mode: modeSchema,
  }),
  z.object({ type: z.literal('electorate.versioned'), electorate: electorateVersionSchema }),
  z.object({ type: z.literal('announcement.entered'), announcement: announcementRecordSchema }),
  z.object({ type: z.literal('figure.entered'), key: figureKeySchema, revision: figureRevisionSchema }),
  z.object({ type: z.literal('figure.corrected'), figureId: figureIdSchema, revision: figureRevisionSchema }),
  z.object({ type: z.literal('figure.confirmed'), confirmation: confirmationSchema }),
  z.object({ type: z.literal('figure.contradicted'), contradiction: contradictionSchema }),
  z.object({
    type: z.literal('figures.verified'),
    refs: z.array(figureRefSchema),
    announcementId: z.nullable(idSchema),
  }),
  // A release carries everything it makes public, so that a reader who saw nothing before needs no second reducer.
  z.object({
    type: z.literal('figures.released'),
    announcements: z.array(announcementRecordSchema),
    figures: z.array(z.object({ key: figureKeySchema, revision: figureRevisionSchema, verifiedAt: instantSchema })),
    confirmations: z.array(confirmationSchema),
    /** Absent where there are none. */
    contradictions: z.optional(z.array(contradictionSchema)),
  }),
  z.object({
    type: z.literal('release.withheld'),
    withholdingId: idSchema,
    target: withholdingTargetSchema,
    /** Embargo: the instant of release; null holds until lifted. */
    until: z.nullable(instantSchema),
    reason: z.string(),
  }),
  z.object({ type: z.literal('withholding.lifted'), withholdingId: idSchema, due: z.boolean() }),
  z.object({ type: z.literal('station.reported'), report: stationReportSchema }),
  z.object({ type: z.literal('stations.counted'), count: stationCountSchema }),
  z.object({ type: z.literal('dispatch.entered'), dispatch: dispatchSchema }),
  /** What the officials answered: entered, and public only with the next release of the dispatch. */
  z.object({ type: z.literal('dispatch.answered'), dispatchId: idSchema, response: dispatchResponseSchema }),
  z.object({ type: z.literal('dispatch.released'), dispatch: dispatchSchema }),
  z.object({
    type: z.literal('dispatch.textErased'),
    dispatchId: idSchema,
    reason: z.string(),
    /** Set when the dispatch was never released: then its erasure concerns nobody outside. */
    unreleased: z.optional(z.literal(true)),
  }),
]);
export type Payload = z.infer<typeof payloadSchema>;
export type PayloadOf<T extends Payload['type']> = Extract<Payload, { type: T }>;

/** Whether a public reader may see an entry with this payload. Everything else reaches it as a hash only. */
export function isPublicPayload(payload: Payload): boolean {
  if (payload.type === 'dispatch.textErased' && payload.unreleased === true) return false;
  return publicPayloadTypes.has(payload.type);
}

const publicPayloadTypes: ReadonlySet<Payload['type']> = new Set([
  'log.opened',
  'electorate.versioned',
  'figures.released',
  'station.reported',
  'stations.counted',
  'dispatch.released',
  'dispatch.textErased',
] satisfies Payload['type'][]);
