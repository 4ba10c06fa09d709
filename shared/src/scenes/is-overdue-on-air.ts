import type { DueAnnouncement } from '../analysis/announcement-due-of.ts';
import type { ResolvedPack } from '../pack/pack.ts';

const minuteMs = 60_000;

/**
 * Whether viewers are told that the data is old. An announcement is read out some minutes after its cutoff; until the
 * pack's tolerance has passed, waiting is normal and the picture stays as it is.
 */
export function isOverdueOnAir(due: DueAnnouncement | null, resolved: ResolvedPack): boolean {
  return due !== null && due.overdueMs > resolved.pack.cutoffToleranceMinutes * minuteMs;
}
