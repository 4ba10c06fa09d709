import type { InstantMs } from '@yavka/shared/ids';
import type { ElectionState } from '@yavka/shared/log/state';
import { create } from 'zustand';

import { useElectionNow } from './clock.ts';
import { useFeed } from './store.ts';

/** A place in a log whose state the page shows in place of the newest. */
export interface Moment {
  readonly logId: string;
  readonly seq: number;
}

/** Why an earlier moment that was asked for cannot be shown; no other moment's figures are shown in its place. */
export type MomentTrouble =
  /** Its entries are on their way. */
  | 'reading'
  /** Its entries could not be had. */
  | 'unreachable'
  /** It is of another log than the one that the server has in use. */
  | 'otherLog'
  /** The log has not come so far. */
  | 'notYet'
  /** The entries that came are not the log that this page follows. */
  | 'broken';

export type ViewedMoment =
  | { readonly moment: Moment; readonly state: ElectionState; readonly trouble: null }
  | { readonly moment: Moment; readonly state: null; readonly trouble: MomentTrouble };

/**
 * The one place that decides which state and which time a page shows: null means the newest, as the feed brings it. The
 * feed goes on meanwhile. Whatever shows figures reads them through the functions below, never from the feed.
 */
export const useViewedMoment = create<{ readonly past: ViewedMoment | null }>()(() => ({ past: null }));

/** The state that is shown: the newest, or that of the moment being looked at. Null while there is none to show. */
export function useViewedState<Part>(select: (state: ElectionState | null) => Part): Part {
  const past = useViewedMoment((viewed) => viewed.past);
  return useFeed((feed) => select(past === null ? feed.state : past.state));
}

/** The election's time to go by: now, told again `everyMs`, or when the moment being looked at was recorded. */
export function useViewedNow(everyMs = 1000): InstantMs | null {
  const past = useViewedMoment((viewed) => viewed.past);
  const now = useElectionNow(everyMs);
  if (past === null) return now;
  return past.state?.recordedAt ?? null;
}

/** Whether an earlier moment than the newest is being looked at, shown or not. */
export function useIsPast(): boolean {
  return useViewedMoment((viewed) => viewed.past !== null);
}
