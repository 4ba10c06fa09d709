import { standingRevisionOf } from '@yavka/shared/analysis/figure-of';
import type { FigureKey, FigureRevision } from '@yavka/shared/figures/figure';
import { isCorrection } from '@yavka/shared/figures/figure';
import type { InstantMs } from '@yavka/shared/ids';
import { isHidden } from '@yavka/shared/log/entry';
import type { AnnouncementRecord, Confirmation, Contradiction, PayloadOf } from '@yavka/shared/log/payload';
import type { RevisionState } from '@yavka/shared/log/state';

import type { Told } from '../live/live-election.ts';

/** A figure as it was said at one time, and the revision that stands in its place by now, where another does. */
export interface SaidFigure {
  readonly key: FigureKey;
  readonly revision: FigureRevision;
  readonly later: RevisionState | null;
}

interface NewsAt {
  /** Names it for ever within its log. */
  readonly id: string;
  readonly published: InstantMs;
  /** When what is said of it changed last: a figure of it was corrected, or came out after it. */
  readonly updated: InstantMs;
}

/** What came out: an announcement with its figures, a value given by hand, a correction, or what another source said otherwise. */
export type News = NewsAt &
  (
    | {
        readonly kind: 'announcement';
        readonly announcement: AnnouncementRecord;
        readonly figures: readonly SaidFigure[];
        readonly confirmations: readonly Confirmation[];
      }
    | { readonly kind: 'figure'; readonly figure: SaidFigure }
    | { readonly kind: 'correction'; readonly figure: SaidFigure; readonly before: RevisionState | null }
    | { readonly kind: 'contradiction'; readonly key: FigureKey; readonly contradiction: Contradiction }
  );

type Release = PayloadOf<'figures.released'> & { readonly at: InstantMs };

/** Everything that was released, the newest first, as an audience was told it. */
export function newsOf({ state, entries }: Told): News[] {
  const releases = entries.flatMap((entry): Release[] =>
    isHidden(entry) || entry.payload.type !== 'figures.released' ? [] : [{ ...entry.payload, at: entry.recordedAt }],
  );
  const announced = firstSaid(
    releases.flatMap(({ at, announcements }) => announcements.map((announcement) => ({ at, announcement }))),
    ({ announcement }) => announcement.announcementId,
  );
  const figures = firstSaid(
    releases.flatMap(({ at, figures: said }) => said.map((each) => ({ at, ...each }))),
    ({ key, revision }) => `${key.figureId} ${revision.revision}`,
  ).map(({ at, key, revision }) => {
    const figure = state.figures[key.figureId];
    const standing = figure === undefined ? null : standingRevisionOf(figure);
    const later = standing !== null && standing.revision > revision.revision ? standing : null;
    const before = figure?.revisions.findLast((held) => held.revision < revision.revision && held.releasedAt !== null);
    return { at, said: { key, revision, later }, before: before ?? null };
  });
  const isAnnounced = new Set(announced.map(({ announcement }) => announcement.announcementId));
  const ofAnnouncements = announced.map(({ at, announcement }): News => {
    const { announcementId } = announcement;
    const own = figures.filter(
      ({ said: { revision } }) => revision.announcementId === announcementId && !isCorrection(revision.kind),
    );
    return {
      kind: 'announcement',
      id: `announcement/${announcementId}`,
      published: at,
      updated: Math.max(at, ...own.flatMap((each) => [each.at, each.said.later?.releasedAt ?? 0])),
      announcement,
      figures: own.map(({ said }) => said),
      confirmations: releases
        .flatMap(({ confirmations }) => confirmations)
        .filter((each) => each.announcementId === announcementId),
    };
  });
  const ofFigures = figures.flatMap(({ at, said, before }): News[] => {
    const { key, revision, later } = said;
    const id = `figure/${key.figureId}/${revision.revision}`;
    const times = { id, published: at, updated: Math.max(at, later?.releasedAt ?? 0) };
    if (isCorrection(revision.kind)) return [{ kind: 'correction', ...times, figure: said, before }];
    const isTold = revision.announcementId !== null && isAnnounced.has(revision.announcementId);
    return isTold ? [] : [{ kind: 'figure', ...times, figure: said }];
  });
  const contradicted = firstSaid(
    releases.flatMap(({ at, contradictions = [] }) => contradictions.map((contradiction) => ({ at, contradiction }))),
    ({ contradiction: { figureId, announcementId, enteredAt } }) => `${figureId}/${announcementId ?? enteredAt}`,
  ).flatMap(({ at, contradiction }): News[] => {
    const { figureId, announcementId, enteredAt } = contradiction;
    const key = state.figures[figureId]?.key;
    const id = `contradiction/${figureId}/${announcementId ?? enteredAt}`;
    return key === undefined ? [] : [{ kind: 'contradiction', id, published: at, updated: at, key, contradiction }];
  });
  // Stable: what came out together stays in the order of these lists.
  return [...ofAnnouncements, ...ofFigures, ...contradicted].sort((a, b) => b.published - a.published);
}

/** Without repeats: a later release carries again what a reader needs to read it. */
function firstSaid<Said>(said: readonly Said[], nameOf: (each: Said) => string): Said[] {
  const names = new Set<string>();
  return said.filter((each) => {
    const name = nameOf(each);
    return !names.has(name) && names.add(name);
  });
}
