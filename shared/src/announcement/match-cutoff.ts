import type { Cutoff, ElectionPack } from '../pack/pack.ts';

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));

/** The cutoff of the election's day that a stated "HH:MM" belongs to: the nearest within the pack's tolerance, or null. */
export function cutoffAt(pack: ElectionPack, time: string): Cutoff | null {
  let nearest: Cutoff | null = null;
  let distance = pack.cutoffToleranceMinutes;
  for (const cutoff of pack.cutoffs) {
    if (cutoff.localTime === null || !cutoff.localTime.startsWith(pack.date)) continue;
    const away = Math.abs(minutesOf(cutoff.localTime.slice(11)) - minutesOf(time));
    if (away < distance || (away === distance && nearest === null)) {
      nearest = cutoff;
      distance = away;
    }
  }
  return nearest;
}

/** The cutoff of the final record, when the pack has one. */
export function finalCutoff(pack: ElectionPack): Cutoff | null {
  return pack.cutoffs.find(({ kind }) => kind === 'final') ?? null;
}
