import type { AreaId, CutoffId } from '../../ids.ts';
import { isExact } from '../turnout.ts';
import type { CheckInput } from './check-input.ts';
import { earlierCutoffsOf } from './check-input.ts';
import { inferShares } from './infer-shares.ts';

/** How much each area counts for in the country's turnout. Whole numbers, so that a sum can be compared without a float. */
export interface Weights {
  /** Known: voters on the lists. Inferred: shares in millionths, fitted to the national figures of earlier cutoffs. */
  readonly kind: 'known' | 'inferred';
  readonly of: ReadonlyMap<AreaId, number>;
  readonly total: number;
  /** The earlier cutoffs that inferred weights were fitted to; none where the weights are known. */
  readonly fittedTo: readonly CutoffId[];
}

/** Fewer national figures than this say nothing about weights. */
const fewestSeen = 3;
const million = 1_000_000;

/** The areas that make up the country, in the commission's order. */
export function partsOf({ pack }: CheckInput): AreaId[] {
  return pack.areas
    .filter(({ kind, parent }) => (kind === 'region' || kind === 'city') && parent === pack.root)
    .toSorted((a, b) => a.order - b.order)
    .map(({ id }) => id);
}

/**
 * Known weights where every area has an exact electorate and these add up to one of the country's; else weights
 * inferred from at least three earlier cutoffs at which the country and every area have exact figures; else null.
 */
export function weightsOf(input: CheckInput): Weights | null {
  return knownWeights(input) ?? inferredWeights(input);
}

function knownWeights(input: CheckInput): Weights | null {
  const versionsOf = (area: AreaId) =>
    input.electorates.filter((version) => version.area === area && !version.approximate);
  const of = new Map<AreaId, number>();
  for (const area of partsOf(input)) {
    const newest = versionsOf(area)
      .toSorted((a, b) => (a.asOf < b.asOf ? -1 : Number(a.asOf > b.asOf)))
      .at(-1);
    if (newest === undefined) return null;
    of.set(area, newest.value);
  }
  const total = [...of.values()].reduce((sum, value) => sum + value, 0);
  return versionsOf(input.pack.root).some(({ value }) => value === total)
    ? { kind: 'known', of, total, fittedTo: [] }
    : null;
}

function inferredWeights(input: CheckInput): Weights | null {
  const parts = partsOf(input);
  const exactAt = (area: AreaId, cutoff: CutoffId): number | null => {
    const turnout = input.standing(area, cutoff)?.turnout ?? null;
    return turnout !== null && isExact(turnout) ? turnout.min : null;
  };
  const seen = earlierCutoffsOf(input).flatMap((cutoff) => {
    const country = exactAt(input.pack.root, cutoff);
    const areas = parts.flatMap((area) => exactAt(area, cutoff) ?? []);
    return country === null || areas.length < parts.length ? [] : [{ cutoff, country, areas }];
  });
  if (seen.length < fewestSeen || parts.length < 2) return null;
  const millionths = wholeMillionths(inferShares(seen));
  return {
    kind: 'inferred',
    of: new Map(parts.map((area, index) => [area, millionths[index] ?? 0])),
    total: million,
    fittedTo: seen.map(({ cutoff }) => cutoff).reverse(),
  };
}

/** Shares as whole millionths that add up: what rounding leaves goes to the largest. */
function wholeMillionths(shares: readonly number[]): number[] {
  const whole = shares.map((share) => Math.round(share * million));
  const largest = whole.indexOf(Math.max(...whole));
  const left = million - whole.reduce((sum, value) => sum + value, 0);
  return whole.map((value, index) => (index === largest ? value + left : value));
}
