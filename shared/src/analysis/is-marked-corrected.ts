import { isCorrection } from '../figures/figure.ts';
import type { InstantMs } from '../ids.ts';
import type { ElectionState, FigureState, RevisionState } from '../log/state.ts';
import type { ResolvedPack } from '../pack/pack.ts';

/** How long a correction wears its mark, unless the next cutoff is announced before. */
export const correctionMarkMs = 30 * 60_000;

/**
 * Whether a correction still wears its mark: 30 minutes from its release, or until a later cutoff's first figure
 * is released after it, whichever comes first.
 */
export function isMarkedCorrected(
  figure: FigureState,
  revision: RevisionState,
  state: ElectionState,
  resolved: ResolvedPack,
  now: InstantMs,
): boolean {
  const { releasedAt } = revision;
  if (!isCorrection(revision.kind) || releasedAt === null || now >= releasedAt + correctionMarkMs) return false;
  const place = cutoffPlaces(resolved);
  const own = place.get(figure.key.cutoff) ?? 0;
  return !Object.values(state.figures).some((other) => {
    if ((place.get(other.key.cutoff) ?? -1) <= own) return false;
    const first = other.revisions.find((candidate) => candidate.releasedAt !== null)?.releasedAt;
    return first !== undefined && first !== null && first > releasedAt;
  });
}

function cutoffPlaces(resolved: ResolvedPack): Map<string, number> {
  return new Map(resolved.pack.cutoffs.map((cutoff, index) => [cutoff.id, index]));
}
