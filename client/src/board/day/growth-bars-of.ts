import type { Growth, GrowthStep } from '@yavka/shared/analysis/growth-of-day';
import type { CutoffId, InstantMs } from '@yavka/shared/ids';

const hourMs = 3_600_000;

/**
 * A stretch of the day as a bar: its width is the time it took, its height the growth an hour, so that its area is the
 * growth. Heights are hundredths of a point an hour, for drawing only; what is printed is the growth.
 */
export interface GrowthBar {
  readonly since: CutoffId | null;
  readonly until: CutoffId;
  readonly from: InstantMs;
  readonly to: InstantMs;
  readonly growth: Growth;
  readonly low: number;
  readonly high: number;
}

/** The stretches that have an hour at both ends and a figure at both. */
export function growthBarsOf(steps: readonly GrowthStep[]): GrowthBar[] {
  return steps.flatMap(({ since, until, from, to, growth }) => {
    if (growth === null || from === null || to === null || to <= from) return [];
    const hours = (to - from) / hourMs;
    return [{ since, until, from, to, growth, low: growth.min / hours, high: growth.max / hours }];
  });
}
