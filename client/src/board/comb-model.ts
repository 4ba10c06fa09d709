import type { AreaView } from '@yavka/shared/analysis/area-view';
import type { DayPoint } from '@yavka/shared/analysis/day-curve-of';
import { dayCurveOf } from '@yavka/shared/analysis/day-curve-of';
import { rankingOf } from '@yavka/shared/analysis/ranking-of';
import type { RegionStanding } from '@yavka/shared/analysis/region-standings-of';
import { regionStandingsOf } from '@yavka/shared/analysis/region-standings-of';
import type { SameHour } from '@yavka/shared/analysis/same-hour-of';
import { sameHourOf } from '@yavka/shared/analysis/same-hour-of';
import { compareNames } from '@yavka/shared/format/collate';
import type { MissingReason } from '@yavka/shared/figures/missing';
import type { AreaId, CutoffId, InstantMs, Language } from '@yavka/shared/ids';
import type { ElectionState } from '@yavka/shared/log/state';
import type { ResolvedPack } from '@yavka/shared/pack/pack';

import type { RegionOrder } from './region-order.ts';
import { regionOrderOf } from './region-order.ts';

/** One region in the comb: what it shows, how that compares, and its day so far. */
export interface CombCell extends RegionStanding {
  readonly day: readonly DayPoint[];
  /** Beside earlier votes at the same hour. */
  readonly sameHour: readonly SameHour[];
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

/**
 * The regions at a cutoff, in groups, in the reader's order. The commission's list and the alphabet are one group: they
 * rank nothing.
 * @param asked as it stands in the address (see `regionOrderOf`)
 */
export function combModelOf(
  state: ElectionState,
  resolved: ResolvedPack,
  cutoff: CutoffId | null,
  now: InstantMs,
  asked: string,
  language: Language,
): CombModel {
  const order = regionOrderOf(asked, resolved.pack);
  const standings = regionStandingsOf(state, resolved, cutoff, now);
  const cells = Object.fromEntries(
    standings.map((standing): [AreaId, CombCell] => [
      standing.view.area,
      {
        ...standing,
        day: dayCurveOf(state, resolved, standing.view.area, now).slice(0, shownCount(resolved, cutoff)),
        sameHour: cutoff === null ? [] : sameHourOf(state, resolved, standing.view.area, cutoff, now),
      },
    ]),
  );
  const views = standings.map(({ view }) => view);
  const idsOf = (list: readonly AreaView[]): AreaId[] => list.map((view) => view.area);
  if (order === 'commission') return { cells, groups: [{ ...plain, kind: 'all', areas: idsOf(views) }] };
  if (order === 'name') {
    return { cells, groups: [{ ...plain, kind: 'all', areas: byName(idsOf(views), resolved, language) }] };
  }
  const ranking = rankingOf(views, resolved.pack, language);
  const exact = ranking.exact.map(({ view }) => view.area);
  const keyOf = (area: AreaId): number => sortKeyOf(cells[area], order);
  const sorted = order === 'turnout' ? exact : exact.toSorted((a, b) => keyOf(b) - keyOf(a) || 0);
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

/** What is not known comes last. */
function sortKeyOf(cell: CombCell | undefined, order: RegionOrder): number {
  const known =
    typeof order === 'object'
      ? cell?.sameHour.find((each) => each.vote === order.vote)?.difference
      : order === 'move'
        ? cell?.move
        : cell?.increase;
  return known ?? Number.NEGATIVE_INFINITY;
}

function byName(areas: readonly AreaId[], { pack }: ResolvedPack, language: Language): AreaId[] {
  const names = new Map(pack.areas.map((area) => [area.id, area.shortNames[language]]));
  return areas.toSorted((a, b) => compareNames(names.get(a) ?? a, names.get(b) ?? b, language));
}

/** The day is drawn up to the shown cutoff; before the first there is nothing. */
function shownCount(resolved: ResolvedPack, cutoff: CutoffId | null): number {
  return resolved.pack.cutoffs.findIndex((each) => each.id === cutoff) + 1;
}
