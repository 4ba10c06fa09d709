import type { ElectionState } from '@yavka/shared/log/state';
import type { ResolvedPack } from '@yavka/shared/pack/pack';
import type { Topology } from 'topojson-specification';
import { create } from 'zustand';

import type { ClockReading } from './clock-reading.ts';
import type { RejectedReason } from './connection-machine.ts';

/** How the page stands with the server. Times are milliseconds that the page has been running for, not instants. */
export interface FeedLink {
  readonly status: 'starting' | 'live' | 'reconnecting' | 'rejected';
  /** Since when it has been so. */
  readonly sinceMs: number;
  /** Why the server refused, or why what it sent cannot be shown. */
  readonly reason?: RejectedReason;
  /** When the server was last heard; null before its first word. */
  readonly lastHeardMs: number | null;
}

/** Everything that came from the server, folded. What the reader chose to look at is in the surfaces' own stores. */
export interface FeedStore {
  /** The election; null until it was read. */
  readonly resolved: ResolvedPack | null;
  /** The folded log; null until the first snapshot. It stays, whatever happens to the link. */
  readonly state: ElectionState | null;
  readonly link: FeedLink;
  /** The election's clock; read it with `useElectionNow`. */
  readonly clock: ClockReading | null;
  /** The areas' outlines; null while they are fetched, and where the pack has none. */
  readonly geometry: Topology | null;
}

export const emptyFeed: FeedStore = {
  resolved: null,
  state: null,
  link: { status: 'starting', sinceMs: 0, lastHeardMs: null },
  clock: null,
  geometry: null,
};

/**
 * The one copy of the election in the page. Only the feed's driver writes it. `applyEntry` keeps the identity of what
 * an entry does not touch, so a component that selects one figure is drawn again only when that figure changes.
 */
export const useFeed = create<FeedStore>()(() => emptyFeed);
