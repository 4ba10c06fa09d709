import { readFileSync } from 'node:fs';

import type { InstantMs } from '../ids.ts';
import { assemblePack } from './assemble-pack.ts';
import type { ElectionPack, ResolvedPack } from './pack.ts';
import { packFileNames } from './pack-files.ts';

/** A pack of this repository, whole. */
export function readPack(id: string): ElectionPack {
  const folder = new URL(`../../packs/${id}/`, import.meta.url);
  const files = Object.values(packFileNames).map((name) => {
    const contents: unknown = JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
    return [name, contents] as const;
  });
  return assemblePack(Object.fromEntries(files));
}

/** Resolves as a server would, by the pack's own offsets alone. */
export function resolveForTest(pack: ElectionPack): ResolvedPack {
  const zoneOffsets = Object.fromEntries(
    pack.zones.map((zone) => {
      const rule = zone.offsets.findLast((offset) => offset.from <= pack.date) ?? zone.offsets[0];
      const [, sign, hours, minutes] = /^([+-])(\d\d):(\d\d)$/.exec(rule?.utcOffset ?? '+00:00') ?? [];
      return [zone.id, (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))];
    }),
  );
  const instant = (localTime: string, zone: string): InstantMs =>
    Date.parse(`${localTime}:00Z`) - (zoneOffsets[zone] ?? 0) * 60_000;
  const window = (
    hours: { open: string; close: string },
    zone: string,
  ): { opensAt: InstantMs; closesAt: InstantMs } => ({
    opensAt: instant(`${pack.date}T${hours.open}`, zone),
    closesAt: instant(`${pack.date}T${hours.close}`, zone),
  });
  const capital = pack.capital.zone;
  return {
    pack,
    packHash: 'not computed',
    zoneOffsets,
    cutoffInstants: Object.fromEntries(
      pack.cutoffs.map((cutoff) => [cutoff.id, cutoff.localTime === null ? null : instant(cutoff.localTime, capital)]),
    ),
    areaHours: Object.fromEntries(
      pack.areas.flatMap((area) =>
        area.hours === null || area.zone === null ? [] : [[area.id, window(area.hours, area.zone)]],
      ),
    ),
    stationHours: Object.fromEntries(pack.stations.map((station) => [station.id, window(station.hours, station.zone)])),
    timelineInstants: pack.stationTimeline.map((point) => instant(point.localTime, capital)),
    geometryPath: null,
  };
}
