import { announcementDueOf } from '../analysis/announcement-due-of.ts';
import { shownFigureOf } from '../analysis/shown-figure-of.ts';
import { formatTurnout } from '../format/number.ts';
import type { CutoffId, InstantMs, Language } from '../ids.ts';
import type { ElectionState } from '../log/state.ts';
import type { ResolvedPack } from '../pack/pack.ts';
import { isOverdueOnAir } from './is-overdue-on-air.ts';

/** One notch of the day's rail as a scene prints it. */
export interface SceneNotch {
  readonly id: CutoffId;
  readonly label: string;
  readonly value: string | null;
  readonly state: 'published' | 'shown' | 'due' | 'overdue' | 'missed';
}

/**
 * The rail of a scene: the day's reporting times, and a record without an hour of its own only once it is on the
 * screen, where it takes the tall notch.
 */
export function railNotchesOf(
  state: ElectionState,
  resolved: ResolvedPack,
  shown: CutoffId | null,
  now: InstantMs,
  language: Language,
): SceneNotch[] {
  const { cutoffs, root, approachWidth } = resolved.pack;
  const end = cutoffs.findIndex((cutoff) => cutoff.id === shown);
  const due = announcementDueOf(state, resolved, now);
  return cutoffs.flatMap((cutoff, index) => {
    if (cutoff.localTime === null && index > end) return [];
    const turnout = shownFigureOf(state, resolved, root, cutoff.id, now)?.turnout ?? null;
    const isLate = due?.cutoff === cutoff.id && isOverdueOnAir(due, resolved);
    return {
      id: cutoff.id,
      label: cutoff.label[language],
      value: turnout === null ? null : formatTurnout(turnout, language, approachWidth),
      state:
        cutoff.id === shown
          ? 'shown'
          : index <= end
            ? turnout === null
              ? 'missed'
              : 'published'
            : isLate
              ? 'overdue'
              : 'due',
    };
  });
}
