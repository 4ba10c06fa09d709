import { figureOf } from '@yavka/shared/analysis/figure-of';
import type { AreaId, CutoffId, Language } from '@yavka/shared/ids';
import type { AnnouncementState, ElectionState, FigureState, RevisionState } from '@yavka/shared/log/state';
import type { ResolvedPack } from '@yavka/shared/pack/pack';

/** Where the figure of one cutoff comes from. */
export interface RegionOrigin {
  readonly cutoff: CutoffId;
  readonly figure: FigureState;
  /** Released revisions, newest first; never empty. */
  readonly revisions: readonly RevisionState[];
  readonly revision: RevisionState;
  readonly announcement: AnnouncementState | null;
  /** Who said the same, with the words. */
  readonly confirmations: readonly {
    readonly announcementId: string;
    readonly source: string | null;
    /** The language of the words, where it was told. */
    readonly language: Language | null;
    readonly words: string;
  }[];
}

/** What was released of an area at these cutoffs, the newest first. */
export function regionOriginsOf(
  state: ElectionState,
  resolved: ResolvedPack,
  area: AreaId,
  cutoffs: readonly CutoffId[],
): RegionOrigin[] {
  return cutoffs.toReversed().flatMap((cutoff) => {
    const figure = figureOf(state, resolved, area, cutoff);
    const revisions = (figure?.revisions ?? []).filter((each) => each.releasedAt !== null).toReversed();
    const [revision] = revisions;
    if (figure === null || revision === undefined) return [];
    const announcementOf = (id: string | null): AnnouncementState | null =>
      id === null ? null : (state.announcements[id] ?? null);
    const confirmations = figure.confirmations.map(({ announcementId, words }) => ({
      announcementId,
      source: announcementOf(announcementId)?.source ?? null,
      language: announcementOf(announcementId)?.language ?? null,
      words,
    }));
    return [
      { cutoff, figure, revisions, revision, announcement: announcementOf(revision.announcementId), confirmations },
    ];
  });
}
