import type { DueAnnouncement } from '@yavka/shared/analysis/announcement-due-of';
import { announcementDueOf } from '@yavka/shared/analysis/announcement-due-of';
import type { AreaView } from '@yavka/shared/analysis/area-view';
import { nationalViewOf } from '@yavka/shared/analysis/area-view-of';
import { currentCutoffOf } from '@yavka/shared/analysis/current-cutoff-of';
import type { AreaId, CutoffId, InstantMs, Language } from '@yavka/shared/ids';
import type { ElectionState } from '@yavka/shared/log/state';
import type { ResolvedPack } from '@yavka/shared/pack/pack';

import type { LedgerRow } from './ledger-model.ts';
import { ledgerOf } from './ledger-model.ts';
import type { RailNotch } from './rail-model.ts';
import { railOf } from './rail-model.ts';

/** What the reader chose, as far as it changes what is computed. */
export interface BoardChoice {
  readonly cutoff: CutoffId | null;
  readonly pinned: readonly AreaId[];
  /** By what the regions are ordered, as the address has it. */
  readonly order: string;
  readonly language: Language;
}

/** What the first view shows: the number with its time, the rail, the lamps. */
export interface FirstModel {
  /** The newest cutoff that has figures; null before the first. */
  readonly newest: CutoffId | null;
  /** The cutoff on the screen. */
  readonly cutoff: CutoffId | null;
  readonly national: AreaView;
  readonly rail: readonly RailNotch[];
  readonly due: DueAnnouncement | null;
  readonly ledger: readonly LedgerRow[];
  /** Minutes east of UTC in the capital. */
  readonly capitalOffset: number;
}

export function firstModelOf(
  state: ElectionState,
  resolved: ResolvedPack,
  choice: Pick<BoardChoice, 'cutoff'>,
  now: InstantMs,
): FirstModel {
  const newest = currentCutoffOf(state, resolved);
  const cutoff = shownCutoffOf(resolved, newest, choice.cutoff);
  return {
    newest,
    cutoff,
    national: nationalViewOf(state, resolved, cutoff, now),
    rail: railOf(state, resolved, cutoff, newest, now),
    due: announcementDueOf(state, resolved, now),
    ledger: ledgerOf(state, resolved),
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
