import type { Override } from '@yavka/shared/figures/figure';
import { fitsElectorate } from '@yavka/shared/figures/fits-electorate';
import type { TurnoutInterval } from '@yavka/shared/figures/turnout';
import type { AreaId, CutoffId, ElectorateId } from '@yavka/shared/ids';
import type { ElectionState } from '@yavka/shared/log/state';

import { standingRevision } from './check-against.ts';
import type { DecideContext } from './decide-context.ts';
import { electoratesOf } from './electorates-of.ts';

interface Counted {
  readonly area: AreaId;
  readonly cutoff: CutoffId;
  readonly turnout: TurnoutInterval | null;
  readonly ballots: number | null;
  readonly electorate: number | null;
}

/**
 * The electorate version a figure rests on: the one it states; else the one of the same area's newest figure while the
 * count fits it; else, where a stop C was answered with a reason or nothing stood before, the one version the count fits.
 * Null when nothing tells.
 */
export function basisOf(
  state: ElectionState,
  context: DecideContext,
  figure: Counted,
  overrides: readonly Override[],
): ElectorateId | null {
  const versions = electoratesOf(state, context.resolved).filter(
    (version) => version.area === figure.area && !version.approximate,
  );
  const stated = versions.find((version) => version.value === figure.electorate);
  if (stated !== undefined) return stated.id;
  const before = newestBasis(state, context, figure);
  const { ballots, turnout } = figure;
  if (ballots === null || turnout === null) return before;
  const fitting = versions.filter((version) => fitsElectorate(ballots, turnout, version.value));
  if (
    before !== null &&
    (fitting.some((version) => version.id === before) || !overrides.some((override) => override.check === 'C'))
  ) {
    return before;
  }
  return fitting.length === 1 ? (fitting[0]?.id ?? before) : before;
}

function newestBasis(
  state: ElectionState,
  { resolved }: DecideContext,
  { area, cutoff }: Counted,
): ElectorateId | null {
  const order = resolved.pack.cutoffs.map((known) => known.id);
  for (const id of order.slice(0, order.indexOf(cutoff) + 1).reverse()) {
    const basis = standingRevision(state, resolved, area, id)?.basis;
    if (basis !== undefined && basis !== null) return basis;
  }
  return null;
}
