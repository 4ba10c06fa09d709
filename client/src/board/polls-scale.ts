import type { StationGroupView } from '@yavka/shared/analysis/stations-by-group-of';
import type { InstantMs } from '@yavka/shared/ids';

/** The stretch of time that the stations clock draws. */
export interface PollsScale {
  readonly from: InstantMs;
  readonly to: InstantMs;
}

/** One bar: where it starts and ends as shares of the scale, and whether it goes on beyond its end. */
export interface PollsBar {
  readonly left: number;
  readonly right: number;
  /** The share at which the elapsed part ends. */
  readonly elapsed: number;
  readonly goesOn: boolean;
}

const marginMs = 90 * 60_000;

/** The home polls' hours with a margin; stations abroad open before and close after, their bars are torn at the edges. */
export function pollsScaleOf(groups: readonly StationGroupView[]): PollsScale | null {
  const home = groups.flatMap((group) => (group.kind === 'group' && group.window !== null ? [group.window] : []));
  const windows = home.length > 0 ? home : groups.flatMap((group) => group.window ?? []);
  if (windows.length === 0) return null;
  return {
    from: Math.min(...windows.map((window) => window.opensAt)) - marginMs,
    to: Math.max(...windows.map((window) => window.closesAt)) + marginMs,
  };
}

export function pollsBarOf(
  window: { readonly opensAt: InstantMs; readonly closesAt: InstantMs },
  scale: PollsScale,
  now: InstantMs,
): PollsBar {
  const share = (at: InstantMs): number => Math.min(1, Math.max(0, (at - scale.from) / (scale.to - scale.from)));
  const left = share(window.opensAt);
  const right = share(window.closesAt);
  return {
    left,
    right,
    elapsed: Math.min(right, Math.max(left, share(now))),
    goesOn: window.closesAt > scale.to,
  };
}
