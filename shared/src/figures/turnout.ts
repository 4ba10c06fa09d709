import * as z from 'zod/mini';

/**
 * A stated turnout: a closed interval of whole hundredths of a percent.
 * 28,72 % is `{min: 2872, max: 2872}`; "exceeded 80" is `{min: 8001, max: 10000}`.
 * Values above 10000 can be stated by mistake and are refused by check B, not by the type.
 */
export const turnoutIntervalSchema = z
  .object({
    min: z.int().check(z.minimum(0), z.maximum(10_000_000)),
    max: z.int().check(z.minimum(0), z.maximum(10_000_000)),
  })
  .check(z.refine((interval) => interval.min <= interval.max, { message: 'min is above max' }));
export type TurnoutInterval = z.infer<typeof turnoutIntervalSchema>;

/** 100 %, in hundredths of a percent. */
export const wholeTurnout = 10_000;

export function isExact(interval: TurnoutInterval): boolean {
  return interval.min === interval.max;
}

export function isWithin(inner: TurnoutInterval, outer: TurnoutInterval): boolean {
  return inner.min >= outer.min && inner.max <= outer.max;
}

export function isSameInterval(a: TurnoutInterval | null, b: TurnoutInterval | null): boolean {
  return a === b || (a !== null && b !== null && a.min === b.min && a.max === b.max);
}

/**
 * Turnout computed from counts: ballots issued ÷ electorate, in ten-thousandths of a percent, rounded down.
 * 8 282 607 of 11 950 485 is 693077 (69,3077 %). The only division of counts in the product.
 * @throws RangeError when the electorate is not positive or a count is not a whole number
 */
export function computedTurnout(ballots: number, electorate: number): number {
  if (!Number.isSafeInteger(ballots) || !Number.isSafeInteger(electorate) || electorate <= 0 || ballots < 0) {
    throw new RangeError('computedTurnout needs whole counts and a positive electorate');
  }
  return Number((BigInt(ballots) * 1_000_000n) / BigInt(electorate));
}
