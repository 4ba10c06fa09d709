import { create } from 'zustand';

import type { Get } from '../../feed/read-server.ts';
import { useFeed } from '../../feed/store.ts';
import type { Moment, MomentTrouble, ViewedMoment } from '../../feed/viewed.ts';
import { useViewedMoment } from '../../feed/viewed.ts';
import { useBoardView } from '../view.ts';
import type { LogStates } from './log-states.ts';
import { logStates } from './log-states.ts';
import type { LogMoment } from './moments-of.ts';
import { momentsOf } from './moments-of.ts';

/** What this page knows of its log's moments. */
export interface Leafing {
  /** As far as they were read; empty until the first reading is done. */
  readonly moments: readonly LogMoment[];
  /** Why the newest are not among them; null when they are. */
  readonly trouble: Extract<MomentTrouble, 'reading' | 'unreachable' | 'broken'> | null;
}

const nothingRead: Leafing = { moments: [], trouble: 'reading' };

export const useLeafing = create<Leafing>()(() => nothingRead);

/**
 * Keeps what is shown in step with the moment that is asked for: reads the log's entries while the reader leafs through
 * them or looks at one, folds them here, and shows no state of which it is not sure. The feed goes on beside it.
 * @returns stops
 */
export function runLeafing(get: Get): () => void {
  let held: LogStates | null = null;
  let isReading = false;

  const isWanted = (): boolean => {
    const { moment, isLeafing } = useBoardView.getState();
    return moment !== null || isLeafing;
  };

  const look = (): void => {
    if (!isWanted()) return;
    const { state } = useFeed.getState();
    if (state !== null && held?.logId !== state.logId) {
      held = logStates(state.logId, get);
      useLeafing.setState(nothingRead);
    }
    showAsked();
    void readOn();
  };

  const readOn = async (): Promise<void> => {
    const log = held;
    let behind = log === null ? null : headBeyond(log);
    if (log === null || behind === null || isReading) return;
    isReading = true;
    let trouble: Leafing['trouble'] = null;
    // The head goes on meanwhile. Where there is trouble it is tried again when the head or the wish changes.
    while (behind !== null && trouble === null && isWanted()) {
      trouble = await log.readTo(behind);
      behind = headBeyond(log);
    }
    isReading = false;
    // Another log has taken its place meanwhile.
    if (held !== log) return look();
    useLeafing.setState({ moments: momentsOf(log.entries()), trouble });
    showAsked();
  };

  const showAsked = (): void => {
    const { moment } = useBoardView.getState();
    if (moment !== null) show(viewOf(moment, held));
  };

  const stops = [useBoardView.subscribe(look), useFeed.subscribe((feed, was) => feed.state !== was.state && look())];
  look();
  return () => {
    for (const stop of stops) stop();
  };
}

/** The head of the log in use where it is the same log and further on than what was read. */
function headBeyond(log: LogStates): { readonly seq: number; readonly hash: string } | null {
  const { state } = useFeed.getState();
  return state !== null && state.logId === log.logId && state.seq > log.entries().length ? state : null;
}

/** What is to be shown of a moment: its state, or why there is none to show. */
function viewOf(moment: Moment, held: LogStates | null): ViewedMoment {
  const without = (trouble: MomentTrouble): ViewedMoment => ({ moment, state: null, trouble });
  const live = useFeed.getState().state;
  if (live === null) return without('reading');
  if (live.logId !== moment.logId) return without('otherLog');
  if (live.seq < moment.seq) return without('notYet');
  const { trouble } = useLeafing.getState();
  if (trouble === 'broken') return without('broken');
  const state = held?.logId === moment.logId ? held.stateAt(moment.seq) : null;
  return state === null ? without(trouble ?? 'reading') : { moment, state, trouble: null };
}

function show(next: ViewedMoment): void {
  const { past } = useViewedMoment.getState();
  const isSame = past?.moment === next.moment && past.state === next.state && past.trouble === next.trouble;
  if (!isSame) useViewedMoment.setState({ past: next });
}
