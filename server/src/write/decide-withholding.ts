import type { CommandOf } from '@yavka/shared/log/command';
import { rejection } from '@yavka/shared/log/rejection';
import type { ElectionState } from '@yavka/shared/log/state';

import type { DecideContext } from './decide-context.ts';
import { withRelease } from './decide-verification.ts';
import type { Decision } from './decision.ts';

export function decideWithholding(state: ElectionState, command: CommandOf<'Withhold'>): Decision {
  const { withholdingId, target, until, reason } = command;
  if (withholdingId in state.withholdings) return rejection('alreadyExists', withholdingId);
  if (target.kind === 'figure' && !(target.figureId in state.figures))
    return rejection('unknownFigure', target.figureId);
  if (target.kind === 'announcement' && !(target.announcementId in state.announcements)) {
    return rejection('unknownAnnouncement', target.announcementId);
  }
  return { payloads: [{ type: 'release.withheld', withholdingId, target, until, reason }] };
}

export function decideLift(
  state: ElectionState,
  { withholdingId }: CommandOf<'LiftWithholding'>,
  context: DecideContext,
): Decision {
  const withholding = state.withholdings[withholdingId];
  if (withholding === undefined || withholding.lifted) return rejection('unknownWithholding', withholdingId);
  return { payloads: withRelease(state, { type: 'withholding.lifted', withholdingId, due: false }, context) };
}

/** The end of an embargo; asked for by the server's clock, and refused before its time whoever asks. */
export function decideDueRelease(
  state: ElectionState,
  { withholdingId }: CommandOf<'ReleaseDue'>,
  context: DecideContext,
): Decision {
  const withholding = state.withholdings[withholdingId];
  if (withholding === undefined || withholding.lifted || withholding.until === null) {
    return rejection('unknownWithholding', withholdingId);
  }
  if (context.now < withholding.until) return rejection('notDueYet', withholdingId);
  return { payloads: withRelease(state, { type: 'withholding.lifted', withholdingId, due: true }, context) };
}
