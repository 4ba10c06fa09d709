import type { TurnoutInterval } from '../figures/turnout.ts';
import { isExact, wholeTurnout } from '../figures/turnout.ts';
import type { Bound, Widths } from './interval-of.ts';

/** The words that would state an interval: a bound at a value, or a range with an upper end. Hundredths. */
export type StatedBound =
  | { readonly bound: Bound; readonly value: number }
  | { readonly bound: 'range'; readonly value: number; readonly upper: number };

const round = (hundredths: number, step: number): boolean => hundredths % step === 0;

/** The inverse of `intervalOf`: the bound whose interval is exactly this one, in the words nearest to how people speak. */
export function statedBoundOf(interval: TurnoutInterval, widths: Widths): StatedBound {
  const { min, max } = interval;
  const { approachWidth, aboutWidth } = widths;
  if (isExact(interval)) return { bound: 'exact', value: min };
  if (min >= 0 && max < wholeTurnout) {
    if (max + 1 - min === approachWidth && round(max + 1, 500)) return { bound: 'approach', value: max + 1 };
    if (max + 1 - min === 2 * aboutWidth && round(min + aboutWidth, 100))
      return { bound: 'about', value: min + aboutWidth };
    if (max + 1 - min === approachWidth && round(max + 1, 100)) return { bound: 'approach', value: max + 1 };
    if (min === 0) return round(max + 1, 100) ? { bound: 'below', value: max + 1 } : { bound: 'atMost', value: max };
  }
  if (max === wholeTurnout && min > 0)
    return round(min - 1, 100) ? { bound: 'above', value: min - 1 } : { bound: 'atLeast', value: min };
  return { bound: 'range', value: min, upper: max };
}
