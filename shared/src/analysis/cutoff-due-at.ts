import type { CutoffId, InstantMs } from '../ids.ts';
import type { ResolvedPack } from '../pack/pack.ts';

const minuteMs = 60_000;

/**
 * From when a cutoff's figures are awaited: its instant, or, where only the day is known, the start of that day in
 * capital time. Null for a cutoff that the pack does not have.
 */
export function cutoffDueAt(resolved: ResolvedPack, cutoff: CutoffId): InstantMs | null {
  const instant = resolved.cutoffInstants[cutoff];
  if (instant !== undefined && instant !== null) return instant;
  const date = resolved.pack.cutoffs.find((each) => each.id === cutoff)?.localDate;
  if (date === undefined) return null;
  const offset = resolved.zoneOffsets[resolved.pack.capital.zone] ?? 0;
  return startOfDay(date) - offset * minuteMs;
}

/** Midnight of `YYYY-MM-DD` in UTC. */
function startOfDay(date: string): InstantMs {
  return Date.parse(`${date}T00:00:00Z`);
}
