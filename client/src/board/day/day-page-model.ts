import type { GrowthStep } from '@yavka/shared/analysis/growth-of-day';
import { growthOfDay } from '@yavka/shared/analysis/growth-of-day';
import type { SameHour } from '@yavka/shared/analysis/same-hour-of';
import { sameHourOf } from '@yavka/shared/analysis/same-hour-of';
import { dayCurveOf } from '@yavka/shared/analysis/day-curve-of';
import type { Together } from '@yavka/shared/analysis/together-of';
import { togetherOf } from '@yavka/shared/analysis/together-of';
import type { MissingReason } from '@yavka/shared/figures/missing';
import type { TurnoutInterval } from '@yavka/shared/figures/turnout';
import type { AreaId, CutoffId, InstantMs } from '@yavka/shared/ids';
import type { ElectionState } from '@yavka/shared/log/state';
import type { ResolvedPack } from '@yavka/shared/pack/pack';

/** One cutoff of the day beside the same hour of every earlier vote. */
export interface ComparedCutoff {
  readonly cutoff: CutoffId;
  readonly at: InstantMs | null;
  readonly turnout: TurnoutInterval | null;
  readonly missing: MissingReason | null;
  readonly earlier: readonly SameHour[];
}

export interface DayPageModel {
  /** The area that is compared with earlier votes. */
  readonly focus: AreaId;
  readonly compared: readonly ComparedCutoff[];
  /** Growth of the country, then of each of the reader's regions. */
  readonly growth: readonly { readonly area: AreaId; readonly steps: readonly GrowthStep[] }[];
  readonly together: readonly Together[];
}

/** What the page of the day says beside its curves, up to the cutoff on the screen; free of pixels and of language. */
export function dayPageModelOf(
  state: ElectionState,
  resolved: ResolvedPack,
  { cutoff, pinned }: { readonly cutoff: CutoffId | null; readonly pinned: readonly AreaId[] },
  now: InstantMs,
): DayPageModel {
  const { pack } = resolved;
  const areas = pinned.filter((pin) => pin !== pack.root && pack.areas.some((area) => area.id === pin));
  const focus = areas.at(-1) ?? pack.root;
  const end = pack.cutoffs.findIndex((each) => each.id === cutoff);
  return {
    focus,
    compared: dayCurveOf(state, resolved, focus, now).map((point, index) => {
      const isKnown = index <= end;
      const earlier = sameHourOf(state, resolved, focus, point.cutoff, now);
      return {
        cutoff: point.cutoff,
        at: point.at,
        turnout: isKnown ? point.interval : null,
        missing: point.missing,
        earlier: isKnown ? earlier : earlier.map((each) => ({ ...each, difference: null })),
      };
    }),
    growth: [pack.root, ...areas].map((area) => ({
      area,
      steps: growthOfDay(state, resolved, area, now).map((step, index) =>
        index <= end ? step : { ...step, growth: null },
      ),
    })),
    together: cutoff === null ? [] : togetherOf(state, resolved, cutoff, now),
  };
}
