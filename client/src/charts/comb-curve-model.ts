import type { DayPoint } from '@yavka/shared/analysis/day-curve-of';
import { isExact, wholeTurnout } from '@yavka/shared/figures/turnout';

/** A small curve in a box of 100 × 100 units, y downward. */
export interface CombCurveShape {
  /** Straight lines between neighbouring exact figures; a gap or a range breaks the line. */
  readonly lines: readonly (readonly { readonly x: number; readonly y: number }[])[];
  readonly dots: readonly { readonly x: number; readonly y: number }[];
  /** Ranges: from the lower to the upper bound. */
  readonly bars: readonly { readonly x: number; readonly top: number; readonly bottom: number }[];
}

/** @param count how many cutoffs the day has: the curve grows from left to right as they come */
export function combCurveOf(day: readonly DayPoint[], count: number): CombCurveShape {
  const lines: { x: number; y: number }[][] = [[]];
  const dots: { x: number; y: number }[] = [];
  const bars: { x: number; top: number; bottom: number }[] = [];
  day.forEach((point, index) => {
    const x = count < 2 ? 0 : (index * 100) / (count - 1);
    const { interval } = point;
    if (interval === null || !isExact(interval)) {
      lines.push([]);
      if (interval !== null) bars.push({ x, top: heightOf(interval.max), bottom: heightOf(interval.min) });
      return;
    }
    const dot = { x, y: heightOf(interval.min) };
    // A figure without an hour of its own is not joined to the one before.
    if (point.at === null) lines.push([]);
    dots.push(dot);
    lines.at(-1)?.push(dot);
  });
  return { lines: lines.filter((line) => line.length > 1), dots, bars };
}

/** Hundredths of a percent to units from the top. */
export function heightOf(hundredths: number): number {
  return ((wholeTurnout - Math.min(hundredths, wholeTurnout)) * 100) / wholeTurnout;
}
