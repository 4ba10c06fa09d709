import type { Bound } from './interval-of.ts';
import type { Meaning } from './meaning.ts';
import type { Mark } from './phrasebook.ts';

/** Words before a number that bound it. */
export const boundOf: Partial<Record<Meaning, Bound>> = {
  above: 'above',
  justAbove: 'justAbove',
  atLeast: 'atLeast',
  below: 'below',
  justBelow: 'justBelow',
  atMost: 'atMost',
  approach: 'approach',
  about: 'about',
};
/** Words after a number that bound it. */
export const boundAfter: Partial<Record<Meaning, Bound>> = {
  aboveAfter: 'above',
  justAboveAfter: 'justAbove',
  justBelowAfter: 'justBelow',
  atLeastAfter: 'atLeast',
  belowAfter: 'below',
  atMostAfter: 'atMost',
  approachAfter: 'approach',
  aboutAfter: 'about',
};
/** Shares said as fractions, in hundredths of a percent: a third is 33. */
export const fractions: Partial<Record<Meaning, number>> = {
  third: 3300,
  twoThirds: 6700,
  half: 5000,
  quarter: 2500,
  threeQuarters: 7500,
};

/** What a phrase gives in a table of meanings, or null. */
export function pick<Value>(mark: Mark | undefined, table: Partial<Record<Meaning, Value>>): Value | null {
  for (const meaning of mark?.meanings ?? []) {
    const value = table[meaning];
    if (value !== undefined) return value;
  }
  return null;
}
