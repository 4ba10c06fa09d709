import type { CheckInput } from '@yavka/shared/figures/check-figures';
import { checkFigures } from '@yavka/shared/figures/check-figures';
import type { Finding } from '@yavka/shared/figures/finding';
import { figureIdOf } from '@yavka/shared/figures/figure';
import type { AreaId, CutoffId } from '@yavka/shared/ids';
import type { ElectionState, RevisionState } from '@yavka/shared/log/state';
import type { ResolvedPack } from '@yavka/shared/pack/pack';

import { electoratesOf } from './electorates-of.ts';

/**
 * The checks on figures as read, against what the state holds. A public state gives checks against released figures only.
 * @param source who says what is read; null when nobody was named
 */
export function checkAgainst(
  state: ElectionState,
  { resolved }: { readonly resolved: ResolvedPack },
  cutoff: CutoffId,
  figures: CheckInput['figures'],
  source: string | null = null,
): Finding[] {
  return checkFigures({ ...checkInputOf(state, resolved, cutoff, figures), source });
}

/** Figures as read beside what the state holds, as the checks ask for them. */
export function checkInputOf(
  state: ElectionState,
  resolved: ResolvedPack,
  cutoff: CutoffId,
  figures: CheckInput['figures'],
): CheckInput {
  return {
    pack: resolved.pack,
    cutoff,
    figures,
    electorates: electoratesOf(state, resolved),
    standing: (area, at) => {
      const revision = standingRevision(state, resolved, area, at);
      return revision === null ? null : { ...revision, source: sourceOf(state, revision) };
    },
  };
}

/** The newest revision of the commission's figure, whatever its state; null when there is none or it was withdrawn. */
export function standingRevision(
  state: ElectionState,
  { pack }: ResolvedPack,
  area: AreaId,
  cutoff: CutoffId,
): RevisionState | null {
  const figureId = figureIdOf({ source: pack.commission.id, measure: 'ballots-issued', cutoff, area });
  const newest = state.figures[figureId]?.revisions.at(-1);
  return newest === undefined || newest.kind === 'withdrawn' ? null : newest;
}

/** Who brought a revision, as far as this state tells. */
function sourceOf(state: ElectionState, { announcementId, carrier }: RevisionState): string | null {
  if (announcementId === null) return carrier ?? null;
  return state.announcements[announcementId]?.source ?? null;
}
