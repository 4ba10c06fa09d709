import type { AreaId } from '@yavka/shared/ids';
import type { MapArea } from '@yavka/shared/scenes/map-area';

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
  readonly count: number;
}

/** A tick for each exact figure, stale ones marked; intervals together, since they would lie on one another. */
export function legendMarksOf(areas: readonly MapArea[]): { ticks: LegendTick[]; brackets: LegendBracket[] } {
  const ticks: LegendTick[] = [];
  const brackets = new Map<string, LegendBracket>();
  for (const { area, interval, polls, stale } of areas) {
    if (interval === null) continue;
    if (interval.min === interval.max) {
      ticks.push({ area, at: interval.min, isOpen: polls === 'open', isStale: stale });
      continue;
    }
    const key = `${interval.min} ${interval.max}`;
    brackets.set(key, { ...interval, count: (brackets.get(key)?.count ?? 0) + 1 });
  }
  return { ticks, brackets: [...brackets.values()].sort((a, b) => b.min - a.min || a.max - b.max) };
}
