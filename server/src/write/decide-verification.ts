import { applyEntry } from '@yavka/shared/log/apply-entry';
import { isCorrection } from '@yavka/shared/figures/figure';
import type { CommandOf } from '@yavka/shared/log/command';
import type { FigureRef, Payload } from '@yavka/shared/log/payload';
import { rejection } from '@yavka/shared/log/rejection';
import type { ElectionState } from '@yavka/shared/log/state';

import type { DecideContext } from './decide-context.ts';
import type { Decision } from './decision.ts';
import { figuresTold } from './figures-told.ts';
import { releaseOf } from './release.ts';

/**
 * Verifies every newest revision that the announcement brought, and releases it in the same transaction unless withheld.
 * A correction that names the announcement is verified by itself: who looks at the text may not have seen it.
 */
export function decideAnnouncementVerification(
  state: ElectionState,
  { announcementId }: CommandOf<'VerifyAnnouncement'>,
  context: DecideContext,
): Decision {
  const announcement = state.announcements[announcementId];
  if (announcement === undefined) return rejection('unknownAnnouncement', announcementId);
  const refs = Object.values(state.figures).flatMap((figure): FigureRef[] => {
    const newest = figure.revisions.at(-1);
    const waits = newest?.announcementId === announcementId && newest.verifiedAt === null;
    return waits && !isCorrection(newest.kind) ? [{ figureId: figure.key.figureId, revision: newest.revision }] : [];
  });
  if (refs.length === 0 && announcement.verifiedAt !== null) return rejection('nothingToVerify', announcementId);
  return { payloads: withRelease(state, { type: 'figures.verified', refs, announcementId }, context) };
}

/** Verifies single revisions (corrections, figures typed by hand). Only the newest revision of a figure can be verified. */
export function decideFiguresVerification(
  state: ElectionState,
  { refs }: CommandOf<'VerifyFigures'>,
  context: DecideContext,
): Decision {
  for (const { figureId, revision } of refs) {
    const newest = state.figures[figureId]?.revisions.at(-1);
    if (newest === undefined) return rejection('unknownFigure', figureId);
    if (newest.revision !== revision) return rejection('staleRevision', figureId);
    if (newest.verifiedAt !== null) return rejection('nothingToVerify', figureId);
  }
  return { payloads: withRelease(state, { type: 'figures.verified', refs, announcementId: null }, context) };
}

/** `payload`, followed by the release that it makes possible, if any. */
export function withRelease(state: ElectionState, payload: Payload, context: DecideContext): Payload[] {
  const release = releaseOf(applyEntry(state, foreseen(state, payload, context)), (held) => figuresTold(held, context));
  return release === null ? [payload] : [payload, release];
}

/** The payload as an entry that has not been written: only its effect on the state is wanted. */
function foreseen(state: ElectionState, payload: Payload, { actor, now }: DecideContext) {
  const recordedAt = Math.max(state.recordedAt, now);
  return {
    v: 1 as const,
    seq: state.seq,
    entryId: 'foreseen',
    commandId: 'foreseen',
    actor,
    recordedAt,
    hash: state.hash,
    payload,
  };
}
