import { isExact } from '../figures/turnout.ts';
import type { AreaId, CutoffId, InstantMs } from '../ids.ts';
import type { ElectionState } from '../log/state.ts';
import type { ResolvedPack } from '../pack/pack.ts';
import { shownFigureOf } from './shown-figure-of.ts';

/** Growth since the cutoff before, in hundredths of a point (it may be negative); null unless both values are exact. */
export function increaseOf(
  state: ElectionState,
  resolved: ResolvedPack,
  area: AreaId,
  cutoff: CutoffId,
  now: InstantMs,
): { readonly since: CutoffId; readonly hundredths: number } | null {
  const index = resolved.pack.cutoffs.findIndex((each) => each.id === cutoff);
  const since = resolved.pack.cutoffs[index - 1]?.id;
  if (since === undefined) return null;
  const before = shownFigureOf(state, resolved, area, since, now)?.turnout;
  const after = shownFigureOf(state, resolved, area, cutoff, now)?.turnout;
  if (before === undefined || after === undefined || !isExact(before) || !isExact(after)) return null;
  return { since, hundredths: after.min - before.min };
}
