import { areaViewOf } from '@yavka/shared/analysis/area-view-of';
import { dayCurveOf } from '@yavka/shared/analysis/day-curve-of';
import type { EarlierCurve } from '@yavka/shared/analysis/earlier-curve-of';
import { earlierCurveOf } from '@yavka/shared/analysis/earlier-curve-of';
import type { RegionStanding } from '@yavka/shared/analysis/region-standings-of';
import { regionStandingsOf } from '@yavka/shared/analysis/region-standings-of';
import { sameHourOf } from '@yavka/shared/analysis/same-hour-of';
import { shownFigureOf } from '@yavka/shared/analysis/shown-figure-of';
import type { Together } from '@yavka/shared/analysis/together-of';
import { togetherOf } from '@yavka/shared/analysis/together-of';
import type { MissingReason } from '@yavka/shared/figures/missing';
import type { TurnoutInterval } from '@yavka/shared/figures/turnout';
import type { CutoffId, InstantMs, Localized } from '@yavka/shared/ids';
import type { ElectionState } from '@yavka/shared/log/state';
import type { Area, EarlierVote, PublishedTurnout, ResolvedPack } from '@yavka/shared/pack/pack';

import type { DayCurveModel } from '../../charts/day-curve-model.ts';
import { dayCurveModelOf } from '../../charts/day-curve-model.ts';
import type { RegionOrigin } from './region-origins-of.ts';
import { regionOriginsOf } from './region-origins-of.ts';

/** One cutoff of a region's day, and how it compared then. */
export interface RegionHour extends Omit<RegionStanding, 'view'> {
  readonly cutoff: CutoffId;
  readonly turnout: TurnoutInterval | null;
  readonly missing: MissingReason | null;
  readonly corrected: boolean;
  /** What the country had at the same cutoff. */
  readonly country: TurnoutInterval | null;
}

/** A region at one slot of an earlier vote. */
export interface EarlierHour {
  readonly slot: string;
  /** Null where that vote had no announcement at this slot. */
  readonly label: string | null;
  readonly published: PublishedTurnout | null;
  readonly mark: Localized | null;
  /** Now less then; null unless both are exact and the borders the same. */
  readonly difference: number | null;
}

export interface EarlierDay {
  readonly vote: EarlierVote;
  readonly isBreak: boolean;
  readonly hours: readonly EarlierHour[];
}

/** Everything that the page of one region shows, up to the cutoff on the screen; free of pixels and of language. */
export interface RegionPageModel {
  readonly area: Area;
  readonly standing: RegionStanding;
  /** How many areas have a place. */
  readonly ranked: number;
  readonly hours: readonly RegionHour[];
  readonly curve: DayCurveModel;
  readonly earlier: readonly EarlierDay[];
  /** The areas with which this one was counted in earlier votes; null when its borders are the same. */
  readonly together: Together | null;
  readonly origins: readonly RegionOrigin[];
}

/** Null for an id that is no region, city or branch abroad of this election. */
export function regionPageModelOf(
  state: ElectionState,
  resolved: ResolvedPack,
  id: string,
  cutoff: CutoffId | null,
  now: InstantMs,
): RegionPageModel | null {
  const { pack } = resolved;
  const area = pack.areas.find((each) => each.id === id && each.id !== pack.root);
  if (area === undefined) return null;
  const end = pack.cutoffs.findIndex((each) => each.id === cutoff);
  const until = pack.cutoffs.slice(0, end + 1).map((each) => each.id);
  const standings = until.map((each) => regionStandingsOf(state, resolved, each, now));
  return {
    area,
    standing: standings.at(-1)?.find(({ view }) => view.area === id) ?? unranked(state, resolved, id, cutoff, now),
    ranked: pack.areas.filter(({ kind }) => kind === 'region' || kind === 'city').length,
    hours: dayCurveOf(state, resolved, id, now).map((point, index) => {
      const isShown = index <= end;
      const standing = standings[index]?.find(({ view }) => view.area === id);
      const national = isShown ? shownFigureOf(state, resolved, pack.root, point.cutoff, now) : null;
      return {
        cutoff: point.cutoff,
        turnout: isShown ? point.interval : null,
        missing: point.missing,
        corrected: isShown && point.corrected,
        country: national?.turnout ?? null,
        rank: point.interval === null ? null : (standing?.rank ?? null),
        move: standing?.move ?? null,
        increase: standing?.increase ?? null,
        toCountry: point.interval === null ? null : (standing?.toCountry ?? null),
      };
    }),
    curve: dayCurveModelOf(state, resolved, cutoff, [id], now),
    earlier: pack.earlierVotes.flatMap((vote) => {
      const curve = earlierCurveOf(pack, vote.id, id);
      return curve === null || area.kind === 'abroad'
        ? []
        : [
            {
              vote,
              isBreak: curve.kind === 'break',
              hours: earlierHoursOf(state, resolved, vote, curve, id, end, now),
            },
          ];
    }),
    together:
      togetherOf(state, resolved, cutoff ?? pack.cutoffs[0]?.id ?? '', now).find((each) =>
        [each.parent, ...each.children].includes(id),
      ) ?? null,
    origins: regionOriginsOf(state, resolved, id, until),
  };
}

/** Abroad, and any area before the first figure. */
function unranked(
  state: ElectionState,
  resolved: ResolvedPack,
  id: string,
  cutoff: CutoffId | null,
  now: InstantMs,
): RegionStanding {
  const view = areaViewOf(state, resolved, id, cutoff, now);
  return { view, rank: null, move: null, increase: null, toCountry: null };
}

/** One for each of this election's cutoffs, so that all votes stand in the same columns. */
function earlierHoursOf(
  state: ElectionState,
  resolved: ResolvedPack,
  vote: EarlierVote,
  curve: EarlierCurve,
  id: string,
  end: number,
  now: InstantMs,
): EarlierHour[] {
  return resolved.pack.cutoffs.map(({ id: cutoff, slot }, index) => {
    const point = curve.points.find((each) => each.slot === slot);
    const same = index > end ? [] : sameHourOf(state, resolved, id, cutoff, now);
    return {
      slot,
      label: point?.label ?? null,
      published: point?.published ?? null,
      mark: point?.mark ?? null,
      difference: same.find((each) => each.vote === vote.id)?.difference ?? null,
    };
  });
}
