import { boundsFormOf } from './bounds-form.ts';
import type { TurnoutInterval } from './turnout.ts';

/** How a turnout is known: a number, or in words as a lower bound, as approaching a bound from below, or another range. */
export type TurnoutQuality = 'exact' | 'above' | 'approaching' | 'range';

/** The quality of a stated turnout by the pack's convention of "approaching". */
export function qualityOf(interval: TurnoutInterval, pack: { readonly approachWidth: number }): TurnoutQuality {
  const { kind } = boundsFormOf(interval, pack.approachWidth);
  if (kind === 'notBelow') return 'above';
  return kind === 'below' ? 'range' : kind;
}
