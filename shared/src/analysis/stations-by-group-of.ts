import type { InstantMs, Localized } from '../ids.ts';
import type { ElectionState } from '../log/state.ts';
import type { ResolvedPack } from '../pack/pack.ts';
import type { StationCount } from '../stations/report.ts';
import type { PollingWindow } from './polls-of.ts';
import { spanOf } from './polls-of.ts';
import type { ScheduledCounts, StationWave } from './station-schedule-of.ts';
import {
  areasWithHoursIn,
  countOf,
  scheduledCountsOf,
  sumKnown,
  wavesOfAreas,
  wavesOfNamedStations,
} from './station-schedule-of.ts';

/** The next instant at which stations of the group open or close by the schedule. */
export interface NextWave {
  readonly at: InstantMs;
  readonly opens: number | null;
  readonly closes: number | null;
}

export interface StationGroupView {
  /** The group's or the area's id: what a count is reported of. */
  readonly target: string;
  readonly kind: 'group' | 'area' | 'abroad';
  readonly names: Localized;
  /** All stations, as a source gives the number. */
  readonly total: number | null;
  /** Abroad, the stations known by name, which alone can be scheduled; null for groups, scheduled as a whole. */
  readonly named: number | null;
  readonly scheduled: ScheduledCounts;
  readonly window: PollingWindow | null;
  readonly nextWave: NextWave | null;
  /** The newest count that a source stated, from the log or the pack's own record up to now. */
  readonly reported: StationCount | null;
  /** The report contradicts the schedule of its own hour, and the schedule has not come to agree with it since. */
  readonly differs: boolean;
}

/**
 * The stations clock: a row for each of the pack's groups, for any other area that a count was stated of, and for abroad,
 * where only the stations known by name have a schedule.
 */
export function stationsByGroupOf(state: ElectionState, resolved: ResolvedPack, now: InstantMs): StationGroupView[] {
  const { pack } = resolved;
  const groups = pack.groups.map((group) => {
    const total = countOf(group.stations);
    const row = { target: group.id, kind: 'group' as const, names: group.names, total, named: null };
    return { ...row, ...clockOf(state, resolved, row, wavesOfAreas(resolved, group.areas, total), now) };
  });
  const stated = new Set([...Object.keys(state.stationCounts), ...pack.stationTimeline.map((point) => point.target)]);
  const areas = pack.areas.flatMap((area) => {
    const isAbroad = area.id === pack.abroad?.area;
    if (!isAbroad && !stated.has(area.id)) return [];
    const total = countOf(area.stations);
    const waves = isAbroad
      ? wavesOfNamedStations(resolved, area.id)
      : wavesOfAreas(resolved, areasWithHoursIn(resolved, area.id), total);
    const kind = isAbroad ? ('abroad' as const) : ('area' as const);
    const row = { target: area.id, kind, names: area.names, total, named: isAbroad ? waves.length : null };
    return { ...row, ...clockOf(state, resolved, row, waves, now) };
  });
  return [...groups, ...areas];
}

function clockOf(
  state: ElectionState,
  resolved: ResolvedPack,
  { target, total }: { target: string; total: number | null },
  waves: readonly StationWave[],
  now: InstantMs,
): Pick<StationGroupView, 'scheduled' | 'window' | 'nextWave' | 'reported' | 'differs'> {
  const reported = newestCountOf(state, resolved, target, now);
  const scheduled = scheduledCountsOf(waves, now);
  const known = sumKnown(waves.map((wave) => wave.stations));
  const isWhole = known === null || known === total;
  const differs =
    reported !== null &&
    contradicts(reported, scheduledCountsOf(waves, reported.asOf), isWhole) &&
    contradicts(reported, scheduled, isWhole);
  return { scheduled, window: spanOf(waves), nextWave: nextWaveOf(waves, now), reported, differs };
}

function newestCountOf(
  state: ElectionState,
  resolved: ResolvedPack,
  target: string,
  now: InstantMs,
): StationCount | null {
  const recorded = resolved.pack.stationTimeline.flatMap((point, index) => {
    const asOf = resolved.timelineInstants[index];
    if (point.target !== target || asOf === undefined || asOf > now) return [];
    const { open, closed, notYetOpen, total, source } = point;
    return [{ target, open, closed, notYetOpen, total, asOf, source }];
  });
  const logged = state.stationCounts[target];
  const all: StationCount[] = logged === undefined ? recorded : [...recorded, logged];
  return all.reduce<StationCount | null>(
    (newest, count) => (newest === null || count.asOf >= newest.asOf ? count : newest),
    null,
  );
}

/** Whether any number that both give is different; a part of the stations can only contradict by being more. */
function contradicts(count: StationCount, scheduled: ScheduledCounts, isWhole: boolean): boolean {
  return (['notYetOpen', 'open', 'closed'] as const).some((status) => {
    const said = count[status];
    const due = scheduled[status];
    return said !== null && due !== null && (isWhole ? said !== due : said < due);
  });
}

function nextWaveOf(waves: readonly StationWave[], now: InstantMs): NextWave | null {
  const coming = waves.flatMap((wave) => [wave.opensAt, wave.closesAt]).filter((instant) => instant > now);
  if (coming.length === 0) return null;
  const at = Math.min(...coming);
  const sum = (edge: 'opensAt' | 'closesAt'): number | null =>
    sumKnown(waves.filter((wave) => wave[edge] === at).map((wave) => wave.stations));
  return { at, opens: sum('opensAt'), closes: sum('closesAt') };
}
