import type { FigureKey, FigureRevision } from '../figures/figure.ts';
import type { InstantMs } from '../ids.ts';
import type { Entry } from './entry.ts';
import type { Confirmation, Contradiction, PayloadOf } from './payload.ts';
import type { AnnouncementState, ElectionState, FigureState, RevisionState } from './state.ts';

/** Figures' share of the reducer. Each function copies only the figures it names. */

export function enterRevision(state: ElectionState, key: FigureKey, revision: FigureRevision): ElectionState {
  return putFigure(
    state,
    withRevision(state.figures[key.figureId] ?? newFigure(key), { ...revision, verifiedAt: null, releasedAt: null }),
  );
}

export function confirmFigure(state: ElectionState, confirmation: Confirmation): ElectionState {
  const figure = state.figures[confirmation.figureId];
  return figure === undefined ? state : putFigure(state, withConfirmation(figure, confirmation));
}

export function contradictFigure(state: ElectionState, contradiction: Contradiction): ElectionState {
  const figure = state.figures[contradiction.figureId];
  return figure === undefined ? state : putFigure(state, withContradiction(figure, contradiction));
}

export function markVerified(
  state: ElectionState,
  payload: PayloadOf<'figures.verified'>,
  verifiedAt: InstantMs,
): ElectionState {
  let next = state;
  for (const { figureId, revision } of payload.refs) {
    const figure = next.figures[figureId];
    const held = figure?.revisions.find((candidate) => candidate.revision === revision);
    if (figure !== undefined && held !== undefined)
      next = putFigure(next, withRevision(figure, { ...held, verifiedAt }));
  }
  const announcement = payload.announcementId === null ? undefined : next.announcements[payload.announcementId];
  return announcement === undefined ? next : putAnnouncement(next, { ...announcement, verifiedAt });
}

/** A release brings all it makes public: a reader who saw nothing before and one who saw everything fold it alike. */
export function releaseFigures(
  state: ElectionState,
  payload: PayloadOf<'figures.released'>,
  entry: Entry,
): ElectionState {
  const releasedAt = entry.recordedAt;
  let next = state;
  for (const announcement of payload.announcements) {
    const known = next.announcements[announcement.announcementId];
    next = putAnnouncement(next, {
      ...announcement,
      enteredSeq: known?.enteredSeq ?? entry.seq,
      verifiedAt: known?.verifiedAt ?? releasedAt,
      releasedAt,
      releasedHash: entry.hash,
    });
  }
  for (const { key, revision, verifiedAt } of payload.figures) {
    const figure = next.figures[key.figureId] ?? newFigure(key);
    next = putFigure(next, withRevision(figure, { ...revision, verifiedAt, releasedAt }));
  }
  for (const confirmation of payload.confirmations) next = confirmFigure(next, confirmation);
  for (const contradiction of payload.contradictions ?? []) next = contradictFigure(next, contradiction);
  return next;
}

function newFigure(key: FigureKey): FigureState {
  return { key, revisions: [], confirmations: [], contradictions: [] };
}

function withRevision(figure: FigureState, revision: RevisionState): FigureState {
  const others = figure.revisions.filter((held) => held.revision !== revision.revision);
  return { ...figure, revisions: [...others, revision].sort((a, b) => a.revision - b.revision) };
}

function withConfirmation(figure: FigureState, confirmation: Confirmation): FigureState {
  const others = figure.confirmations.filter((held) => held.announcementId !== confirmation.announcementId);
  return { ...figure, confirmations: [...others, confirmation] };
}

/** An announcement contradicts a figure once; by hand that may happen again and again. */
function withContradiction(figure: FigureState, contradiction: Contradiction): FigureState {
  const { announcementId } = contradiction;
  const others = figure.contradictions.filter(
    (held) => announcementId === null || held.announcementId !== announcementId,
  );
  return { ...figure, contradictions: [...others, contradiction] };
}

function putFigure(state: ElectionState, figure: FigureState): ElectionState {
  return { ...state, figures: { ...state.figures, [figure.key.figureId]: figure } };
}

function putAnnouncement(state: ElectionState, announcement: AnnouncementState): ElectionState {
  return { ...state, announcements: { ...state.announcements, [announcement.announcementId]: announcement } };
}
