import { settledRankOf } from '@yavka/shared/analysis/rank-spans-of';

import type { RegionHour } from './region-page-model.ts';

/** A settled place, or all that were left open, from 0 (the first place) to 1 (the last). */
export interface RankPoint {
  readonly cutoff: string;
  readonly best: number;
  readonly worst: number;
  readonly top: number;
  readonly bottom: number;
}

/** The day's places: lines only between neighbouring settled ones, as between neighbouring exact figures. */
export function rankPointsOf(
  hours: readonly RegionHour[],
  ranked: number,
): { readonly points: readonly RankPoint[]; readonly lines: readonly (readonly RankPoint[])[] } {
  const shareOf = (rank: number): number => (ranked < 2 ? 0 : (rank - 1) / (ranked - 1));
  const lines: RankPoint[][] = [[]];
  const points = hours.flatMap(({ cutoff, rank }): RankPoint[] => {
    if (rank === null) {
      lines.push([]);
      return [];
    }
    const { best, worst } = rank;
    const point = { cutoff, best, worst, top: shareOf(best), bottom: shareOf(worst) };
    if (settledRankOf(rank) === null) lines.push([]);
    else lines.at(-1)?.push(point);
    return [point];
  });
  return { points, lines: lines.filter((line) => line.length > 1) };
}
