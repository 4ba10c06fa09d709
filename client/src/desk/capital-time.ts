import { localDateOf } from '@yavka/shared/format/time';
import type { InstantMs } from '@yavka/shared/ids';
import type { Zoned } from '@yavka/shared/pack/capital-offset-of';
import { capitalOffsetOf } from '@yavka/shared/pack/capital-offset-of';
import { localMinutes } from '@yavka/shared/pack/local-time';

const typedTime = /^(?:(\d{4}-\d\d-\d\d)[ T])?(\d{1,2})[:.](\d\d)$/;

/**
 * The instant of a time as typed, in capital time whatever the machine's zone: `9:05` on the election's own day of
 * `now`, or with its day, `2030-05-05 20:05`. Empty is now; null where it is no time.
 */
export function instantOfTyped(text: string, resolved: Zoned, now: InstantMs): InstantMs | null {
  if (text.trim() === '') return now;
  const offset = capitalOffsetOf(resolved);
  const found = typedTime.exec(text.trim());
  if (found === null) return null;
  const [, date = localDateOf(now, offset), hour = '', minute = ''] = found;
  const minutes = localMinutes(`${date}T${hour.padStart(2, '0')}:${minute}`);
  return minutes === null ? null : (minutes - offset) * 60_000;
}
