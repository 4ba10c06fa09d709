import type { CutoffId } from '@yavka/shared/ids';

import type { LogMoment } from './moments-of.ts';

/** A cutoff's notch on the track. */
export interface TrackNotch {
  readonly cutoff: CutoffId;
  /** From the left end, 0 to 1. */
  readonly share: number;
  /** The place of the moment at which its first figures came; null while none have. */
  readonly place: number | null;
}

/** Where the log's moments stand on the way through them. */
export interface MomentTrack {
  /** For each moment, from the left end, 0 to 1. */
  readonly shares: readonly number[];
  readonly notches: readonly TrackNotch[];
}

/**
 * The track has a column of one width for what came before the first cutoff and for each cutoff, as the day's rail has.
 * A cutoff's first figures stand at the beginning of its column, what came after them until the next follows in even
 * steps: so every revision can be reached, however many came within a minute. What is told late of an earlier cutoff
 * stands where it came.
 */
export function momentTrackOf(moments: readonly LogMoment[], cutoffs: readonly CutoffId[]): MomentTrack {
  const width = 1 / (cutoffs.length + 1);
  const firsts = firstPlaces(moments, cutoffs);
  const begins = [{ place: 0, column: 0 }];
  cutoffs.forEach((_cutoff, index) => {
    const place = firsts[index] ?? null;
    if (place !== null) begins.push({ place, column: index + 1 });
  });
  const shares = moments.map((_moment, place) => {
    const last = begins.findLastIndex((begin) => begin.place <= place);
    const { place: from, column } = begins[last] ?? { place: 0, column: 0 };
    const to = begins[last + 1]?.place ?? moments.length;
    return (column + (place - from) / Math.max(1, to - from)) * width;
  });
  return {
    shares,
    notches: cutoffs.map((cutoff, index) => ({ cutoff, share: (index + 1) * width, place: firsts[index] ?? null })),
  };
}

/** For each cutoff the place at which its first figures came; null where none have, or only after a later one's. */
function firstPlaces(moments: readonly LogMoment[], cutoffs: readonly CutoffId[]): (number | null)[] {
  let after = -1;
  const latest = new Map<CutoffId, number>();
  moments.forEach(({ cutoff }, place) => {
    const index = cutoff === null ? -1 : cutoffs.indexOf(cutoff);
    if (cutoff === null || index <= after) return;
    after = index;
    latest.set(cutoff, place);
  });
  return cutoffs.map((cutoff) => latest.get(cutoff) ?? null);
}

/** The place in `moments` of the newest that is not later than `seq`; -1 before the first. */
export function placeOfSeq(moments: readonly LogMoment[], seq: number): number {
  return moments.findLastIndex((moment) => moment.seq <= seq);
}

/** The place that stands nearest to a share of the track's length; -1 where there is none. */
export function placeAt({ shares }: MomentTrack, share: number): number {
  return shares.reduce(
    (best, each, place) => (best < 0 || Math.abs(each - share) < Math.abs((shares[best] ?? 0) - share) ? place : best),
    -1,
  );
}

/**
 * Where a key leads from a place: the arrows to the neighbouring moment, the page keys to the moment at which a cutoff's
 * first figures came, Home and End to both ends; null for any other key.
 */
export function placeByKey({ shares, notches }: MomentTrack, place: number, key: string): number | null {
  const last = shares.length - 1;
  const firsts = notches.flatMap((notch) => notch.place ?? []);
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return Math.min(last, place + 1);
    case 'ArrowLeft':
    case 'ArrowDown':
      return Math.max(0, place - 1);
    case 'PageUp':
      return firsts.find((first) => first > place) ?? last;
    case 'PageDown':
      return firsts.findLast((first) => first < place) ?? 0;
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}
