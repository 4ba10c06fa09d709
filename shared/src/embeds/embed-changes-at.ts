import { correctionMarkMs } from '../analysis/is-marked-corrected.ts';
import { isCorrection } from '../figures/figure.ts';
import type { InstantMs } from '../ids.ts';
import type { ResolvedPack } from '../pack/pack.ts';
import type { EmbedMoment } from './embed-moment-of.ts';

const minuteMs = 60_000;

/**
 * The next instant at which the clock alone may change what an embed shows: stations open or close, an announcement
 * becomes due or late, a correction's mark has been worn long enough. Null when nothing of it is left.
 */
export function embedChangesAt({ state, now }: EmbedMoment, resolved: ResolvedPack): InstantMs | null {
  const tolerance = resolved.pack.cutoffToleranceMinutes * minuteMs;
  const instants = [
    ...Object.values(resolved.areaHours).flatMap(({ opensAt, closesAt }) => [opensAt, closesAt]),
    // Late is more than the tolerance, not as much.
    ...Object.values(resolved.cutoffInstants).flatMap((at) => (at === null ? [] : [at, at + 1, at + tolerance + 1])),
    ...Object.values(state.figures).flatMap(({ revisions }) =>
      revisions.flatMap(({ kind, releasedAt }) =>
        isCorrection(kind) && releasedAt !== null ? [releasedAt + correctionMarkMs] : [],
      ),
    ),
  ].filter((at) => at > now);
  return instants.length === 0 ? null : Math.min(...instants);
}
