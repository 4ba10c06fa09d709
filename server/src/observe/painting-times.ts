import type { Painted } from '@yavka/shared/protocol/wire';

import type { ObservedSeat } from './observer.ts';

/** How many followed places are remembered, and for how long, milliseconds: what is painted later was not awaited. */
const kept = { places: 512, ms: 120_000 };

/**
 * How long pages take to paint what the log says. By this process's own count alone: from following an entry to the
 * word that it is painted, so that no screen's wrong date plays a part.
 */
export interface PaintingTimes {
  followed(logId: string, seq: number): void;
  /** Milliseconds since the oldest entry that the page had not painted before; null where nobody waited for it. */
  painted(seat: ObservedSeat, painted: Painted): number | null;
}

export function paintingTimes(elapsed: () => number): PaintingTimes {
  let logIdNow = '';
  /** In order of seq. */
  let places: { readonly seq: number; readonly at: number }[] = [];
  const paintedBy = new WeakMap<ObservedSeat, number>();
  return {
    followed: (logId, seq) => {
      if (logId !== logIdNow) places = [];
      logIdNow = logId;
      places.push({ seq, at: elapsed() });
      if (places.length >= 2 * kept.places) places = places.slice(-kept.places);
    },
    painted: (seat, { logId, seq }) => {
      const before = paintedBy.get(seat) ?? seat.joinedSeq;
      const newest = places.at(-1);
      if (logId !== logIdNow || newest === undefined || seq <= before || seq > newest.seq) return null;
      paintedBy.set(seat, seq);
      const first = places[firstAfter(places, before)];
      const ms = first === undefined ? null : elapsed() - first.at;
      return ms === null || ms > kept.ms ? null : ms;
    },
  };
}

/** The index of the first place after `seq`. */
function firstAfter(places: readonly { readonly seq: number }[], seq: number): number {
  let [from, to] = [0, places.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((places[middle]?.seq ?? 0) > seq) to = middle;
    else from = middle + 1;
  }
  return from;
}
