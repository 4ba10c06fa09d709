import type { FigureStatus, Measure, RevisionKind } from '@yavka/shared/figures/figure';
import type { MissingReason } from '@yavka/shared/figures/missing';
import type { TurnoutQuality } from '@yavka/shared/figures/quality';
import type { InstantMs, Mode } from '@yavka/shared/ids';

/** When something was: an instant, or the day alone where no source gives the hour. */
export type Moment = { readonly at: InstantMs } | { readonly day: string };

/** One line of an export: an area at a cutoff, with the revision of its figure or the reason why there is none. */
export interface ExportRow {
  readonly election: string;
  readonly mode: Mode;
  readonly area: string;
  readonly areaName: string;
  readonly cutoff: string;
  readonly cutoffLabel: string;
  readonly asOf: Moment;
  readonly measure: Measure;
  /** Both bounds as stated, hundredths of a percent; equal for an exact figure. */
  readonly turnoutMin: number | null;
  readonly turnoutMax: number | null;
  readonly quality: TurnoutQuality | null;
  /** The compact label in the reader's language. */
  readonly stated: string | null;
  /** The source's own words. */
  readonly words: string | null;
  readonly ballots: number | null;
  readonly electorate: number | null;
  readonly electorateBasis: string | null;
  readonly status: FigureStatus | null;
  readonly revision: number | null;
  readonly revisionKind: RevisionKind | null;
  readonly reason: string | null;
  readonly missing: MissingReason | null;
  readonly releasedAt: Moment | null;
  readonly source: string;
  /** Who brought what the source said: the announcement's bringer, or who gave the value by hand. */
  readonly broughtBy: string | null;
  readonly announcement: string | null;
  /** The hash of the log's entry that released the announcement. */
  readonly announcementHash: string | null;
}

/** One revision of a figure: how far it has come, and whether it is the one that stands. */
export interface RevisionRow extends ExportRow {
  readonly state: 'entered' | 'verified' | 'released';
  readonly stands: boolean;
}
