import type { PollingWindow } from '@yavka/shared/analysis/polls-of';
import { localDateOf } from '@yavka/shared/format/time';
import type { InstantMs } from '@yavka/shared/ids';

const hourMs = 3_600_000;

/** The whole time in which anywhere in the world the polls are open, with an hour before and after it. */
export interface TimeScale {
  readonly from: InstantMs;
  readonly to: InstantMs;
}

export interface HourMark {
  readonly at: InstantMs;
  /** Share of the scale, 0 to 1. */
  readonly share: number;
  /** A new day of the capital begins here: its date, `YYYY-MM-DD`. */
  readonly day: string | null;
}

export function timeScaleOf(windows: readonly PollingWindow[]): TimeScale | null {
  if (windows.length === 0) return null;
  return {
    from: Math.min(...windows.map(({ opensAt }) => opensAt)) - hourMs,
    to: Math.max(...windows.map(({ closesAt }) => closesAt)) + hourMs,
  };
}

export function shareOf(at: InstantMs, { from, to }: TimeScale): number {
  return Math.min(1, Math.max(0, (at - from) / (to - from)));
}

/** Marks at every `everyHours` of the capital's clock. */
export function hourMarksOf(scale: TimeScale, capitalOffset: number, everyHours: number): HourMark[] {
  const step = everyHours * hourMs;
  const shift = capitalOffset * 60_000;
  const first = Math.ceil((scale.from + shift) / step) * step - shift;
  const count = Math.max(0, Math.floor((scale.to - first) / step) + 1);
  return Array.from({ length: count }, (_, index) => first + index * step).map((at) => {
    const isMidnight = (at + shift) % (24 * hourMs) === 0;
    return { at, share: shareOf(at, scale), day: isMidnight ? localDateOf(at, capitalOffset) : null };
  });
}
