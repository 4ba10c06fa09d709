import type { InstantMs } from '@yavka/shared/ids';
import { localMinutes, zoneOffsetOn } from '@yavka/shared/pack/local-time';
import type { ElectionPack, ResolvedPack, Zone } from '@yavka/shared/pack/pack';

const minuteMs = 60_000;

/** A pack's zones as a reader of local times: by the pack's own dated rules, never by the machine's tables. */
function readerOf(pack: ElectionPack): (localTime: string, zoneId: string) => InstantMs {
  const zones = new Map<string, Zone>(pack.zones.map((zone) => [zone.id, zone]));
  return (localTime, zoneId) => {
    const zone = zones.get(zoneId);
    const offset = zone === undefined ? null : zoneOffsetOn(zone, localTime.slice(0, 10));
    const minutes = localMinutes(localTime);
    if (offset === null || minutes === null)
      throw new RangeError(`${localTime} in ${zoneId} is no instant of ${pack.id}`);
    return (minutes - offset) * minuteMs;
  };
}

/**
 * Turns every local time of a pack into an instant (milliseconds since 1970-01-01T00:00:00Z), so that no client needs a
 * zone table. A cutoff of which only the day is known has no instant; areas without hours or zone have no polling hours.
 *
 * @throws RangeError when a time or zone does not exist; `checkPack` has refused such a pack before
 */
export function resolvePack(pack: ElectionPack, packHash: string, geometryPath: string | null): ResolvedPack {
  const instantOf = readerOf(pack);
  const pollsOf = (
    hours: { open: string; close: string },
    zone: string,
  ): { opensAt: InstantMs; closesAt: InstantMs } => ({
    opensAt: instantOf(`${pack.date}T${hours.open}`, zone),
    closesAt: instantOf(`${pack.date}T${hours.close}`, zone),
  });
  const capital = pack.capital.zone;
  return {
    pack,
    packHash,
    zoneOffsets: Object.fromEntries(pack.zones.map((zone) => [zone.id, zoneOffsetOn(zone, pack.date) ?? 0])),
    cutoffInstants: Object.fromEntries(
      pack.cutoffs.map(({ id, localTime }) => [id, localTime === null ? null : instantOf(localTime, capital)]),
    ),
    areaHours: Object.fromEntries(
      pack.areas.flatMap(({ id, hours, zone }) =>
        hours === null || zone === null ? [] : [[id, pollsOf(hours, zone)]],
      ),
    ),
    stationHours: Object.fromEntries(pack.stations.map(({ id, hours, zone }) => [id, pollsOf(hours, zone)])),
    timelineInstants: pack.stationTimeline.map(({ localTime }) => instantOf(localTime, capital)),
    geometryPath,
  };
}
