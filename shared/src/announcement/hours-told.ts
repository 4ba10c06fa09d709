import type { Claim } from './claim.ts';
import type { TimeRead } from './time-read.ts';

/** The hours that the shares of one sentence are said of, the earlier first. */
export function hoursToldOf(claims: readonly Claim[]): TimeRead[] {
  const hours = new Map<string, TimeRead>();
  for (const { time } of claims) if (time !== null) hours.set(time.time, hours.get(time.time) ?? time);
  return [...hours.values()].toSorted((a, b) => (a.time < b.time ? -1 : 1));
}
