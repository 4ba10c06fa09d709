import type { Audience } from '@yavka/shared/log/audience';
import type { JoinAnswer, Lane, Painted } from '@yavka/shared/protocol/wire';

/** Why a reader was told to fetch the state anew. */
export const resyncReasons = [
  /** It held another log, or none. */
  'otherLog',
  /** It held more of the log than there is. */
  'ahead',
  /** It held the log as it was before a backup took its place. */
  'otherChain',
  /** The snapshot is smaller than what it missed. */
  'farBehind',
  /** It read too slowly and missed deltas. */
  'slowReader',
  /** Another log took the place of the one it read. */
  'logSwapped',
] as const;
export type ResyncReason = (typeof resyncReasons)[number];

/** A reader as far as it is observed: where it sits, and the seq that it joined at. */
export interface ObservedSeat {
  readonly audience: Audience;
  readonly lane: Lane;
  readonly joinedSeq: number;
}

/**
 * Told by the feed of what it does. A call must cost no more than a counter, never throw, and keep nothing of what the
 * figures say.
 */
export interface FeedObserver {
  joinAnswered(answer: JoinAnswer): void;
  /** `readers` is how many were told. */
  resync(reason: ResyncReason, readers: number): void;
  /** A reader has begun to miss deltas. */
  slowReader(seat: ObservedSeat, backlog: { readonly packets: number; readonly bytes: number }): void;
  /** A lane has been served with what is new; milliseconds. */
  ticked(lane: 'urgent' | 'public', ms: number): void;
  painted(seat: ObservedSeat, painted: Painted): void;
}

const nothing = (): void => undefined;

/** For whoever looks at nothing. */
export const unobserved: FeedObserver = {
  joinAnswered: nothing,
  resync: nothing,
  slowReader: nothing,
  ticked: nothing,
  painted: nothing,
};
