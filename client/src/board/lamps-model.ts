import type { DueAnnouncement } from '@yavka/shared/analysis/announcement-due-of';
import type { CutoffId, InstantMs } from '@yavka/shared/ids';

/** A lamp's state has its own mark and words besides its colour: ● fine, ▲ due, ▲ with an exclamation mark late, ○ nothing yet. */
export type LampTone = 'fine' | 'due' | 'warn' | 'idle';

export interface DataLamp {
  readonly tone: LampTone;
  readonly kind: 'none' | 'fresh' | 'partial' | 'stale' | 'final';
  readonly cutoff: CutoffId | null;
}

/**
 * How old the figures are: stale once the next announcement is overdue, final when the last cutoff is out. A cutoff
 * that has figures and none of the country is neither: it has come, and not all of it.
 */
export function dataLampOf(newest: CutoffId | null, due: DueAnnouncement | null): DataLamp {
  if (newest === null) return { tone: due?.overdue === true ? 'warn' : 'idle', kind: 'none', cutoff: null };
  if (due === null) return { tone: 'fine', kind: 'final', cutoff: newest };
  if (due.cutoff === newest) return { tone: 'fine', kind: 'partial', cutoff: newest };
  return due.overdue
    ? { tone: 'warn', kind: 'stale', cutoff: newest }
    : { tone: 'fine', kind: 'fresh', cutoff: newest };
}

export type NextLamp =
  | { readonly kind: 'none'; readonly tone: LampTone }
  | { readonly kind: 'countdown'; readonly tone: LampTone; readonly cutoff: CutoffId; readonly inMs: number }
  | { readonly kind: 'overdue'; readonly tone: LampTone; readonly cutoff: CutoffId; readonly since: InstantMs }
  | { readonly kind: 'undated'; readonly tone: LampTone; readonly cutoff: CutoffId; readonly on: string };

/** The next announcement: how long until it is due, or since when it is expected; the day only where no hour is known. */
export function nextLampOf(due: DueAnnouncement | null, now: InstantMs): NextLamp {
  if (due === null) return { kind: 'none', tone: 'idle' };
  if (due.dueAt === null) return { kind: 'undated', tone: 'idle', cutoff: due.cutoff, on: due.dueOn };
  if (due.overdue) return { kind: 'overdue', tone: 'warn', cutoff: due.cutoff, since: due.dueAt };
  return { kind: 'countdown', tone: 'due', cutoff: due.cutoff, inMs: due.dueAt - now };
}
