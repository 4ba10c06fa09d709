import type { TurnoutInterval } from '../figures/turnout.ts';
import { wholeTurnout } from '../figures/turnout.ts';
import type { ElectionPack } from '../pack/pack.ts';

/** How a number bounds a turnout. */
export type Bound =
  'exact' | 'above' | 'justAbove' | 'atLeast' | 'below' | 'justBelow' | 'atMost' | 'approach' | 'about';

/** The widths by which the pack reads "approaching" and "about". */
export type Widths = Pick<ElectionPack, 'approachWidth' | 'aboutWidth'>;

/**
 * The closed interval of hundredths that a bound at `value` hundredths states: "exceeded 80" {8001, 10000}, "approaching
 * 80" {7800, 7999}, "about 33" {3200, 3399}, "just over 60" {6001, 6200}; null when it holds nothing.
 */
export function intervalOf(bound: Bound, value: number, widths: Widths): TurnoutInterval | null {
  const [min, max] = ((): [number, number] => {
    switch (bound) {
      case 'exact':
        return [value, value];
      case 'above':
        return [value + 1, wholeTurnout];
      case 'justAbove':
        return [value + 1, Math.min(wholeTurnout, value + widths.approachWidth)];
      case 'atLeast':
        return [value, wholeTurnout];
      case 'below':
        return [0, value - 1];
      case 'atMost':
        return [0, value];
      case 'approach':
      case 'justBelow':
        return [Math.max(0, value - widths.approachWidth), value - 1];
      case 'about':
        return [Math.max(0, value - widths.aboutWidth), Math.min(wholeTurnout, value + widths.aboutWidth - 1)];
    }
  })();
  return min <= max && max <= 10_000_000 ? { min, max } : null;
}

/**
 * A decimal number in hundredths, rounded on digits: to the nearest hundredth, but never onto or over a whole percent,
 * where bands meet (79,996 is 7999, not 8000). Null when it is beyond what a turnout can be misstated to.
 */
export function hundredthsOf(whole: number, fraction: string): number | null {
  const cut = whole * 100 + Number(fraction.slice(0, 2).padEnd(2, '0'));
  const up = (fraction[2] ?? '0') >= '5' && cut % 100 !== 99 ? 1 : 0;
  return Number.isSafeInteger(cut) && cut <= 10_000_000 ? cut + up : null;
}
