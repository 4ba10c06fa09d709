import type { MissingReason } from '../figures/missing.ts';
import type { TurnoutInterval } from '../figures/turnout.ts';
import type { AreaId, CutoffId, InstantMs } from '../ids.ts';
import type { ElectionState } from '../log/state.ts';
import type { ResolvedPack } from '../pack/pack.ts';
import { missingReasonOf } from './missing-reason-of.ts';
import { shownFigureOf } from './shown-figure-of.ts';

export interface DayPoint {
  readonly cutoff: CutoffId;
  /** Null where the pack knows only the day. */
  readonly at: InstantMs | null;
  readonly slot: string;
  /** Released and standing at exactly this cutoff; nothing is carried over or interpolated. */
  readonly interval: TurnoutInterval | null;
  readonly missing: MissingReason | null;
  readonly corrected: boolean;
}

/** An area's day: one point for every cutoff of the pack, gaps included. */
export function dayCurveOf(state: ElectionState, resolved: ResolvedPack, area: AreaId, now: InstantMs): DayPoint[] {
  return resolved.pack.cutoffs.map((cutoff) => {
    const shown = shownFigureOf(state, resolved, area, cutoff.id, now);
    return {
      cutoff: cutoff.id,
      at: resolved.cutoffInstants[cutoff.id] ?? null,
      slot: cutoff.slot,
      interval: shown?.turnout ?? null,
      missing: missingReasonOf(state, resolved, area, cutoff.id, now),
      corrected: shown?.corrected ?? false,
    };
  });
}
