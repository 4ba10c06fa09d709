import type { Zone } from './pack.ts';

const minutesInDay = 1440;

/** Days from 1970-01-01 to a date of the Gregorian calendar (Howard Hinnant's `days_from_civil`). */
function daysFromCivil(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Days since 1970-01-01 of `2022-11-20`, or null where the calendar has no such day. */
export function localDays(date: string): number | null {
  const found = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date);
  if (found === null) return null;
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return daysFromCivil(year, month, day);
}

/** Minutes since midnight of `20:05`, or null where the clock has no such time. */
export function minutesOfHour(hour: string): number | null {
  const found = /^(\d\d):(\d\d)$/.exec(hour);
  if (found === null) return null;
  const [hours, minutes] = [Number(found[1]), Number(found[2])];
  return hours > 23 || minutes > 59 ? null : hours * 60 + minutes;
}

/** Minutes since 1970-01-01T00:00 on the local calendar of `2022-11-20T20:05`, or null where there is no such time. */
export function localMinutes(time: string): number | null {
  const [date = '', hour = ''] = time.split('T');
  const [days, minutes] = [localDays(date), minutesOfHour(hour)];
  return days === null || minutes === null ? null : days * minutesInDay + minutes;
}

/** Minutes east of UTC of an offset (sign, hours, minutes), or null where it is none: more than 14 hours, more than 59 minutes. */
export function minutesOfOffset(offset: string): number | null {
  const found = /^([+-])(\d\d:\d\d)$/.exec(offset);
  const minutes = found === null ? null : minutesOfHour(found[2] ?? '');
  if (minutes === null || minutes > 14 * 60) return null;
  return found?.[1] === '-' && minutes > 0 ? -minutes : minutes;
}

/** Minutes east of UTC that a zone's dated rules give for a day: the newest rule not after it. Null before the first one. */
export function zoneOffsetOn(zone: Zone, date: string): number | null {
  const rule = zone.offsets
    .filter(({ from }) => from <= date)
    .reduce<Zone['offsets'][number] | null>(
      (newest, next) => (newest === null || next.from > newest.from ? next : newest),
      null,
    );
  return rule === null ? null : minutesOfOffset(rule.utcOffset);
}
