import type { CutoffId, InstantMs } from '../ids.ts';
import type { ElectionState } from '../log/state.ts';
import type { ResolvedPack } from '../pack/pack.ts';
import { figureOf, standingRevisionOf } from './figure-of.ts';

export interface DueAnnouncement {
  readonly cutoff: CutoffId;
  /** Null where only the day is known: then nothing is called overdue. */
  readonly dueAt: InstantMs | null;
  /** `YYYY-MM-DD`, capital time. */
  readonly dueOn: string;
  readonly overdue: boolean;
  /** How long past its time, milliseconds; 0 when not overdue. */
  readonly overdueMs: number;
}

/**
 * The announcement that comes next: of the first cutoff after the newest one with a released figure of the country.
 * Cutoffs passed over are not waited for. Null when the last one is out.
 */
export function announcementDueOf(
  state: ElectionState,
  resolved: ResolvedPack,
  now: InstantMs,
): DueAnnouncement | null {
  const { cutoffs, root } = resolved.pack;
  const newest = cutoffs.findLastIndex((cutoff) => {
    const figure = figureOf(state, resolved, root, cutoff.id);
    return figure !== null && standingRevisionOf(figure) !== null;
  });
  const next = cutoffs[newest + 1];
  if (next === undefined) return null;
  const dueAt = resolved.cutoffInstants[next.id] ?? null;
  const overdueMs = dueAt === null ? 0 : Math.max(0, now - dueAt);
  return { cutoff: next.id, dueAt, dueOn: next.localDate, overdue: overdueMs > 0, overdueMs };
}
