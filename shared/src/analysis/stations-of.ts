import { formatTime } from '../format/time.ts';
import type { InstantMs, StationId } from '../ids.ts';
import type { ElectionState } from '../log/state.ts';
import type { ResolvedPack, Station } from '../pack/pack.ts';
import type { StationReport, StationStatus } from '../stations/report.ts';
import { scheduledAt } from './polls-of.ts';

export interface StationView {
  readonly id: StationId;
  readonly station: Station;
  /** By the pack's hours, at the clock's now. */
  readonly scheduled: 'notYetOpen' | 'open' | 'closed';
  readonly reported: StationReport | null;
  /** What is shown: the report, until the schedule moves on from a report that agreed with it. */
  readonly status: StationStatus;
  /** The shown report contradicts the schedule, now. */
  readonly differs: boolean;
  readonly opensAt: InstantMs;
  readonly closesAt: InstantMs;
  /** `HH:MM` on the station's own clock. */
  readonly localTime: string;
}

/** The stations known by name, in the pack's order. */
export function stationsOf(state: ElectionState, resolved: ResolvedPack, now: InstantMs): StationView[] {
  return resolved.pack.stations.flatMap((station) => {
    const window = resolved.stationHours[station.id];
    if (window === undefined) return [];
    const reported = state.stations[station.id] ?? null;
    const scheduled = scheduledAt(window, now);
    const agreed = reported !== null && reported.status === scheduledAt(window, reported.asOf);
    const status = reported === null || agreed ? scheduled : reported.status;
    return {
      id: station.id,
      station,
      scheduled,
      reported,
      status,
      differs: status !== scheduled,
      opensAt: window.opensAt,
      closesAt: window.closesAt,
      localTime: formatTime(now, resolved.zoneOffsets[station.zone] ?? 0),
    };
  });
}
