import { figureIdOf } from '../figures/figure.ts';
import type { AreaId, CutoffId } from '../ids.ts';
import type { ElectionState, FigureState, RevisionState } from '../log/state.ts';
import type { ResolvedPack } from '../pack/pack.ts';

/** What the commission's figure of an area at a cutoff is, whatever its state; null when nothing was entered. */
export function figureOf(
  state: ElectionState,
  resolved: ResolvedPack,
  area: AreaId,
  cutoff: CutoffId,
): FigureState | null {
  const source = resolved.pack.commission.id;
  return state.figures[figureIdOf({ source, measure: 'ballots-issued', cutoff, area })] ?? null;
}

/** The revision that stands: the highest released one, a withdrawal included. Null while nothing is released. */
export function standingRevisionOf(figure: FigureState): RevisionState | null {
  return figure.revisions.findLast((revision) => revision.releasedAt !== null) ?? null;
}
