import type { InstantMs } from '../ids.ts';
import type { AreaGroup, ResolvedPack } from '../pack/pack.ts';
import { areasWithHoursIn, stationsOfAreas } from './station-schedule-of.ts';
import type { StationView } from './stations-of.ts';

const minuteMs = 60_000;

/** All stations whose clocks show the same time: home areas, and the stations known by name. */
export interface ClockColumn {
  /** Minutes east of UTC. */
  readonly offset: number;
  /** Minutes since midnight of election day on these clocks: below 0 on the day before, from 1440 on the day after. */
  readonly localMinutes: number;
  /** The first opening and the last closing here, minutes since that midnight. */
  readonly opens: number;
  readonly closes: number;
  /** Stations at home on this clock; null where no source gives the number, 0 where there are none. */
  readonly home: number | null;
  /** The pack's groups whose areas all have this clock. */
  readonly groups: readonly AreaGroup[];
  /** Stations known by name on this clock, in the pack's order. */
  readonly stations: readonly StationView[];
}

/** The world by its clocks, from the latest hour (east) to the earliest (west). */
export function clockColumnsOf(
  resolved: ResolvedPack,
  stations: readonly StationView[],
  now: InstantMs,
): ClockColumn[] {
  const { pack, zoneOffsets } = resolved;
  const day = Date.parse(`${pack.date}T00:00:00Z`);
  const homeAreas = areasWithHoursIn(resolved, pack.root).map((id) => ({
    id,
    offset: zoneOffsets[pack.areas.find((area) => area.id === id)?.zone ?? ''],
  }));
  const offsetOf = (view: StationView): number | undefined => zoneOffsets[view.station.zone];
  const offsets = new Set([...homeAreas.map(({ offset }) => offset), ...stations.map(offsetOf)]);
  return [...offsets]
    .filter((offset) => offset !== undefined)
    .toSorted((a, b) => b - a)
    .map((offset) => {
      const local = (at: InstantMs): number => Math.floor((at - day) / minuteMs) + offset;
      const areas = homeAreas.filter((area) => area.offset === offset).map(({ id }) => id);
      const here = stations.filter((view) => offsetOf(view) === offset);
      const windows = [...areas.flatMap((id) => resolved.areaHours[id] ?? []), ...here];
      return {
        offset,
        localMinutes: local(now),
        opens: Math.min(...windows.map(({ opensAt }) => local(opensAt))),
        closes: Math.max(...windows.map(({ closesAt }) => local(closesAt))),
        home: areas.length === 0 ? 0 : stationsOfAreas(resolved, areas),
        groups: pack.groups.filter((group) => group.areas.every((area) => areas.includes(area))),
        stations: here,
      };
    });
}
