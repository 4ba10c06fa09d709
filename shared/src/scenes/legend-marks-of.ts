import type { TurnoutInterval } from '../figures/turnout.ts';
import type { AreaId } from '../ids.ts';
import type { MapArea } from './map-area.ts';

export interface LegendTick {
  readonly area: AreaId;
  /** Hundredths of a percent. */
  readonly at: number;
  readonly isOpen: boolean;
  readonly isStale: boolean;
}

/** All areas of which the same interval was said. */
export interface LegendBracket {
  readonly min: number;
  readonly max: number;
  readonly areas: readonly AreaId[];
  readonly count: number;
  /** As it is printed on the map. */
  readonly label: string;
  readonly isStale: boolean;
}

/** A tick for each exact figure, stale ones marked; intervals together, since they would lie on one another. */
export function legendMarksOf(areas: readonly MapArea[]): { ticks: LegendTick[]; brackets: LegendBracket[] } {
  const ticks: LegendTick[] = [];
  const brackets = new Map<string, LegendBracket>();
  for (const { area, interval, polls, stale, figure } of areas) {
    if (interval === null) continue;
    if (interval.min === interval.max) {
      ticks.push({ area, at: interval.min, isOpen: polls === 'open', isStale: stale });
      continue;
    }
    const key = `${interval.min} ${interval.max} ${stale}`;
    const same = [...(brackets.get(key)?.areas ?? []), area];
    brackets.set(key, { ...interval, areas: same, count: same.length, label: figure ?? '', isStale: stale });
  }
  return { ticks, brackets: [...brackets.values()].sort(byPlace) };
}

function byPlace(a: TurnoutInterval, b: TurnoutInterval): number {
  return b.min - a.min || a.max - b.max;
}
