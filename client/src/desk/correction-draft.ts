import { correctionKindSchema } from '@yavka/shared/figures/figure';
import type { CommandInput } from '@yavka/shared/log/command';
import * as z from 'zod/mini';

import { typedCount, typedTurnout, valueOf } from './typed-numbers.ts';

/** A correction as it is being typed. */
export const correctionDraftSchema = z.object({
  kind: correctionKindSchema,
  turnout: z.string(),
  ballots: z.string(),
  /** An electorate version; empty keeps the one there was. */
  basis: z.string(),
  reason: z.string(),
  /** The revision that the operator saw when the typing began; null before it did. */
  seen: z.nullable(z.int()),
});
export type CorrectionDraft = z.infer<typeof correctionDraftSchema>;

export const emptyCorrection: CorrectionDraft = {
  kind: 'typo',
  turnout: '',
  ballots: '',
  basis: '',
  reason: '',
  seen: null,
};

/** What keeps a correction from being sent, by field. */
export function problemsOf(
  draft: CorrectionDraft,
): Partial<Record<'turnout' | 'ballots' | 'reason', 'unreadable' | 'required'>> {
  const [turnout, ballots] = [typedTurnout(draft.turnout), typedCount(draft.ballots)];
  const isEmpty = turnout.kind === 'empty' && ballots.kind === 'empty';
  return {
    ...(draft.reason.trim().length < 3 ? { reason: 'required' as const } : {}),
    ...(draft.kind === 'withdrawn'
      ? {}
      : {
          ...(turnout.kind === 'unreadable' ? { turnout: 'unreadable' as const } : {}),
          ...(ballots.kind === 'unreadable' ? { ballots: 'unreadable' as const } : {}),
          ...(isEmpty ? { turnout: 'required' as const } : {}),
        }),
  };
}

/** The command that a correction without problems makes. It names the revision that was seen, so a stale one is refused. */
export function correctionOf(
  draft: CorrectionDraft,
  figureId: string,
  standing: number,
  commandId: string,
): CommandInput {
  const isWithdrawn = draft.kind === 'withdrawn';
  return {
    type: 'CorrectFigure',
    commandId,
    figureId,
    expectedRevision: draft.seen ?? standing,
    kind: draft.kind,
    reason: draft.reason.trim(),
    turnout: isWithdrawn ? null : valueOf(typedTurnout(draft.turnout)),
    ballots: isWithdrawn ? null : valueOf(typedCount(draft.ballots)),
    basis: draft.basis === '' ? null : draft.basis,
  };
}
