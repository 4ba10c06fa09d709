import type { KnownCount, ResolvedPack } from '../pack/pack.ts';
import type { AreaId, InstantMs } from '../ids.ts';
import type { PollingWindow } from './polls-of.ts';
import { scheduledAt } from './polls-of.ts';

/** Stations that open and close together. */
export interface StationWave extends PollingWindow {
  /** Null where no source gives the number. */
  readonly stations: number | null;
}

/** How many stations are in each status; null where no source gives a number that is needed. */
export interface ScheduledCounts {
  readonly notYetOpen: number | null;
  readonly open: number | null;
  readonly closed: number | null;
}

export function countOf(known: KnownCount): number | null {
  return 'value' in known ? known.value : null;
}

/**
 * The stations of some areas by their hours. Areas with the same hours make one wave; its number is `total` where all
 * have the same hours, else that of a pack's group of exactly these areas, else the sum of the areas' numbers.
 */
export function wavesOfAreas(resolved: ResolvedPack, areas: readonly AreaId[], total: number | null): StationWave[] {
  return [...groupByHours(resolved, areas).values()]
    .map(({ window, areas: together }) => ({
      ...window,
      stations: together.length === areas.length ? total : stationsOfAreas(resolved, together),
    }))
    .toSorted((a, b) => a.opensAt - b.opensAt || a.closesAt - b.closesAt);
}

/** An area itself when it has hours of its own, else the regions and cities in it, abroad apart. */
export function areasWithHoursIn(resolved: ResolvedPack, area: AreaId): AreaId[] {
  if (resolved.areaHours[area] !== undefined) return [area];
  const children = resolved.pack.areas.filter((each) => each.parent === area && each.kind !== 'abroad');
  return children.flatMap((child) => areasWithHoursIn(resolved, child.id));
}

/** The stations known by name in an area, by their hours: used for the branch abroad, where each has its own clock. */
export function wavesOfNamedStations(resolved: ResolvedPack, area: AreaId): StationWave[] {
  return resolved.pack.stations
    .filter((station) => station.area === area)
    .flatMap((station) => resolved.stationHours[station.id] ?? [])
    .map(({ opensAt, closesAt }) => ({ opensAt, closesAt, stations: 1 }));
}

export function scheduledCountsOf(waves: readonly StationWave[], at: InstantMs): ScheduledCounts {
  const count = (status: 'notYetOpen' | 'open' | 'closed'): number | null =>
    sumKnown(waves.filter((wave) => scheduledAt(wave, at) === status).map((wave) => wave.stations));
  return { notYetOpen: count('notYetOpen'), open: count('open'), closed: count('closed') };
}

function groupByHours(
  resolved: ResolvedPack,
  areas: readonly AreaId[],
): Map<string, { window: PollingWindow; areas: AreaId[] }> {
  const byHours = new Map<string, { window: PollingWindow; areas: AreaId[] }>();
  for (const area of areas) {
    const hours = resolved.areaHours[area];
    if (hours === undefined) continue;
    const window = { opensAt: hours.opensAt, closesAt: hours.closesAt };
    const key = `${window.opensAt}-${window.closesAt}`;
    const together = byHours.get(key);
    if (together === undefined) byHours.set(key, { window, areas: [area] });
    else together.areas.push(area);
  }
  return byHours;
}

/** How many stations some areas have together: a pack's group of exactly these areas, else the sum of the areas' own. */
export function stationsOfAreas(resolved: ResolvedPack, areas: readonly AreaId[]): number | null {
  const { groups, areas: known } = resolved.pack;
  const same = groups.find(
    (group) => group.areas.length === areas.length && areas.every((id) => group.areas.includes(id)),
  );
  const ofGroup = same === undefined ? null : countOf(same.stations);
  if (ofGroup !== null) return ofGroup;
  return sumKnown(
    areas.map((id) => {
      const area = known.find((each) => each.id === id);
      return area === undefined ? null : countOf(area.stations);
    }),
  );
}

export function sumKnown(counts: readonly (number | null)[]): number | null {
  return counts.reduce<number | null>((sum, count) => (sum === null || count === null ? null : sum + count), 0);
}
