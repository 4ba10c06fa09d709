import type { AreaId, CutoffId, InstantMs } from '../ids.ts';
import type { ElectionState } from '../log/state.ts';
import type { ResolvedPack } from '../pack/pack.ts';
import type { ShownFigure } from './area-view.ts';
import { figureOf, standingRevisionOf } from './figure-of.ts';
import { isMarkedCorrected } from './is-marked-corrected.ts';

/**
 * What is shown of an area at exactly this cutoff: the figure and its highest released revision. Null while nothing is
 * released, where the figure is withdrawn (its revisions stay reachable through `figureOf`), and where only a count was stated.
 */
export function shownFigureOf(
  state: ElectionState,
  resolved: ResolvedPack,
  area: AreaId,
  cutoff: CutoffId,
  now: InstantMs,
): ShownFigure | null {
  const figure = figureOf(state, resolved, area, cutoff);
  const revision = figure === null ? null : standingRevisionOf(figure);
  if (figure === null || revision === null || revision.kind === 'withdrawn' || revision.turnout === null) return null;
  const corrected = isMarkedCorrected(figure, revision, state, resolved, now);
  return { figure, revision, cutoff, turnout: revision.turnout, corrected };
}
