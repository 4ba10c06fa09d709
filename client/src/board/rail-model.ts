import { announcementDueOf } from '@yavka/shared/analysis/announcement-due-of';
import { shownFigureOf } from '@yavka/shared/analysis/shown-figure-of';
import type { TurnoutInterval } from '@yavka/shared/figures/turnout';
import type { CutoffId, InstantMs, Localized } from '@yavka/shared/ids';
import type { ElectionState } from '@yavka/shared/log/state';
import type { ResolvedPack } from '@yavka/shared/pack/pack';

/** One notch of the day's rail. */
export interface RailNotch {
  readonly cutoff: CutoffId;
  readonly label: Localized;
  /** The country's turnout at exactly this cutoff. */
  readonly turnout: TurnoutInterval | null;
  readonly state: 'published' | 'shown' | 'due' | 'overdue';
}

/** A notch for each cutoff: published up to the newest one with figures, the shown one standing out, the rest due. */
export function railOf(
  state: ElectionState,
  resolved: ResolvedPack,
  shown: CutoffId | null,
  newest: CutoffId | null,
  now: InstantMs,
): RailNotch[] {
  const { cutoffs, root } = resolved.pack;
  const end = cutoffs.findIndex((each) => each.id === newest);
  const due = announcementDueOf(state, resolved, now);
  return cutoffs.map((cutoff, index) => ({
    cutoff: cutoff.id,
    label: cutoff.label,
    turnout: shownFigureOf(state, resolved, root, cutoff.id, now)?.turnout ?? null,
    state:
      cutoff.id === shown
        ? 'shown'
        : index <= end
          ? 'published'
          : due?.cutoff === cutoff.id && due.overdue
            ? 'overdue'
            : 'due',
  }));
}
