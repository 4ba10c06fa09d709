import type { AreaView } from '@yavka/shared/analysis/area-view';
import { areaViewsOf } from '@yavka/shared/analysis/area-view-of';
import type { DayPoint } from '@yavka/shared/analysis/day-curve-of';
import { dayCurveOf } from '@yavka/shared/analysis/day-curve-of';
import { increaseOf } from '@yavka/shared/analysis/increase-of';
import { rankingOf } from '@yavka/shared/analysis/ranking-of';
import type { MissingReason } from '@yavka/shared/figures/missing';
import type { AreaId, CutoffId, InstantMs, Language } from '@yavka/shared/ids';
import type { ElectionState } from '@yavka/shared/log/state';
import type { ResolvedPack } from '@yavka/shared/pack/pack';

import type { CombOrder } from './view.ts';

/** One region in the comb: what it shows, its day so far, and how it moved. */
export interface CombCell {
  readonly view: AreaView;
  /** Null for everything but an exact figure of the shown cutoff. */
  readonly rank: number | null;
  readonly day: readonly DayPoint[];
  /** Since the cutoff before, hundredths of a point; null unless both are exact. */
  readonly increase: number | null;
}

/** Regions that may be ranked together; ranges are never put between exact numbers. */
export interface CombGroup {
  readonly kind: 'exact' | 'ranges' | 'stale' | 'missing' | 'all';
  /** Why a `missing` group has no figures; null for the others. */
  readonly reason: MissingReason | null;
  /** The cutoff that a `stale` group still shows, or an `exact` one where nothing newer will come; null for the others. */
  readonly since: CutoffId | null;
  readonly areas: readonly AreaId[];
}

export interface CombModel {
  readonly cells: Readonly<Record<AreaId, CombCell>>;
  readonly groups: readonly CombGroup[];
}

const plain = { reason: null, since: null } as const;

/** The regions at a cutoff, in groups, in the reader's order. The commission's order is one group: it ranks nothing. */
export function combModelOf(
  state: ElectionState,
  resolved: ResolvedPack,
  cutoff: CutoffId | null,
  now: InstantMs,
  order: CombOrder,
  language: Language,
): CombModel {
  const views = areaViewsOf(state, resolved, cutoff, now);
  const ranking = rankingOf(views, resolved.pack, language);
  const ranks = new Map(ranking.exact.map(({ rank, view }) => [view.area, rank]));
  const cells = Object.fromEntries(
    views.map((view): [AreaId, CombCell] => [
      view.area,
      {
        view,
        rank: ranks.get(view.area) ?? null,
        day: dayCurveOf(state, resolved, view.area, now).slice(0, shownCount(resolved, cutoff)),
        increase: cutoff === null ? null : (increaseOf(state, resolved, view.area, cutoff, now)?.hundredths ?? null),
      },
    ]),
  );
  const idsOf = (list: readonly AreaView[]): AreaId[] => list.map((view) => view.area);
  if (order === 'commission') return { cells, groups: [{ ...plain, kind: 'all', areas: idsOf(views) }] };
  const exact = ranking.exact.map(({ view }) => view.area);
  const sorted = order === 'turnout' ? exact : exact.toSorted((a, b) => byIncrease(cells[a], cells[b]));
  const groups: CombGroup[] = [
    { ...plain, kind: 'exact', since: earlierCutoffOf(ranking.exact[0]?.view), areas: sorted },
    { ...plain, kind: 'ranges', areas: idsOf(ranking.ranges) },
    ...[...new Set(ranking.stale.map((view) => view.shown?.cutoff ?? null))].map((since) => ({
      ...plain,
      kind: 'stale' as const,
      since,
      areas: idsOf(ranking.stale.filter((view) => view.shown?.cutoff === since)),
    })),
    ...[...new Set(ranking.missing.map((view) => view.missing))].map((reason) => ({
      ...plain,
      kind: 'missing' as const,
      reason,
      areas: idsOf(ranking.missing.filter((view) => view.missing === reason)),
    })),
  ];
  return { cells, groups: groups.filter((group) => group.areas.length > 0) };
}

/** The cutoff of a figure that is not of the cutoff asked for. */
function earlierCutoffOf(view: AreaView | undefined): CutoffId | null {
  const shown = view?.shown?.cutoff ?? null;
  return shown === view?.cutoff ? null : shown;
}

/** Unknown increases come last. */
function byIncrease(a: CombCell | undefined, b: CombCell | undefined): number {
  return (b?.increase ?? Number.NEGATIVE_INFINITY) - (a?.increase ?? Number.NEGATIVE_INFINITY) || 0;
}

/** The day is drawn up to the shown cutoff; before the first there is nothing. */
function shownCount(resolved: ResolvedPack, cutoff: CutoffId | null): number {
  return resolved.pack.cutoffs.findIndex((each) => each.id === cutoff) + 1;
}
