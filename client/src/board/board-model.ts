import type { DueAnnouncement } from '@yavka/shared/analysis/announcement-due-of';
import { announcementDueOf } from '@yavka/shared/analysis/announcement-due-of';
import type { AreaView } from '@yavka/shared/analysis/area-view';
import { nationalViewOf } from '@yavka/shared/analysis/area-view-of';
import { currentCutoffOf } from '@yavka/shared/analysis/current-cutoff-of';
import type { StationGroupView } from '@yavka/shared/analysis/stations-by-group-of';
import { stationsByGroupOf } from '@yavka/shared/analysis/stations-by-group-of';
import type { StationView } from '@yavka/shared/analysis/stations-of';
import { stationsOf } from '@yavka/shared/analysis/stations-of';
import type { AreaId, CutoffId, InstantMs, Language } from '@yavka/shared/ids';
import type { ElectionState } from '@yavka/shared/log/state';
import type { ResolvedPack } from '@yavka/shared/pack/pack';

import type { DayCurveModel } from '../charts/day-curve-model.ts';
import { dayCurveModelOf } from '../charts/day-curve-model.ts';
import type { CombModel } from './comb-model.ts';
import { combModelOf } from './comb-model.ts';
import type { LedgerRow } from './ledger-model.ts';
import { ledgerOf } from './ledger-model.ts';
import type { RailNotch } from './rail-model.ts';
import { railOf } from './rail-model.ts';
import type { CombOrder } from './view.ts';

/** What the reader chose, as far as it changes what is computed. */
export interface BoardChoice {
  readonly cutoff: CutoffId | null;
  readonly pinned: readonly AreaId[];
  readonly order: CombOrder;
  readonly language: Language;
}

/** Everything the board shows, free of pixels. A part that did not change keeps its identity (see `keepSame`). */
export interface BoardModel {
  /** The newest cutoff that has figures; null before the first. */
  readonly newest: CutoffId | null;
  /** The cutoff on the screen. */
  readonly cutoff: CutoffId | null;
  readonly national: AreaView;
  readonly comb: CombModel;
  readonly curve: DayCurveModel;
  readonly rail: readonly RailNotch[];
  readonly due: DueAnnouncement | null;
  readonly ledger: readonly LedgerRow[];
  readonly groups: readonly StationGroupView[];
  readonly stations: readonly StationView[];
  /** Minutes east of UTC in the capital. */
  readonly capitalOffset: number;
}

export function boardModelOf(
  state: ElectionState,
  resolved: ResolvedPack,
  choice: BoardChoice,
  now: InstantMs,
): BoardModel {
  const newest = currentCutoffOf(state, resolved);
  const cutoff = shownCutoffOf(resolved, newest, choice.cutoff);
  return {
    newest,
    cutoff,
    national: nationalViewOf(state, resolved, cutoff, now),
    comb: combModelOf(state, resolved, cutoff, now, choice.order, choice.language),
    curve: dayCurveModelOf(state, resolved, cutoff, choice.pinned, now),
    rail: railOf(state, resolved, cutoff, newest, now),
    due: announcementDueOf(state, resolved, now),
    ledger: ledgerOf(state, resolved),
    groups: stationsByGroupOf(state, resolved, now),
    stations: stationsOf(state, resolved, now),
    capitalOffset: resolved.zoneOffsets[resolved.pack.capital.zone] ?? 0,
  };
}

/** The chosen cutoff, as long as it is not later than what is known (a replay may have gone back). */
function shownCutoffOf(resolved: ResolvedPack, newest: CutoffId | null, chosen: CutoffId | null): CutoffId | null {
  const order = resolved.pack.cutoffs.map((each) => each.id);
  if (chosen === null || newest === null) return newest;
  const place = order.indexOf(chosen);
  return place >= 0 && place <= order.indexOf(newest) ? chosen : newest;
}
