import { cutoffDueAt } from '../analysis/cutoff-due-at.ts';
import type { CutoffId, InstantMs } from '../ids.ts';
import type { ElectionState } from '../log/state.ts';
import type { ResolvedPack } from '../pack/pack.ts';

/** What an embed is drawn from: a state, and the election's time at which it is looked at. */
export interface EmbedMoment {
  readonly state: ElectionState;
  readonly now: InstantMs;
}

/**
 * The day as it stood at a cutoff, told with what has been corrected since: figures of later cutoffs are left out, and
 * the clock stands at the cutoff. With no cutoff asked for it is the newest state, now.
 */
export function embedMomentOf(
  state: ElectionState,
  resolved: ResolvedPack,
  at: CutoffId | null,
  now: InstantMs,
): EmbedMoment {
  if (at === null) return { state, now };
  const order = resolved.pack.cutoffs.map((cutoff) => cutoff.id);
  const last = order.indexOf(at);
  const figures = Object.entries(state.figures).filter(([, { key }]) => order.indexOf(key.cutoff) <= last);
  return {
    state: { ...state, figures: Object.fromEntries(figures) },
    now: Math.min(now, cutoffDueAt(resolved, at) ?? now),
  };
}
