import * as z from 'zod/mini';

import { dispatchResponseSchema, dispatchSchema } from '../dispatches/dispatch.ts';
import { correctionKindSchema, figureIdSchema, figureStatusSchema, overrideSchema } from '../figures/figure.ts';
import { turnoutIntervalSchema } from '../figures/turnout.ts';
import { idSchema, instantSchema } from '../ids.ts';
import { electorateVersionSchema } from '../pack/pack.ts';
import { stationCountSchema, stationReportSchema } from '../stations/report.ts';
import { figureRefSchema, withholdingTargetSchema } from './payload.ts';

const reasonSchema = z.string().check(z.trim(), z.minLength(3), z.maxLength(500));
const commandId = idSchema;

/**
 * The time of the report that stands, where that time is wrong: whoever has seen it may put an earlier report in its
 * place. Without it a later report is never replaced by an earlier one.
 */
const wrongTime = z.optional(instantSchema);

/**
 * What one may ask of the log. `commandId` makes a command idempotent: sent again, it answers as the first time.
 * Commands carry what the sender believed (`expected…`); a stale belief is refused and nothing is applied.
 */
export const commandSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('EnterAnnouncement'),
    commandId,
    announcementId: idSchema,
    text: z.string().check(z.minLength(1), z.maxLength(60_000)),
    source: z.string().check(z.minLength(1), z.maxLength(200)),
    /** Overrules the cutoff that the text states; needed where it states none. */
    cutoff: z._default(z.nullable(idSchema), null),
    status: z._default(z.nullable(figureStatusSchema), null),
    overrides: z._default(z.array(overrideSchema), []),
    /** What the sender saw in the text; a different reading is refused. */
    expectedFigures: z._default(
      z.nullable(
        z.array(
          z.object({
            area: idSchema,
            cutoff: z.nullable(idSchema),
            turnout: z.nullable(turnoutIntervalSchema),
            ballots: z.nullable(z.int()),
          }),
        ),
      ),
      null,
    ),
  }),
  z.object({
    type: z.literal('EnterFigure'),
    commandId,
    area: idSchema,
    cutoff: idSchema,
    turnout: z.nullable(turnoutIntervalSchema),
    ballots: z.nullable(z.int().check(z.minimum(0))),
    status: figureStatusSchema,
    source: z.string().check(z.minLength(1), z.maxLength(200)),
    overrides: z._default(z.array(overrideSchema), []),
  }),
  z.object({
    type: z.literal('CorrectFigure'),
    commandId,
    figureId: figureIdSchema,
    expectedRevision: z.int().check(z.minimum(1)),
    kind: correctionKindSchema,
    reason: reasonSchema,
    /** Both null for `withdrawn`. */
    turnout: z.nullable(turnoutIntervalSchema),
    ballots: z.nullable(z.int().check(z.minimum(0))),
    basis: z._default(z.nullable(idSchema), null),
    announcementId: z._default(z.nullable(idSchema), null),
  }),
  z.object({ type: z.literal('VerifyAnnouncement'), commandId, announcementId: idSchema }),
  z.object({
    type: z.literal('VerifyFigures'),
    commandId,
    refs: z.array(figureRefSchema).check(z.minLength(1), z.maxLength(500)),
  }),
  z.object({
    type: z.literal('Withhold'),
    commandId,
    withholdingId: idSchema,
    target: withholdingTargetSchema,
    until: z.nullable(instantSchema),
    reason: reasonSchema,
  }),
  z.object({ type: z.literal('LiftWithholding'), commandId, withholdingId: idSchema }),
  /** Sent by the server's own clock when an embargo has run out. */
  z.object({ type: z.literal('ReleaseDue'), commandId, withholdingId: idSchema }),
  z.object({ type: z.literal('SetElectorate'), commandId, electorate: electorateVersionSchema }),
  z.object({ type: z.literal('ReportStation'), commandId, report: stationReportSchema, insteadOf: wrongTime }),
  z.object({ type: z.literal('ReportStationCount'), commandId, count: stationCountSchema, insteadOf: wrongTime }),
  z.object({
    type: z.literal('EnterDispatch'),
    commandId,
    /** The words ride beside the dispatch, which holds only their reference. */
    dispatch: z.omit(dispatchSchema, { textRef: true }),
    text: z.string().check(z.trim(), z.minLength(1), z.maxLength(5_000)),
  }),
  z.object({
    type: z.literal('AnswerDispatch'),
    commandId,
    dispatchId: idSchema,
    response: dispatchResponseSchema,
  }),
  /** Releases the dispatch, or the response that was entered since. */
  z.object({ type: z.literal('VerifyDispatch'), commandId, dispatchId: idSchema }),
  z.object({ type: z.literal('EraseDispatchText'), commandId, dispatchId: idSchema, reason: reasonSchema }),
]);
export type Command = z.infer<typeof commandSchema>;
/** A command as a sender may write it, with defaults left out. */
export type CommandInput = z.input<typeof commandSchema>;
export type CommandOf<T extends Command['type']> = Extract<Command, { type: T }>;
