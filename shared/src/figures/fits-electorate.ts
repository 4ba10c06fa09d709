import type { TurnoutInterval } from './turnout.ts';
import { isExact } from './turnout.ts';

/**
 * Whether a count and a stated turnout agree on an electorate: |100·V/N − p| ≤ 0,005 for an exact p, and for a range a
 * share that rounds, up or down, into it. Cross-multiplied on integers, so no value near an edge is lost to a float.
 * @param ballots ballots issued, a whole count
 * @param turnout as stated, hundredths of a percent
 * @param electorate people on the lists
 */
export function fitsElectorate(ballots: number, turnout: TurnoutInterval, electorate: number): boolean {
  const issued = BigInt(ballots) * 20_000n;
  const voters = BigInt(electorate);
  const min = BigInt(turnout.min);
  const max = BigInt(turnout.max);
  if (isExact(turnout)) return issued >= (2n * min - 1n) * voters && issued <= (2n * max + 1n) * voters;
  return issued > 2n * (min - 1n) * voters && issued < 2n * (max + 1n) * voters;
}
