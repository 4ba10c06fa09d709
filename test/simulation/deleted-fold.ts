import type { ElectionState } from '@yavka/shared/log/state';

import type { ReleaseHistory } from './release-history.ts';

/** A state without what tells one audience from another by design: when a reader was told of something. */
export function comparable(state: ElectionState): object {
  const { logId, electionId, packHash, mode, seq, hash, electorates, stations, stationCounts } = state;
  return {
    logId,
    electionId,
    packHash,
    mode,
    seq,
    hash,
    electorates,
    stations,
    stationCounts,
    dispatches: state.dispatches,
    withholdings: state.withholdings,
    announcements: mapped(
      state.announcements,
      ({ enteredSeq: _entered, verifiedAt: _verified, ...announcement }) => announcement,
    ),
    figures: mapped(state.figures, ({ key, revisions, confirmations, contradictions }) => ({
      key,
      revisions,
      confirmations: [...confirmations].sort((a, b) => (a.announcementId < b.announcementId ? -1 : 1)),
      contradictions: [...contradictions].sort((a, b) =>
        (a.announcementId ?? '') < (b.announcementId ?? '') ? -1 : 1,
      ),
    })),
  };
}

/**
 * What the public must hold at `seq`, told without the product's word on what is public: everything that the log says,
 * as those see it who may see all, with every figure, announcement, confirmation, contradiction and dispatch deleted
 * that the history of releases does not let out, and every withholding.
 * @param whole the fold of the whole log up to `seq`
 */
export function withUnreleasedDeleted(whole: ElectionState, history: ReleaseHistory, seq: number): object {
  const isOut = ({ released }: { readonly released: number }): boolean => released <= seq;
  const revisions = keysOf(history.revisions.filter(isOut), ({ figureId, revision }) => [figureId, revision.revision]);
  const confirmations = keysOf(history.confirmations.filter(isOut), ({ figureId, announcementId }) => [
    figureId,
    announcementId,
  ]);
  const contradictions = keysOf(history.contradictions.filter(isOut), ({ figureId, announcementId }) => [
    figureId,
    announcementId,
  ]);
  const announcements = keysOf(history.announcements.filter(isOut), ({ announcementId }) => [announcementId]);
  const dispatches = keysOf(history.dispatches.filter(isOut), ({ dispatchId }) => [dispatchId]);
  const figures = Object.values(whole.figures).flatMap((figure) => {
    const { figureId } = figure.key;
    const left = figure.revisions.filter(({ revision }) => revisions.has(keyOf([figureId, revision])));
    const confirmed = figure.confirmations.filter(({ announcementId }) =>
      confirmations.has(keyOf([figureId, announcementId])),
    );
    const contradicted = figure.contradictions.filter(
      ({ announcementId }) => announcementId !== null && contradictions.has(keyOf([figureId, announcementId])),
    );
    const seen = { ...figure, revisions: left, confirmations: confirmed, contradictions: contradicted };
    return left.length === 0 ? [] : [[figureId, seen] as const];
  });
  return comparable({
    ...whole,
    figures: Object.fromEntries(figures),
    announcements: only(whole.announcements, announcements),
    dispatches: mapped(only(whole.dispatches, dispatches), ({ pendingResponse: _pending, ...dispatch }) => dispatch),
    withholdings: {},
  });
}

function keyOf(parts: readonly unknown[]): string {
  return parts.join(' ');
}

function keysOf<Part>(parts: readonly Part[], key: (part: Part) => readonly unknown[]): ReadonlySet<string> {
  return new Set(parts.map((part) => keyOf(key(part))));
}

function only<Part>(parts: Readonly<Record<string, Part>>, ids: ReadonlySet<string>): Record<string, Part> {
  return Object.fromEntries(Object.entries(parts).filter(([id]) => ids.has(id)));
}

function mapped<Part, Made>(parts: Readonly<Record<string, Part>>, make: (part: Part) => Made): Record<string, Made> {
  return Object.fromEntries(Object.entries(parts).map(([id, part]) => [id, make(part)]));
}
