import type { TurnoutInterval } from './turnout.ts';
import { wholeTurnout } from './turnout.ts';

/** What kind of words an interval stands for, with the bound that those words name. */
export type BoundsForm =
  | { readonly kind: 'exact'; readonly value: number }
  | { readonly kind: 'above' | 'notBelow' | 'approaching' | 'below'; readonly bound: number }
  | { readonly kind: 'range' };

/**
 * Reads an interval back into the words that made it: `{8001, 10000}` is "above 80", `{6000, 10000}` "not below 60",
 * `{7800, 7999}` "approaching 80" (when `approachWidth` is 200), `{0, 4099}` "below 41"; the rest are ranges.
 * @param approachWidth the pack's convention for "approaching", hundredths of a percent
 */
export function boundsFormOf(interval: TurnoutInterval, approachWidth: number): BoundsForm {
  const { min, max } = interval;
  if (min === max) return { kind: 'exact', value: min };
  if (max === wholeTurnout && min > 0) {
    // People name bounds in whole or tenth percents: 80,01 is "more than 80", 80,00 "80 or more".
    return (min - 1) % 10 === 0 && min > 1 ? { kind: 'above', bound: min - 1 } : { kind: 'notBelow', bound: min };
  }
  const bound = max + 1;
  // "About 33" can be as wide as "approaching 34": what people say to approach is a multiple of five.
  if (bound % 500 === 0 && bound - min === approachWidth) return { kind: 'approaching', bound };
  if (min === 0 && bound % 10 === 0) return { kind: 'below', bound };
  return { kind: 'range' };
}
