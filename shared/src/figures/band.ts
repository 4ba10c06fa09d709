import type { TurnoutInterval } from './turnout.ts';
import { wholeTurnout } from './turnout.ts';

/** A band's edges in hundredths of a percent: `[min, max)`, the last band closed at 100 %. */
export interface BandEdges {
  readonly min: number;
  readonly max: number;
}

/** Where an interval lies on the scale of bands: inside one (by index), or across several. */
export type BandPlace =
  | { readonly kind: 'within'; readonly band: number }
  | { readonly kind: 'across'; readonly low: number; readonly high: number };

/** The index of the band of one value in hundredths, or null when no band holds it (above 100 %). */
export function bandOfValue(hundredths: number, bands: readonly BandEdges[]): number | null {
  const index = bands.findIndex((band) => hundredths >= band.min && hundredths < band.max);
  if (index >= 0) return index;
  return hundredths === wholeTurnout && bands.at(-1)?.max === wholeTurnout ? bands.length - 1 : null;
}

/** The band or bands of a stated turnout, or null when a bound lies outside the scale. */
export function bandOf(interval: TurnoutInterval, bands: readonly BandEdges[]): BandPlace | null {
  const low = bandOfValue(interval.min, bands);
  const high = bandOfValue(interval.max, bands);
  if (low === null || high === null) return null;
  return low === high ? { kind: 'within', band: low } : { kind: 'across', low, high };
}
