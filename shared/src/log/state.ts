import * as z from 'zod/mini';

import { dispatchStateSchema } from '../dispatches/dispatch.ts';
import { figureKeySchema, figureRevisionSchema } from '../figures/figure.ts';
import { idSchema, instantSchema, modeSchema } from '../ids.ts';
import { electorateVersionSchema } from '../pack/pack.ts';
import { stationCountSchema, stationReportSchema } from '../stations/report.ts';
import {
  announcementRecordSchema,
  confirmationSchema,
  contradictionSchema,
  withholdingTargetSchema,
} from './payload.ts';

/** Where one revision stands: entered by an operator, verified by a second look, released to everyone. */
export const revisionStateSchema = z.extend(figureRevisionSchema, {
  verifiedAt: z.nullable(instantSchema),
  releasedAt: z.nullable(instantSchema),
});
export type RevisionState = z.infer<typeof revisionStateSchema>;

export const figureStateSchema = z.object({
  key: figureKeySchema,
  /** In order of `revision`; a public reader has only the released ones. */
  revisions: z.array(revisionStateSchema),
  confirmations: z.array(confirmationSchema),
  /** What other sources said and was not taken; a public reader has those whose announcements are released. */
  contradictions: z.array(contradictionSchema),
});
export type FigureState = z.infer<typeof figureStateSchema>;

export const announcementStateSchema = z.extend(announcementRecordSchema, {
  /** The entry that brought it to this reader: its entering for the desk, its release for the public. */
  enteredSeq: z.int(),
  verifiedAt: z.nullable(instantSchema),
  releasedAt: z.nullable(instantSchema),
  /** The hash of the entry that released it: a reader can hold it against the chain. */
  releasedHash: z.nullable(z.string()),
});
export type AnnouncementState = z.infer<typeof announcementStateSchema>;

export const withholdingSchema = z.object({
  withholdingId: idSchema,
  target: withholdingTargetSchema,
  until: z.nullable(instantSchema),
  reason: z.string(),
  lifted: z.boolean(),
});
export type Withholding = z.infer<typeof withholdingSchema>;

/**
 * Everything the log has said, folded. Plain data: it travels as JSON in snapshots, and `applyEntry` copies only
 * what an entry touches, so an untouched part keeps its identity (views re-render by identity).
 */
export const electionStateSchema = z.object({
  logId: z.string(),
  electionId: z.string(),
  packHash: z.string(),
  mode: modeSchema,
  seq: z.int().check(z.minimum(0)),
  hash: z.string(),
  recordedAt: instantSchema,
  electorates: z.record(z.string(), electorateVersionSchema),
  announcements: z.record(z.string(), announcementStateSchema),
  figures: z.record(z.string(), figureStateSchema),
  stations: z.record(z.string(), stationReportSchema),
  /** The newest count for each area or group. */
  stationCounts: z.record(z.string(), stationCountSchema),
  dispatches: z.record(z.string(), dispatchStateSchema),
  withholdings: z.record(z.string(), withholdingSchema),
});
export type ElectionState = z.infer<typeof electionStateSchema>;
