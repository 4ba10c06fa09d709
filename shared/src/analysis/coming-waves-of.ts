import type { InstantMs, Localized } from '../ids.ts';
import type { ResolvedPack } from '../pack/pack.ts';
import { isMadeOfOthers } from './is-made-of-others.ts';
import { countOf, wavesOfAreas } from './station-schedule-of.ts';

/** Stations that open or close at one instant: a group of areas, or one station known by name. */
export interface WavePart {
  readonly kind: 'group' | 'station';
  readonly id: string;
  readonly names: Localized;
  /** Null where no source gives the number. */
  readonly stations: number | null;
}

export interface ComingWave {
  readonly at: InstantMs;
  readonly opens: readonly WavePart[];
  readonly closes: readonly WavePart[];
}

/**
 * Every instant after `now` at which stations open or close by the schedule, the next one first: the pack's groups, but
 * those made up of others, and the stations known by name outside them.
 */
export function comingWavesOf(resolved: ResolvedPack, now: InstantMs): ComingWave[] {
  const { pack } = resolved;
  const waves = new Map<InstantMs, { opens: WavePart[]; closes: WavePart[] }>();
  const add = (at: InstantMs, edge: 'opens' | 'closes', part: WavePart): void => {
    if (at <= now) return;
    const wave = waves.get(at) ?? { opens: [], closes: [] };
    waves.set(at, wave);
    wave[edge].push(part);
  };
  for (const group of pack.groups) {
    if (isMadeOfOthers(group.id, pack.groups)) continue;
    for (const { opensAt, closesAt, stations } of wavesOfAreas(resolved, group.areas, countOf(group.stations))) {
      const part = { kind: 'group' as const, id: group.id, names: group.names, stations };
      add(opensAt, 'opens', part);
      add(closesAt, 'closes', part);
    }
  }
  const grouped = new Set(pack.groups.flatMap((group) => group.areas));
  for (const station of pack.stations) {
    const hours = resolved.stationHours[station.id];
    if (hours === undefined || grouped.has(station.area)) continue;
    const part = { kind: 'station' as const, id: station.id, names: station.names, stations: 1 };
    add(hours.opensAt, 'opens', part);
    add(hours.closesAt, 'closes', part);
  }
  return [...waves].map(([at, wave]) => ({ at, ...wave })).toSorted((a, b) => a.at - b.at);
}
