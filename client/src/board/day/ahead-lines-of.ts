import type { CutoffId, Localized } from '@yavka/shared/ids';
import type { EarlierVote } from '@yavka/shared/pack/pack';

import type { ComparedCutoff } from './day-page-model.ts';

export interface AheadPoint {
  readonly cutoff: CutoffId;
  readonly isDated: boolean;
  /** This vote less the earlier one, hundredths of a point; null where the two are not compared. */
  readonly difference: number | null;
  readonly decimals: 0 | 1 | 2;
}

/** How far this vote was ahead of one earlier vote at each hour. */
export interface AheadLine {
  readonly vote: string;
  readonly title: Localized;
  /** Which of the earlier votes, from 0: its stroke. */
  readonly place: number;
  readonly points: readonly AheadPoint[];
}

/** A line for every earlier vote that is compared at one hour at least. */
export function aheadLinesOf(compared: readonly ComparedCutoff[], votes: readonly EarlierVote[]): AheadLine[] {
  return votes
    .map((vote, place) => ({
      vote: vote.id,
      title: vote.shortTitle,
      place,
      points: compared.map(({ cutoff, at, earlier }) => {
        const same = earlier.find((each) => each.vote === vote.id);
        return {
          cutoff,
          isDated: at !== null,
          difference: same?.difference ?? null,
          decimals: same?.decimals ?? (2 as const),
        };
      }),
    }))
    .filter(({ points }) => points.some(({ difference }) => difference !== null));
}

/** Whole steps of points around the line of no difference, wide enough for every point. */
export function aheadScaleOf(lines: readonly AheadLine[]): {
  readonly min: number;
  readonly max: number;
  readonly steps: readonly number[];
} {
  const values = lines.flatMap(({ points }) => points.flatMap(({ difference }) => difference ?? []));
  const reach = Math.max(0, ...values.map(Math.abs));
  const step = reach <= 400 ? 100 : reach <= 1000 ? 500 : 1000;
  const min = Math.floor(Math.min(0, ...values) / step) * step;
  const max = Math.ceil(Math.max(0, ...values) / step) * step;
  const count = Math.max(1, (max - min) / step);
  return { min, max, steps: Array.from({ length: count + 1 }, (_, index) => min + index * step) };
}
