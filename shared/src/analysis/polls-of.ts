import type { AreaId, InstantMs } from '../ids.ts';
import type { ResolvedPack } from '../pack/pack.ts';
import type { AreaView } from './area-view.ts';

export interface PollingWindow {
  readonly opensAt: InstantMs;
  readonly closesAt: InstantMs;
}

/** Whether an area's polls are open by the schedule. An area without hours of its own is open while any region or city in it is. */
export function pollsOf(
  resolved: ResolvedPack,
  area: AreaId,
  now: InstantMs,
): Pick<AreaView, 'polls' | 'opensAt' | 'closesAt'> {
  const window = pollingWindowOf(resolved, area);
  if (window === null) return { polls: 'unknown', opensAt: null, closesAt: null };
  return { polls: scheduledAt(window, now), ...window };
}

/** An area's hours; for an area without its own, from the first opening to the last closing within it, abroad apart. */
export function pollingWindowOf(resolved: ResolvedPack, area: AreaId): PollingWindow | null {
  const own = resolved.areaHours[area];
  if (own !== undefined) return { opensAt: own.opensAt, closesAt: own.closesAt };
  const children = resolved.pack.areas.filter((each) => each.parent === area && each.kind !== 'abroad');
  return spanOf(children.flatMap((child) => pollingWindowOf(resolved, child.id) ?? []));
}

export function spanOf(windows: readonly PollingWindow[]): PollingWindow | null {
  if (windows.length === 0) return null;
  return {
    opensAt: Math.min(...windows.map((window) => window.opensAt)),
    closesAt: Math.max(...windows.map((window) => window.closesAt)),
  };
}

/** Open at the moment of opening, closed at the moment of closing. */
export function scheduledAt(window: PollingWindow, now: InstantMs): 'notYetOpen' | 'open' | 'closed' {
  if (now < window.opensAt) return 'notYetOpen';
  return now < window.closesAt ? 'open' : 'closed';
}
