import type { AreaId, CutoffId } from '../../ids.ts';
import { isExact } from '../turnout.ts';
import type { CheckInput } from './check-input.ts';
import { earlierCutoffsOf } from './check-input.ts';

/** Fewer rows than this say nothing about what is usual. */
const fewestRows = 5;

/** One region or city, in the commission's order: hundredths of a percent, null where there is no exact value. */
export interface IncrementRow {
  readonly area: AreaId;
  readonly previous: number | null;
  readonly current: number | null;
}

/** How the exact figures moved since an earlier cutoff. */
export interface Increments {
  readonly since: CutoffId;
  readonly rows: readonly IncrementRow[];
  /** Twice the median growth (twice, so that it is whole), hundredths. */
  readonly twiceMedian: number;
}

/**
 * Growth since the newest earlier cutoff at which at least five of the read areas have exact figures; null when there
 * is none. The country as a whole is left out: it is no region's neighbour.
 */
export function incrementsOf(input: CheckInput): Increments | null {
  const { pack, figures, standing } = input;
  const current = new Map(figures.map((figure) => [figure.area, figure.turnout]));
  const areas = pack.areas
    .filter((area) => area.kind === 'region' || area.kind === 'city')
    .toSorted((a, b) => a.order - b.order);
  for (const since of earlierCutoffsOf(input)) {
    const rows = areas.map(({ id }) => {
      const before = standing(id, since)?.turnout ?? null;
      const now = current.get(id) ?? null;
      return {
        area: id,
        previous: before !== null && isExact(before) ? before.min : null,
        current: now !== null && isExact(now) ? now.min : null,
      };
    });
    const growths = rows.flatMap((row) =>
      row.previous === null || row.current === null ? [] : row.current - row.previous,
    );
    if (growths.length >= fewestRows) return { since, rows, twiceMedian: twiceMedianOf(growths) };
  }
  return null;
}

/** Twice the median of whole numbers: whole also for an even number of them. */
export function twiceMedianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = Math.floor(sorted.length / 2);
  const lower = sorted.length % 2 === 0 ? upper - 1 : upper;
  return (sorted[lower] ?? 0) + (sorted[upper] ?? 0);
}
