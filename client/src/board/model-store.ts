import type { DueAnnouncement } from '@yavka/shared/analysis/announcement-due-of';
import { announcementDueOf } from '@yavka/shared/analysis/announcement-due-of';
import { currentCutoffOf } from '@yavka/shared/analysis/current-cutoff-of';
import type { CutoffId, InstantMs } from '@yavka/shared/ids';
import type { ElectionState } from '@yavka/shared/log/state';
import type { ResolvedPack } from '@yavka/shared/pack/pack';
import { useLayoutEffect } from 'react';
import { create } from 'zustand';

import { useElectionNow } from '../feed/clock.ts';
import { useFeed } from '../feed/store.ts';
import { useIsPast, useViewedNow, useViewedState } from '../feed/viewed.ts';
import { useLanguage } from '../ui/language.ts';
import type { BoardModel } from './board-model.ts';
import type { BoardChoice } from './first-model.ts';
import { firstModelOf } from './first-model.ts';
import { keepSame } from './keep-same.ts';
import type { LedgerRow } from './ledger-model.ts';
import { ledgerOf } from './ledger-model.ts';
import type { ToldCorrection } from './told-corrections.ts';
import { toldCorrectionsOf } from './told-corrections.ts';
import { useBoardView } from './view.ts';

/** What the board shows now. Null until the election and the first state are here, and while no state can be shown. */
export const useBoardModel = create<{ readonly model: BoardModel | null }>()(() => ({ model: null }));

/** The newest of the log whatever moment is looked at: for the lamps, and for telling what has just come. */
interface Newest {
  /** The newest cutoff that has figures; null before the first. */
  readonly cutoff: CutoffId | null;
  readonly due: DueAnnouncement | null;
  readonly ledger: readonly LedgerRow[];
  readonly corrections: readonly ToldCorrection[];
  /** Minutes east of UTC in the capital. */
  readonly capitalOffset: number;
}

const useNewestOfLog = create<{ readonly newest: Newest | null }>()(() => ({ newest: null }));

type Derive = (state: ElectionState, resolved: ResolvedPack, choice: BoardChoice, now: InstantMs) => BoardModel;

/** Nothing of it is drawn before `deriveAll`: what draws it is fetched with the code that derives it. */
const notDerived = {
  comb: { cells: {}, groups: [] },
  curve: { ticks: [], domain: [0, 0], series: [], focus: '', broken: null, marks: [], sameHour: [] },
  groups: [],
  stations: [],
} as const satisfies Partial<BoardModel>;
let derive: Derive = (...asked) => ({ ...notDerived, ...firstModelOf(...asked) });
let lastAsked: Parameters<Derive> | null = null;

function deriveFrom(...asked: Parameters<Derive>): void {
  lastAsked = asked;
  const next = derive(...asked);
  useBoardModel.setState(({ model }) => ({ model: keepSame(model, next) }));
}

/** From now on the whole model is derived, at once for what is on the screen. */
export function deriveAll(boardModelOf: Derive): void {
  if (derive === boardModelOf) return;
  derive = boardModelOf;
  if (lastAsked !== null && useBoardModel.getState().model !== null) deriveFrom(...lastAsked);
}

/**
 * Derives the board's model anew when the state, the reader's choice or the second changes, before the frame is
 * painted. It is the one component that is drawn at every tick; the others select a part of the model and are drawn
 * when that part changes.
 */
export function ModelPump(): null {
  const state = useViewedState((viewed) => viewed);
  const resolved = useFeed((feed) => feed.resolved);
  const now = useViewedNow();
  const isPast = useIsPast();
  const language = useLanguage();
  const cutoff = useBoardView((view) => view.cutoff);
  const pinned = useBoardView((view) => view.pinned);
  const order = useBoardView((view) => view.order);
  useLayoutEffect(() => {
    // An earlier moment without a state has nothing to show; before the first state nothing is shown yet.
    if (state === null && isPast) useBoardModel.setState({ model: null });
    if (state === null || resolved === null || now === null) return;
    deriveFrom(state, resolved, { cutoff, pinned, order, language }, now);
  }, [state, resolved, now, isPast, language, cutoff, pinned, order]);

  const liveState = useFeed((feed) => feed.state);
  const liveNow = useElectionNow();
  useLayoutEffect(() => {
    if (liveState === null || resolved === null || liveNow === null) return;
    const next = newestOf(liveState, resolved, liveNow);
    useNewestOfLog.setState(({ newest }) => ({ newest: keepSame(newest, next) }));
  }, [liveState, resolved, liveNow]);
  return null;
}

function newestOf(state: ElectionState, resolved: ResolvedPack, now: InstantMs): Newest {
  return {
    cutoff: currentCutoffOf(state, resolved),
    due: announcementDueOf(state, resolved, now),
    ledger: ledgerOf(state, resolved),
    corrections: toldCorrectionsOf(state),
    capitalOffset: resolved.zoneOffsets[resolved.pack.capital.zone] ?? 0,
  };
}

/** A part of the model; the component is drawn again only when that part changed. */
export function useModel<Part>(select: (model: BoardModel) => Part): Part | null {
  return useBoardModel(({ model }) => (model === null ? null : select(model)));
}

/** A part of what the log says newest, also while an earlier moment is looked at. */
export function useNewest<Part>(select: (newest: Newest) => Part): Part | null {
  return useNewestOfLog(({ newest }) => (newest === null ? null : select(newest)));
}
