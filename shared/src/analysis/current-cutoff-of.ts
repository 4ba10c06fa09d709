import type { CutoffId } from '../ids.ts';
import type { ElectionState } from '../log/state.ts';
import type { ResolvedPack } from '../pack/pack.ts';
import { standingRevisionOf } from './figure-of.ts';

/** The newest cutoff, in the pack's order, of which any released figure stands (a withdrawn one does not); null before the first. */
export function currentCutoffOf(state: ElectionState, resolved: ResolvedPack): CutoffId | null {
  const source = resolved.pack.commission.id;
  const released = new Set<CutoffId>();
  for (const figure of Object.values(state.figures)) {
    const standing = figure.key.source === source ? standingRevisionOf(figure) : null;
    if (standing !== null && standing.kind !== 'withdrawn') released.add(figure.key.cutoff);
  }
  return resolved.pack.cutoffs.findLast((cutoff) => released.has(cutoff.id))?.id ?? null;
}
