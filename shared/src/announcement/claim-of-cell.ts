import type { FigureStatus } from '../figures/figure.ts';
import type { AreaId } from '../ids.ts';
import type { Claim } from './claim.ts';
import { intervalOf } from './interval-of.ts';
import type { Reading } from './reading.ts';
import type { Statement } from './statement.ts';
import type { QuantityItem } from './statement-items.ts';

/** The figure of a cell whose column an area heads, or null when its number is no share. */
export function claimOfCell(
  reading: Reading,
  { sentence, times }: Statement,
  area: AreaId,
  { bound, value, percent, decimals, start, end }: QuantityItem,
  status: FigureStatus | null,
): Claim | null {
  const turnout = intervalOf(bound, value, reading.widths);
  if (turnout === null || (!percent && decimals === 0)) return null;
  return {
    area,
    turnout,
    decimals,
    ballots: null,
    electorate: null,
    time: times[0]?.time ?? null,
    status,
    start,
    end,
    own: { start, end },
    outright: true,
    atHourBefore: false,
    sentence: sentence.from,
  };
}
