import type { AreaId, CutoffId, ElectorateId } from '../../ids.ts';
import type { ElectionPack, ElectorateVersion } from '../../pack/pack.ts';
import type { TurnoutInterval } from '../turnout.ts';

/** A figure as it is read now. */
export interface GivenFigure {
  readonly area: AreaId;
  readonly turnout: TurnoutInterval | null;
  readonly ballots: number | null;
  /** Voters on the lists, when stated beside it. */
  readonly electorate: number | null;
}

/** What is held already of an area at a cutoff. */
export interface StandingFigure {
  readonly turnout: TurnoutInterval | null;
  readonly ballots: number | null;
  readonly basis: ElectorateId | null;
  /** Who brought it, when known. */
  readonly source?: string | null;
}

/** Figures read for one cutoff, and all that the checks compare them with. */
export interface CheckInput {
  readonly pack: ElectionPack;
  readonly cutoff: CutoffId;
  /** Who says what is read now, when known. */
  readonly source?: string | null;
  /** In the order of the text. */
  readonly figures: readonly GivenFigure[];
  /** The figure of the area that stands at exactly that cutoff, or null. */
  readonly standing: (area: AreaId, cutoff: CutoffId) => StandingFigure | null;
  /** Every known version, the pack's and later ones. */
  readonly electorates: readonly ElectorateVersion[];
}

/** The cutoffs before the checked one, newest first. */
export function earlierCutoffsOf({ pack, cutoff }: CheckInput): CutoffId[] {
  const order = pack.cutoffs.map((each) => each.id);
  return order.slice(0, Math.max(0, order.indexOf(cutoff))).reverse();
}

/** The cutoffs after the checked one, the nearest first. */
export function laterCutoffsOf({ pack, cutoff }: CheckInput): CutoffId[] {
  const order = pack.cutoffs.map((each) => each.id);
  return order.slice(order.indexOf(cutoff) + 1);
}
