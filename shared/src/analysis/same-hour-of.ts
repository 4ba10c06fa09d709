import { isExact } from '../figures/turnout.ts';
import type { AreaId, CutoffId, InstantMs, Localized } from '../ids.ts';
import type { ElectionState } from '../log/state.ts';
import type { PublishedTurnout, ResolvedPack } from '../pack/pack.ts';
import { earlierCurveOf } from './earlier-curve-of.ts';
import { shownFigureOf } from './shown-figure-of.ts';

export interface SameHour {
  readonly vote: string;
  readonly slot: string;
  /** The earlier value of this area, or, with `isBreak`, of the area in its earlier borders; null is a gap. */
  readonly published: PublishedTurnout | null;
  readonly isBreak: boolean;
  readonly mark: Localized | null;
  /** Now less then, hundredths of a point; null unless both are exact and the borders the same. Print it with `decimals`. */
  readonly difference: number | null;
  /** Of the coarser of the two values. */
  readonly decimals: 0 | 1 | 2;
}

/** An area's turnout beside every earlier vote's at the same slot of the day; votes without that slot are left out. */
export function sameHourOf(
  state: ElectionState,
  resolved: ResolvedPack,
  area: AreaId,
  cutoff: CutoffId,
  now: InstantMs,
): SameHour[] {
  const { pack } = resolved;
  const slot = pack.cutoffs.find((each) => each.id === cutoff)?.slot;
  const turnout = shownFigureOf(state, resolved, area, cutoff, now)?.turnout ?? null;
  return pack.earlierVotes.flatMap((vote) => {
    const curve = earlierCurveOf(pack, vote.id, area);
    const point = curve?.points.find((each) => each.slot === slot);
    if (curve === null || point === undefined) return [];
    const { published, mark } = point;
    const isBreak = curve.kind === 'break';
    const isComparable = turnout !== null && isExact(turnout) && published !== null && !isBreak;
    return {
      vote: vote.id,
      slot: point.slot,
      published,
      isBreak,
      mark,
      difference: isComparable ? turnout.min - published.hundredths : null,
      decimals: published?.decimals ?? 2,
    };
  });
}
