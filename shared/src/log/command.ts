import { z } from 'zod';

import { dispatchSchema } from '../dispatches/dispatch.ts';
import { correctionKindSchema, figureIdSchema, figureStatusSchema, overrideSchema } from '../figures/figure.ts';
import { turnoutIntervalSchema } from '../figures/turnout.ts';
import { idSchema, instantSchema } from '../ids.ts';
import { electorateVersionSchema } from '../pack/pack.ts';
import { stationCountSchema, stationReportSchema } from '../stations/report.ts';
import { figureRefSchema, withholdingTargetSchema } from './payload.ts';

const reasonSchema = z.string().trim().min(3).max(500);
const commandId = idSchema;

/**
 * What one may ask of the log. `commandId` makes a command idempotent: sent again, it answers as the first time.
 * Commands carry what the sender believed (`expected…`); a stale belief is refused and nothing is applied.
 */
export const commandSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('EnterAnnouncement'),
    commandId,
    announcementId: idSchema,
    text: z.string().min(1).max(60_000),
    source: z.string().min(1).max(200),
    /** Overrules the cutoff that the text states; needed where it states none. */
    cutoff: idSchema.nullable().default(null),
    status: figureStatusSchema.nullable().default(null),
    overrides: z.array(overrideSchema).default([]),
    /** What the sender saw in the text; a different reading is refused. */
    expectedFigures: z
      .array(
        z.object({
          area: idSchema,
          cutoff: idSchema.nullable(),
          turnout: turnoutIntervalSchema.nullable(),
          ballots: z.int().nullable(),
        }),
      )
      .nullable()
      .default(null),
  }),
  z.object({
    type: z.literal('EnterFigure'),
    commandId,
    area: idSchema,
    cutoff: idSchema,
    turnout: turnoutIntervalSchema.nullable(),
    ballots: z.int().min(0).nullable(),
    status: figureStatusSchema,
    source: z.string().min(1).max(200),
    overrides: z.array(overrideSchema).default([]),
  }),
  z.object({
    type: z.literal('CorrectFigure'),
    commandId,
    figureId: figureIdSchema,
    expectedRevision: z.int().min(1),
    kind: correctionKindSchema,
    reason: reasonSchema,
    /** Both null for `withdrawn`. */
    turnout: turnoutIntervalSchema.nullable(),
    ballots: z.int().min(0).nullable(),
    basis: idSchema.nullable().default(null),
    announcementId: idSchema.nullable().default(null),
  }),
  z.object({ type: z.literal('VerifyAnnouncement'), commandId, announcementId: idSchema }),
  z.object({ type: z.literal('VerifyFigures'), commandId, refs: z.array(figureRefSchema).min(1).max(500) }),
  z.object({
    type: z.literal('Withhold'),
    commandId,
    withholdingId: idSchema,
    target: withholdingTargetSchema,
    until: instantSchema.nullable(),
    reason: reasonSchema,
  }),
  z.object({ type: z.literal('LiftWithholding'), commandId, withholdingId: idSchema }),
  /** Sent by the server's own clock when an embargo has run out. */
  z.object({ type: z.literal('ReleaseDue'), commandId, withholdingId: idSchema }),
  z.object({ type: z.literal('SetElectorate'), commandId, electorate: electorateVersionSchema }),
  z.object({ type: z.literal('ReportStation'), commandId, report: stationReportSchema }),
  z.object({ type: z.literal('ReportStationCount'), commandId, count: stationCountSchema }),
  z.object({
    type: z.literal('EnterDispatch'),
    commandId,
    /** The words ride beside the dispatch, which holds only their reference. */
    dispatch: dispatchSchema.omit({ textRef: true }),
    text: z.string().trim().min(1).max(5_000),
  }),
  z.object({ type: z.literal('VerifyDispatch'), commandId, dispatchId: idSchema }),
  z.object({ type: z.literal('EraseDispatchText'), commandId, dispatchId: idSchema, reason: reasonSchema }),
]);
export type Command = z.infer<typeof commandSchema>;
/** A command as a sender may write it, with defaults left out. */
export type CommandInput = z.input<typeof commandSchema>;
export type CommandOf<T extends Command['type']> = Extract<Command, { type: T }>;
