import type { Snippet } from '@yavka/shared/figures/figure';
import type { FigureId } from '@yavka/shared/ids';
import type { FigureRef, PayloadOf } from '@yavka/shared/log/payload';
import type { AnnouncementState, ElectionState, FigureState, RevisionState } from '@yavka/shared/log/state';

/** A figure's revision on its way out. */
type Going = PayloadOf<'figures.released'>['figures'][number];

/**
 * What may now be released: of every figure the newest verified revision that is not out yet, and every verified
 * announcement that is not out yet, unless the figure, its announcement or the whole desk is withheld. An announcement's
 * words tell its figures: they stay in while one of these is neither out nor overtaken by a later revision that is.
 * For the same reason a figure waits whose own words lie over another's that stays in: "A and B 70,11 and 71,22".
 * `figuresTold` answers the ids of all figures that an announcement's words tell, also of those that it left standing.
 * What an announcement said otherwise than a figure is public once its words and that figure's revision are; said by
 * hand, it stays in.
 * Null when there is nothing. Call it on the state in which the verification or the lifting has already happened.
 */
export function releaseOf(
  state: ElectionState,
  figuresTold: (announcement: AnnouncementState) => readonly FigureId[],
): PayloadOf<'figures.released'> | null {
  if (isDeskWithheld(state)) return null;
  const releasable = Object.values(state.figures).flatMap((figure): Going[] => {
    const revision = releasableRevision(state, figure);
    if (revision === null || revision.verifiedAt === null) return [];
    const { verifiedAt, releasedAt: _releasedAt, ...plain } = revision;
    return [{ key: figure.key, revision: plain, verifiedAt }];
  });
  const figures = withoutWordsOfOthers(state, releasable);
  const telling = announcementsTellingMore(state, figures);
  const goesOut = new Set(figures.map(({ key }) => key.figureId));
  const isInside = (figureId: FigureId): boolean =>
    state.figures[figureId]?.revisions.every(({ releasedAt }) => releasedAt === null) === true &&
    !goesOut.has(figureId);
  const announcements = Object.values(state.announcements)
    .filter(
      (held) =>
        held.verifiedAt !== null &&
        held.releasedAt === null &&
        !isAnnouncementWithheld(state, held.announcementId) &&
        !telling.has(held.announcementId) &&
        !figuresTold(held).some(isInside),
    )
    .map(plainAnnouncement);
  const outgoing = new Set(announcements.map((announcement) => announcement.announcementId));
  const isAnnounced = (announcementId: string): boolean =>
    (state.announcements[announcementId]?.releasedAt ?? null) !== null;
  /** Told by words that go out now, of a revision that is out by then; or by words that are out, of one that goes now. */
  const goesNow = (figure: FigureState, ref: FigureRef, announcementId: string): boolean =>
    outgoing.has(announcementId) ? isOut(figure, ref, figures) : isAnnounced(announcementId) && isGoing(ref, figures);
  const confirmations = Object.values(state.figures).flatMap((figure) =>
    figure.confirmations.filter((confirmation) => goesNow(figure, confirmation, confirmation.announcementId)),
  );
  const contradictions = Object.values(state.figures).flatMap((figure) =>
    figure.contradictions.filter((told) => told.announcementId !== null && goesNow(figure, told, told.announcementId)),
  );
  if (figures.length + announcements.length === 0) return null;
  return {
    type: 'figures.released',
    announcements,
    figures: [...figures],
    confirmations,
    ...(contradictions.length === 0 ? {} : { contradictions }),
  };
}

export function isAnnouncementWithheld(state: ElectionState, announcementId: string): boolean {
  return inForce(state).some(
    ({ target }) => target.kind === 'announcement' && target.announcementId === announcementId,
  );
}

export function isDeskWithheld(state: ElectionState): boolean {
  return inForce(state).some(({ target }) => target.kind === 'desk');
}

function isFigureWithheld(state: ElectionState, figureId: string): boolean {
  return inForce(state).some(({ target }) => target.kind === 'figure' && target.figureId === figureId);
}

function inForce(state: ElectionState) {
  return Object.values(state.withholdings).filter((withholding) => !withholding.lifted);
}

function releasableRevision(state: ElectionState, figure: FigureState): RevisionState | null {
  const newest = figure.revisions.findLast((revision) => revision.verifiedAt !== null);
  if (newest === undefined || newest.releasedAt !== null) return null;
  if (isFigureWithheld(state, figure.key.figureId)) return null;
  if (newest.announcementId !== null && isAnnouncementWithheld(state, newest.announcementId)) return null;
  return newest;
}

/** The announcements in whose words a figure is told that is not out, nor going out with `going`. */
function announcementsTellingMore(state: ElectionState, going: readonly Going[]): ReadonlySet<string> {
  return new Set(tellingsInside(state, going).map(({ announcementId }) => announcementId));
}

/** Those of `going` whose words tell no figure that stays in. One that waits may make others wait. */
function withoutWordsOfOthers(state: ElectionState, going: readonly Going[]): readonly Going[] {
  const inside = tellingsInside(state, going);
  const rest = going.filter(
    ({ key, revision }) =>
      !inside.some(
        (told) =>
          told.figureId !== key.figureId &&
          told.announcementId === revision.announcementId &&
          overlap(told.snippet, revision.snippet),
      ),
  );
  return rest.length === going.length ? rest : withoutWordsOfOthers(state, rest);
}

/** Where a figure is told, in a revision or a confirmation that is neither out, nor overtaken by one that is or goes out. */
function tellingsInside(state: ElectionState, going: readonly Going[]) {
  const goingTo = new Map(going.map(({ key, revision }) => [key.figureId, revision.revision]));
  return Object.values(state.figures).flatMap(({ key: { figureId }, revisions, confirmations }) => {
    const released = revisions.findLast((revision) => revision.releasedAt !== null)?.revision ?? 0;
    const outTo = Math.max(released, goingTo.get(figureId) ?? 0);
    return [...revisions, ...confirmations].flatMap(({ revision, announcementId, snippet }) =>
      revision > outTo && announcementId !== null ? [{ figureId, announcementId, snippet }] : [],
    );
  });
}

function overlap(a: Snippet | null, b: Snippet | null): boolean {
  return a !== null && b !== null && a.start < b.end && b.start < a.end;
}

/** A confirmation or contradiction tells of a revision, so it may go out only with or after that one. */
function isOut(figure: FigureState, ref: FigureRef, going: readonly Going[]): boolean {
  const held = figure.revisions.find((revision) => revision.revision === ref.revision);
  if (held === undefined) return false;
  return held.releasedAt !== null || isGoing(ref, going);
}

function isGoing(ref: FigureRef, going: readonly Going[]): boolean {
  return going.some((out) => out.key.figureId === ref.figureId && out.revision.revision === ref.revision);
}

function plainAnnouncement(held: AnnouncementState) {
  const { enteredSeq: _seq, verifiedAt: _verifiedAt, releasedAt: _releasedAt, ...announcement } = held;
  return announcement;
}
