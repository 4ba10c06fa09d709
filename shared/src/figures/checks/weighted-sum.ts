import type { AreaId } from '../../ids.ts';
import type { TurnoutInterval } from '../turnout.ts';
import { isExact, wholeTurnout } from '../turnout.ts';
import type { CheckInput } from './check-input.ts';
import { earlierCutoffsOf } from './check-input.ts';
import type { Weights } from './weights.ts';
import { partsOf } from './weights.ts';

/**
 * How far inferred weights may be off, hundredths of a percent: on the days that are known 52 with three cutoffs to learn
 * from, 17 with more.
 */
function toleranceOf({ kind, fittedTo }: Weights): number {
  if (kind === 'known') return 0;
  return fittedTo.length <= 3 ? 70 : 40;
}

/** What the areas give together and what the country is said to have, hundredths of a percent. */
export interface WeightedSum {
  readonly areas: TurnoutInterval;
  readonly country: TurnoutInterval;
  /** By how much the nearest points of the two differ, areas less country; 0 where the intervals meet. */
  readonly gap: number;
  /** Whether no point of the intervals fits, within what rounding or the inferred weights allow. */
  readonly isOff: boolean;
}

/**
 * The areas' weighted turnout against the country's at the checked cutoff; null where the country has none. Intervals are
 * added by their ends. An area without a figure may be anywhere from its newest earlier figure up to the whole.
 */
export function weightedSumOf(input: CheckInput, weights: Weights): WeightedSum | null {
  const country = turnoutOf(input, input.pack.root);
  if (country === null) return null;
  let [low, high] = [0, 0];
  let [lowest, highest] = [0, 0];
  for (const area of partsOf(input)) {
    const weight = weights.of.get(area) ?? 0;
    const turnout = turnoutOf(input, area) ?? { min: atLeast(input, area), max: wholeTurnout };
    const widest = doubledEnds(turnout);
    low += weight * turnout.min;
    high += weight * turnout.max;
    lowest += weight * widest.min;
    highest += weight * widest.max;
  }
  const { total } = weights;
  const areas = { min: Math.floor(low / total), max: Math.ceil(high / total) };
  const said = doubledEnds(country);
  const tolerance = toleranceOf(weights) * total;
  // Whole numbers below 2^53: at most 10^11 voters times 20 000.
  const isOff =
    weights.kind === 'known'
      ? lowest > said.max * total || highest < said.min * total
      : low - country.max * total > tolerance || country.min * total - high > tolerance;
  const over = low - country.max * total;
  const under = high - country.min * total;
  const gap = over > 0 ? over : Math.min(0, under);
  return { areas, country, gap: Math.round(gap / total), isOff };
}

/** What is read of an area now, else what stands at the same cutoff. */
export function turnoutOf(input: CheckInput, area: AreaId): TurnoutInterval | null {
  const read = input.figures.find((figure) => figure.area === area)?.turnout ?? null;
  return read ?? input.standing(area, input.cutoff)?.turnout ?? null;
}

/** Turnout does not fall: an area has at least what it had. */
function atLeast(input: CheckInput, area: AreaId): number {
  for (const cutoff of earlierCutoffsOf(input)) {
    const before = input.standing(area, cutoff)?.turnout ?? null;
    if (before !== null) return before.min;
  }
  return 0;
}

/** The ends between which the unrounded share may lie, doubled hundredths: half a hundredth around a number, one around words. */
function doubledEnds(turnout: TurnoutInterval): TurnoutInterval {
  const width = isExact(turnout) ? 1 : 2;
  return { min: 2 * turnout.min - width, max: 2 * turnout.max + width };
}
