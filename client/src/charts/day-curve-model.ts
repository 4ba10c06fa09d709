import { dayCurveOf } from '@yavka/shared/analysis/day-curve-of';
import { earlierCurveOf } from '@yavka/shared/analysis/earlier-curve-of';
import type { SameHour } from '@yavka/shared/analysis/same-hour-of';
import { sameHourOf } from '@yavka/shared/analysis/same-hour-of';
import type { TurnoutInterval } from '@yavka/shared/figures/turnout';
import { isExact } from '@yavka/shared/figures/turnout';
import type { AreaId, CutoffId, InstantMs, Localized } from '@yavka/shared/ids';
import type { ElectionState } from '@yavka/shared/log/state';
import type { EarlierVote, ResolvedPack } from '@yavka/shared/pack/pack';

/** A reporting time on the horizontal axis. Where the pack knows only the day it stands one step after the last. */
export interface CurveTick {
  readonly cutoff: CutoffId;
  readonly x: InstantMs;
  readonly isDated: boolean;
}

export interface CurvePoint {
  readonly x: InstantMs;
  /** What was stated; null is a gap and stays one. */
  readonly interval: TurnoutInterval | null;
  readonly decimals: 0 | 1 | 2;
  readonly corrected: boolean;
}

export interface CurveSeries {
  readonly id: string;
  readonly kind: 'country' | 'area' | 'earlier';
  readonly area: AreaId;
  /** The earlier vote's short title; null for this election's own series. */
  readonly vote: Localized | null;
  /** Which of the earlier votes, newest last; 0 for this election's own. */
  readonly place: number;
  readonly points: readonly CurvePoint[];
}

export interface EarlierMark {
  readonly vote: Localized;
  readonly slot: string;
  readonly label: string;
  readonly mark: Localized;
}

export interface DayCurveModel {
  readonly ticks: readonly CurveTick[];
  readonly domain: readonly [InstantMs, InstantMs];
  readonly series: readonly CurveSeries[];
  /** The area whose earlier votes are drawn: the one pinned last, or the country. */
  readonly focus: AreaId;
  /** Areas together with which `focus` was counted in some earlier vote; null when its borders are the same. */
  readonly broken: { readonly since: string; readonly areas: readonly AreaId[] } | null;
  readonly marks: readonly EarlierMark[];
  readonly sameHour: readonly SameHour[];
}

/**
 * Everything the day's chart draws, free of pixels and of language. Values stay whole hundredths of a percent.
 * @param cutoff the shown cutoff: later points are left out, earlier votes are drawn to their end
 */
export function dayCurveModelOf(
  state: ElectionState,
  resolved: ResolvedPack,
  cutoff: CutoffId | null,
  pinned: readonly AreaId[],
  now: InstantMs,
): DayCurveModel {
  const { pack } = resolved;
  const areas = pinned.filter((pin) => pin !== pack.root && pack.areas.some((area) => area.id === pin));
  const focus = areas.at(-1) ?? pack.root;
  const ticks = ticksOf(resolved);
  const xOfSlot = new Map(pack.cutoffs.map((each, index) => [each.slot, ticks[index]?.x ?? 0]));
  const own = [pack.root, ...areas].map((area) => ownSeriesOf(state, resolved, ticks, cutoff, area, now));
  const earlier = pack.earlierVotes.flatMap((vote, index) =>
    earlierSeriesOf(resolved, vote, index + 1, focus, xOfSlot),
  );
  const changes = pack.areaChanges.filter((change) => change.area === focus || change.from === focus);
  return {
    ticks,
    domain: [ticks[0]?.x ?? 0, ticks.at(-1)?.x ?? 1],
    series: [...earlier, ...own],
    focus,
    broken:
      changes[0] === undefined
        ? null
        : { since: changes[0].since, areas: [...new Set(changes.flatMap((change) => [change.from, change.area]))] },
    marks: pack.earlierVotes.flatMap((vote) =>
      vote.cutoffs.flatMap(({ slot, label, mark }) =>
        mark === null ? [] : [{ vote: vote.shortTitle, slot, label, mark }],
      ),
    ),
    sameHour: cutoff === null ? [] : sameHourOf(state, resolved, focus, cutoff, now),
  };
}

function ticksOf(resolved: ResolvedPack): CurveTick[] {
  const dated = resolved.pack.cutoffs.flatMap((each) => resolved.cutoffInstants[each.id] ?? []);
  const last = dated.at(-1) ?? 0;
  const step = dated.length < 2 ? 1 : (last - (dated[0] ?? 0)) / (dated.length - 1);
  let undated = 0;
  return resolved.pack.cutoffs.map((each) => {
    const at = resolved.cutoffInstants[each.id] ?? null;
    if (at === null) undated += 1;
    return { cutoff: each.id, x: at ?? Math.round(last + step * undated), isDated: at !== null };
  });
}

function ownSeriesOf(
  state: ElectionState,
  resolved: ResolvedPack,
  ticks: readonly CurveTick[],
  cutoff: CutoffId | null,
  area: AreaId,
  now: InstantMs,
): CurveSeries {
  const end = ticks.findIndex((tick) => tick.cutoff === cutoff);
  const points = dayCurveOf(state, resolved, area, now).map((point, index) => ({
    x: ticks[index]?.x ?? 0,
    interval: index <= end ? point.interval : null,
    decimals: 2 as const,
    corrected: index <= end && point.corrected,
  }));
  return {
    id: area,
    kind: area === resolved.pack.root ? 'country' : 'area',
    area,
    vote: null,
    place: 0,
    points,
  };
}

/** Nothing for an area whose borders have changed since: it is never drawn beside one of other borders. */
function earlierSeriesOf(
  resolved: ResolvedPack,
  vote: EarlierVote,
  place: number,
  area: AreaId,
  xOfSlot: ReadonlyMap<string, InstantMs>,
): CurveSeries[] {
  const curve = earlierCurveOf(resolved.pack, vote.id, area);
  if (curve === null || curve.kind === 'break') return [];
  const bySlot = new Map(curve.points.map((point) => [point.slot, point.published]));
  const points = [...xOfSlot].map(([slot, x]) => {
    const published = bySlot.get(slot) ?? null;
    return {
      x,
      interval: published === null ? null : { min: published.hundredths, max: published.hundredths },
      decimals: published?.decimals ?? 2,
      corrected: false,
    };
  });
  return [{ id: vote.id, kind: 'earlier', area, vote: vote.shortTitle, place, points }];
}

/**
 * The rows that a line chart wants: one for each tick, a value only where it is exact. Before a tick without an hour
 * stands an empty row: no line leads to a point whose time nobody stated.
 */
export function curveRowsOf(model: DayCurveModel): Record<string, number | null>[] {
  return model.ticks.flatMap((tick, index) => {
    const row: Record<string, number | null> = { x: tick.x };
    for (const series of model.series) {
      const interval = series.points[index]?.interval ?? null;
      row[series.id] = interval !== null && isExact(interval) ? interval.min : null;
    }
    return tick.isDated ? [row] : [{ x: tick.x - 1 }, row];
  });
}
