import type { BandPlace } from '../figures/band.ts';
import type { MissingReason } from '../figures/missing.ts';
import type { TurnoutQuality } from '../figures/quality.ts';
import type { TurnoutInterval } from '../figures/turnout.ts';
import type { AreaId, CutoffId, InstantMs } from '../ids.ts';
import type { FigureState, RevisionState } from '../log/state.ts';

export type { TurnoutQuality } from '../figures/quality.ts';

/** A released figure as it is shown: the figure, and the revision that stands. */
export interface ShownFigure {
  readonly figure: FigureState;
  readonly revision: RevisionState;
  readonly cutoff: CutoffId;
  readonly turnout: TurnoutInterval;
  /** True when the standing revision is a correction and still wears its mark (see `isMarkedCorrected`). */
  readonly corrected: boolean;
}

/** What one area shows at one cutoff. */
export interface AreaView {
  readonly area: AreaId;
  readonly cutoff: CutoffId | null;
  /** The released figure of this cutoff, or of the newest earlier one (`stale`); null when there is none at all. */
  readonly shown: ShownFigure | null;
  /** An earlier cutoff's figure while a newer one may come; false where none will (`unknownToSources`). */
  readonly stale: boolean;
  /** Why this cutoff's own number is missing; null when it is there. */
  readonly missing: MissingReason | null;
  readonly quality: TurnoutQuality | null;
  readonly place: BandPlace | null;
  /** By the schedule, at the clock's now. */
  readonly polls: 'notYetOpen' | 'open' | 'closed' | 'unknown';
  readonly opensAt: InstantMs | null;
  readonly closesAt: InstantMs | null;
}
