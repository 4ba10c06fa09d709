import { isExact } from '../figures/turnout.ts';
import type { AreaId } from '../ids.ts';
import type { AreaView } from './area-view.ts';
import { rankedTogether } from './ranking-of.ts';

/** The places, from the top, that an area may have: one where `best` equals `worst`. */
export interface RankSpan {
  readonly best: number;
  readonly worst: number;
}

/**
 * Where each area with an exact figure stands among all of them, as far as what was said settles it. A range, a stale
 * or a missing figure of another area leaves places open; equal values share one.
 */
export function rankSpansOf(views: readonly AreaView[]): ReadonlyMap<AreaId, RankSpan> {
  const compared = rankedTogether(views);
  return new Map(
    compared.flatMap(({ area, shown }): [AreaId, RankSpan][] => {
      if (shown === null || !isExact(shown.turnout)) return [];
      const { min, max } = shown.turnout;
      const isAbove = (other: AreaView): boolean => (other.shown?.turnout.min ?? 0) > max;
      const isNotAbove = (other: AreaView): boolean => (other.shown?.turnout.max ?? Infinity) <= min;
      const others = compared.filter((other) => other.area !== area);
      return [
        [area, { best: 1 + others.filter(isAbove).length, worst: views.length - others.filter(isNotAbove).length }],
      ];
    }),
  );
}

/** The place of an area that is settled; null where several are open. */
export function settledRankOf(span: RankSpan | null): number | null {
  return span !== null && span.best === span.worst ? span.best : null;
}
