import { isCorrection } from '@yavka/shared/figures/figure';
import type { TurnoutInterval } from '@yavka/shared/figures/turnout';
import type { AreaId, CutoffId, InstantMs } from '@yavka/shared/ids';
import type { ElectionState } from '@yavka/shared/log/state';

/** A released revision that put another turnout, or none, in the place of one that had been public. */
export interface ToldCorrection {
  /** Never changes: the figure and the revision. */
  readonly id: string;
  readonly area: AreaId;
  readonly cutoff: CutoffId;
  readonly from: TurnoutInterval;
  /** Null where the figure was withdrawn. */
  readonly to: TurnoutInterval | null;
  readonly at: InstantMs;
}

/** Every correction of a turnout that the log has released, the earliest first. */
export function toldCorrectionsOf(state: ElectionState): ToldCorrection[] {
  return Object.values(state.figures)
    .flatMap(({ key, revisions }) => {
      const released = revisions.filter(({ releasedAt }) => releasedAt !== null);
      return released.flatMap((revision, index) => {
        const from = released[index - 1]?.turnout ?? null;
        const { turnout: to, releasedAt: at } = revision;
        const isSame = from === null || (to !== null && from.min === to.min && from.max === to.max);
        if (!isCorrection(revision.kind) || at === null || isSame) return [];
        return [{ id: `${key.figureId} ${revision.revision}`, area: key.area, cutoff: key.cutoff, from, to, at }];
      });
    })
    .toSorted((a, b) => a.at - b.at);
}
