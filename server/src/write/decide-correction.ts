import { isSameInterval } from '@yavka/shared/figures/turnout';
import type { CommandOf } from '@yavka/shared/log/command';
import { rejection } from '@yavka/shared/log/rejection';
import type { ElectionState } from '@yavka/shared/log/state';

import { checkAgainst } from './check-against.ts';
import type { DecideContext } from './decide-context.ts';
import type { Decision } from './decision.ts';
import { electoratesOf } from './electorates-of.ts';

/** A new revision of the same figure, with its kind and reason. The old one stays in the log and in the figure. */
export function decideCorrection(
  state: ElectionState,
  command: CommandOf<'CorrectFigure'>,
  context: DecideContext,
): Decision {
  const figure = state.figures[command.figureId];
  const standing = figure?.revisions.at(-1);
  if (figure === undefined || standing === undefined) return rejection('unknownFigure', command.figureId);
  if (standing.revision !== command.expectedRevision) {
    return rejection('staleRevision', `revision ${String(standing.revision)} stands`);
  }
  const { turnout, ballots, kind } = command;
  const empty = turnout === null && ballots === null;
  if (empty !== (kind === 'withdrawn')) return rejection('withdrawnHasNoValue', kind);
  const basis = command.basis ?? standing.basis;
  const versions = electoratesOf(state, context.resolved).filter((version) => version.area === figure.key.area);
  if (basis !== null && !versions.some((version) => version.id === basis)) return rejection('unknownElectorate', basis);
  if (isSameInterval(turnout, standing.turnout) && ballots === standing.ballots && basis === standing.basis) {
    return rejection('nothingChanges', command.figureId);
  }
  const announcement = command.announcementId === null ? undefined : state.announcements[command.announcementId];
  if (command.announcementId !== null && announcement === undefined) {
    return rejection('unknownAnnouncement', command.announcementId);
  }
  // The reason of a correction answers the checks, except the impossible: more than everybody.
  const { area, cutoff } = figure.key;
  const bounds = checkAgainst(state, context, cutoff, [{ area, turnout, ballots, electorate: null }]).filter(
    (finding) => finding.check === 'B',
  );
  if (bounds.length > 0) return rejection('stopped', undefined, bounds);
  const revision = {
    revision: standing.revision + 1,
    kind,
    reason: command.reason,
    turnout,
    ballots,
    basis,
    coverage: standing.coverage,
    status: standing.status,
    words: '',
    snippet: null,
    announcementId: command.announcementId,
    overrides: [],
    enteredAt: context.now,
  };
  return { payloads: [{ type: 'figure.corrected', figureId: command.figureId, revision }] };
}
