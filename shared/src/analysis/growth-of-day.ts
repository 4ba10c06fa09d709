import type { AreaId, CutoffId, InstantMs } from '../ids.ts';
import type { ElectionState } from '../log/state.ts';
import type { ResolvedPack } from '../pack/pack.ts';
import { pollingWindowOf } from './polls-of.ts';
import { shownFigureOf } from './shown-figure-of.ts';

/**
 * How far turnout grew in one stretch of the day: hundredths of a point between two stated turnouts. Where one of them
 * is a range, so is the growth: from `min` to `max`. It may be negative, when the source lowered its own figure.
 */
export interface Growth {
  readonly min: number;
  readonly max: number;
}

export interface GrowthStep {
  /** The cutoff that the stretch begins with; null for the first, which begins with the opening of the polls. */
  readonly since: CutoffId | null;
  readonly until: CutoffId;
  /** Null where the pack knows only the day, or no opening. */
  readonly from: InstantMs | null;
  readonly to: InstantMs | null;
  /** Null unless something was stated at both ends: nothing is bridged over a cutoff without a figure. */
  readonly growth: Growth | null;
}

/** An area's growth between neighbouring cutoffs, one step for each cutoff of the pack; at the opening nobody had voted. */
export function growthOfDay(state: ElectionState, resolved: ResolvedPack, area: AreaId, now: InstantMs): GrowthStep[] {
  const { cutoffs } = resolved.pack;
  const stated = cutoffs.map((cutoff) => shownFigureOf(state, resolved, area, cutoff.id, now)?.turnout ?? null);
  return cutoffs.map((cutoff, index) => {
    const before = index === 0 ? { min: 0, max: 0 } : (stated[index - 1] ?? null);
    const after = stated[index] ?? null;
    const since = cutoffs[index - 1]?.id ?? null;
    return {
      since,
      until: cutoff.id,
      from:
        since === null ? (pollingWindowOf(resolved, area)?.opensAt ?? null) : (resolved.cutoffInstants[since] ?? null),
      to: resolved.cutoffInstants[cutoff.id] ?? null,
      growth: before === null || after === null ? null : { min: after.min - before.max, max: after.max - before.min },
    };
  });
}
