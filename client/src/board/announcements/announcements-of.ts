import { standingRevisionOf } from '@yavka/shared/analysis/figure-of';
import type { Snippet } from '@yavka/shared/figures/figure';
import { isCorrection } from '@yavka/shared/figures/figure';
import type { TurnoutInterval } from '@yavka/shared/figures/turnout';
import type { AnnouncementId, AreaId, CutoffId } from '@yavka/shared/ids';
import type { Contradiction } from '@yavka/shared/log/payload';
import type { AnnouncementState, ElectionState, FigureState, RevisionState } from '@yavka/shared/log/state';
import type { ResolvedPack } from '@yavka/shared/pack/pack';

/** What an announcement says of one area at one cutoff. */
export interface ToldFigure {
  readonly area: AreaId;
  readonly cutoff: CutoffId;
  /**
   * `brought` a revision of the figure; `confirmed` the one that stood; or said otherwise and was `left` aside.
   */
  readonly part: 'brought' | 'confirmed' | 'left';
  readonly turnout: TurnoutInterval | null;
  readonly ballots: number | null;
  /** The revision that it brought, confirmed, or was held against. */
  readonly revision: RevisionState | null;
  readonly snippet: Snippet | null;
  readonly figure: FigureState;
  /**
   * What has become of its value: `corrected`, by a correction or a withdrawal; `refined`, a range that was told more
   * exactly, which takes nothing back; null while it stands as it was told.
   */
  readonly since: 'corrected' | 'refined' | null;
}

/** One correction of a figure: what stood, what stands, why. */
export interface CorrectionMade {
  readonly area: AreaId;
  readonly cutoff: CutoffId;
  readonly before: RevisionState | null;
  readonly after: RevisionState;
  /** The announcement whose figure it corrects; null where it was given by hand. */
  readonly of: AnnouncementId | null;
}

/** A value that another source gives for a figure, beside the one that stands. */
export interface SaidOtherwise {
  readonly area: AreaId;
  readonly cutoff: CutoffId;
  readonly said: Contradiction;
  readonly stands: RevisionState | null;
  /** Who says what stands, where that is known. */
  readonly standsBy: string | null;
}

/** A second source that says the same. */
export interface ConfirmedBy {
  readonly announcementId: AnnouncementId;
  readonly source: string;
  readonly figures: number;
}

/** An announcement as it was released, with everything that the log says of it. */
export interface AnnouncementShown {
  readonly announcement: AnnouncementState;
  /** In the order of the text. */
  readonly told: readonly ToldFigure[];
  readonly confirmedBy: readonly ConfirmedBy[];
  /** Other sources against what it said, and its own words where another value stands. */
  readonly otherwise: readonly SaidOtherwise[];
  readonly corrections: readonly CorrectionMade[];
}

/** The released announcements, the newest first. */
export function announcementsOf(state: ElectionState, resolved: ResolvedPack): AnnouncementShown[] {
  const figures = Object.values(state.figures);
  const corrections = correctionsOf(state);
  return Object.values(state.announcements)
    .filter(({ releasedAt }) => releasedAt !== null)
    .toSorted((a, b) => b.receivedAt - a.receivedAt || b.enteredSeq - a.enteredSeq)
    .map((announcement) => {
      const { announcementId } = announcement;
      const told = figures.flatMap((figure) => toldIn(figure, announcementId)).toSorted(byPlace(resolved));
      const brought = told.filter(({ part }) => part === 'brought').map(({ figure }) => figure);
      return {
        announcement,
        told,
        confirmedBy: confirmationsOf(brought, state),
        otherwise: otherwiseOf(figures, announcementId, brought, state),
        corrections: corrections.filter(
          ({ of, after }) => of === announcementId || after.announcementId === announcementId,
        ),
      };
    });
}

/** Every released correction of the log, the newest first. */
export function correctionsOf(state: ElectionState): CorrectionMade[] {
  return Object.values(state.figures)
    .flatMap((figure) => correctionsIn(figure))
    .toSorted((a, b) => (b.after.releasedAt ?? 0) - (a.after.releasedAt ?? 0));
}

function correctionsIn({ key, revisions }: FigureState): CorrectionMade[] {
  const released = revisions.filter(({ releasedAt }) => releasedAt !== null);
  return released.flatMap((after, index) => {
    if (!isCorrection(after.kind)) return [];
    const earlier = released.slice(0, index);
    const of = earlier.findLast(({ announcementId }) => announcementId !== null)?.announcementId ?? null;
    return [{ area: key.area, cutoff: key.cutoff, before: earlier.at(-1) ?? null, after, of }];
  });
}

function toldIn(figure: FigureState, announcementId: AnnouncementId): ToldFigure[] {
  const { area, cutoff } = figure.key;
  const revisionOf = (number: number): RevisionState | null =>
    figure.revisions.find(({ revision, releasedAt }) => revision === number && releasedAt !== null) ?? null;
  const common = { area, cutoff, figure };
  const brought = figure.revisions
    .filter((revision) => revision.announcementId === announcementId && revision.releasedAt !== null)
    .map((revision): ToldFigure => {
      const { turnout, ballots, snippet } = revision;
      return { ...common, part: 'brought', turnout, ballots, snippet, revision, since: sinceOf(figure, revision) };
    });
  const confirmed = figure.confirmations
    .filter((confirmation) => confirmation.announcementId === announcementId)
    .map(({ revision, snippet }): ToldFigure => {
      const held = revisionOf(revision);
      const value = { turnout: held?.turnout ?? null, ballots: held?.ballots ?? null };
      return { ...common, ...value, part: 'confirmed', snippet, revision: held, since: sinceOf(figure, held) };
    });
  const left = figure.contradictions
    .filter((contradiction) => contradiction.announcementId === announcementId)
    .map(({ turnout, ballots, snippet, revision }): ToldFigure => {
      return { ...common, part: 'left', turnout, ballots, snippet, revision: revisionOf(revision), since: null };
    });
  return [...brought, ...confirmed, ...left];
}

/** A correction hides what was only made more exact before or after it. */
function sinceOf({ revisions }: FigureState, told: RevisionState | null): ToldFigure['since'] {
  const later = revisions.filter(({ revision, releasedAt }) => releasedAt !== null && revision > (told?.revision ?? 0));
  if (later.some(({ kind }) => isCorrection(kind))) return 'corrected';
  const { turnout = null } = later.at(-1) ?? told ?? {};
  return turnout?.min === told?.turnout?.min && turnout?.max === told?.turnout?.max ? null : 'refined';
}

/** As the text has them; what points nowhere follows in the commission's order. */
function byPlace({ pack }: ResolvedPack): (a: ToldFigure, b: ToldFigure) => number {
  const order = new Map(pack.areas.map((area) => [area.id, area.order]));
  const placeOf = ({ snippet }: ToldFigure): number => snippet?.start ?? Number.MAX_SAFE_INTEGER;
  return (a, b) => placeOf(a) - placeOf(b) || (order.get(a.area) ?? 0) - (order.get(b.area) ?? 0);
}

function confirmationsOf(brought: readonly FigureState[], state: ElectionState): ConfirmedBy[] {
  const counts = new Map<AnnouncementId, number>();
  for (const { announcementId } of brought.flatMap((figure) => figure.confirmations))
    counts.set(announcementId, (counts.get(announcementId) ?? 0) + 1);
  return [...counts].flatMap(([announcementId, figures]) => {
    const source = state.announcements[announcementId]?.source;
    return source === undefined ? [] : [{ announcementId, source, figures }];
  });
}

function otherwiseOf(
  figures: readonly FigureState[],
  announcementId: AnnouncementId,
  brought: readonly FigureState[],
  state: ElectionState,
): SaidOtherwise[] {
  return figures.flatMap((figure) =>
    figure.contradictions
      .filter((said) => said.announcementId === announcementId || brought.includes(figure))
      .map((said) => {
        const stands = standingRevisionOf(figure);
        const { area, cutoff } = figure.key;
        return { area, cutoff, said, stands, standsBy: sourceOf(stands, state) };
      }),
  );
}

function sourceOf(revision: RevisionState | null, state: ElectionState): string | null {
  const { announcementId = null, carrier } = revision ?? {};
  return (announcementId === null ? carrier : state.announcements[announcementId]?.source) ?? null;
}
