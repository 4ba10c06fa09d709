import { Temporal } from 'temporal-polyfill';

import { zoneOffsetOn } from '@yavka/shared/pack/local-time';
import type { ElectionPack } from '@yavka/shared/pack/pack';

const minuteNs = 60_000_000_000;

/** Minutes east of UTC by the machine's zone tables at noon of a day, or null when they have no such zone. */
export function machineOffset(timeZone: string, date: string): number | null {
  try {
    return Temporal.PlainDateTime.from(`${date}T12:00`).toZonedDateTime(timeZone).offsetNanoseconds / minuteNs;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/**
 * One sentence for every zone of which the machine's tables say something else than the pack on election day. The pack
 * wins: its rules have sources, and the tables may be older than the country's last change.
 */
export function zoneDisagreements(pack: ElectionPack, offsetBy: typeof machineOffset = machineOffset): string[] {
  return pack.zones.flatMap((zone) => {
    const ours = zoneOffsetOn(zone, pack.date);
    const theirs = offsetBy(zone.timeZone, pack.date);
    if (theirs === null)
      return [`${pack.id}: this machine's tables have no zone ${zone.timeZone}; the pack's offset holds.`];
    if (theirs === ours) return [];
    return [
      `${pack.id}: on ${pack.date} ${zone.timeZone} is ${ours ?? 0} minutes east of UTC by the pack and ${theirs} by this machine's tables; the pack's offset holds.`,
    ];
  });
}
