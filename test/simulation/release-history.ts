import type { FigureRevision } from '@yavka/shared/figures/figure';
import type { Entry } from '@yavka/shared/log/entry';
import type { PayloadOf } from '@yavka/shared/log/payload';

/**
 * What the log means, told a second time and otherwise than the product tells it: from what people did (entered,
 * corrected, confirmed, verified, withheld, lifted), never from the entries that say what was released. A step of time
 * is a whole command, because verifying and releasing are one.
 */
export interface ReleaseHistory {
  readonly revisions: readonly RevisionFate[];
  readonly announcements: readonly AnnouncementFate[];
  readonly confirmations: readonly ConfirmationFate[];
  readonly contradictions: readonly ContradictionFate[];
  readonly withholdings: readonly WithholdingFate[];
  readonly dispatches: readonly DispatchFate[];
}

/** A seq from which something is so; Infinity while it is not. */
type Since = number;

export interface RevisionFate {
  readonly figureId: string;
  readonly revision: FigureRevision;
  readonly enteredSeq: number;
  verified: Since;
  released: Since;
}

export interface AnnouncementFate {
  readonly announcementId: string;
  readonly text: string;
  readonly source: string;
  readonly enteredSeq: number;
  verified: Since;
  released: Since;
}

export interface ConfirmationFate extends Readonly<PayloadOf<'figure.confirmed'>['confirmation']> {
  readonly enteredSeq: number;
  released: Since;
}

export interface ContradictionFate extends Readonly<PayloadOf<'figure.contradicted'>['contradiction']> {
  readonly enteredSeq: number;
  released: Since;
}

export interface WithholdingFate extends Readonly<Omit<PayloadOf<'release.withheld'>, 'type'>> {
  readonly enteredSeq: number;
  lifted: Since;
}

export interface DispatchFate {
  readonly dispatchId: string;
  readonly source: string;
  readonly enteredSeq: number;
  released: Since;
  erased: Since;
  /** In the order in which they were entered. */
  readonly responses: { readonly source: string; readonly enteredSeq: number; released: Since }[];
}

const never = Number.POSITIVE_INFINITY;

/** @param entries a whole log, from its first entry */
export function releaseHistoryOf(entries: readonly Entry[]): ReleaseHistory {
  const revisions: RevisionFate[] = [];
  const announcements: AnnouncementFate[] = [];
  const confirmations: ConfirmationFate[] = [];
  const contradictions: ContradictionFate[] = [];
  const withholdings: WithholdingFate[] = [];
  const dispatches: DispatchFate[] = [];
  const history = { revisions, announcements, confirmations, contradictions, withholdings, dispatches };
  let opensDoor = false;
  for (const [index, { seq, commandId, payload }] of entries.entries()) {
    switch (payload.type) {
      case 'figure.entered':
        revisions.push({
          figureId: payload.key.figureId,
          revision: payload.revision,
          enteredSeq: seq,
          verified: never,
          released: never,
        });
        break;
      case 'figure.corrected':
        revisions.push({
          figureId: payload.figureId,
          revision: payload.revision,
          enteredSeq: seq,
          verified: never,
          released: never,
        });
        break;
      case 'announcement.entered': {
        const { announcementId, text, source } = payload.announcement;
        announcements.push({ announcementId, text, source, enteredSeq: seq, verified: never, released: never });
        break;
      }
      case 'figure.confirmed':
        confirmations.push({ ...payload.confirmation, enteredSeq: seq, released: never });
        break;
      case 'figure.contradicted':
        contradictions.push({ ...payload.contradiction, enteredSeq: seq, released: never });
        break;
      case 'figures.verified':
        opensDoor = true;
        for (const { figureId, revision } of payload.refs) {
          const verified = revisions.find((held) => held.figureId === figureId && held.revision.revision === revision);
          if (verified !== undefined) verified.verified = Math.min(verified.verified, seq);
        }
        for (const held of announcements)
          if (held.announcementId === payload.announcementId) held.verified = Math.min(held.verified, seq);
        break;
      case 'release.withheld': {
        const { type: _type, ...withholding } = payload;
        withholdings.push({ ...withholding, enteredSeq: seq, lifted: never });
        break;
      }
      case 'withholding.lifted':
        opensDoor = true;
        for (const held of withholdings) if (held.withholdingId === payload.withholdingId) held.lifted = seq;
        break;
      case 'dispatch.entered': {
        const { dispatchId, source } = payload.dispatch;
        dispatches.push({ dispatchId, source, enteredSeq: seq, released: never, erased: never, responses: [] });
        break;
      }
      case 'dispatch.answered':
        for (const held of dispatches) {
          if (held.dispatchId === payload.dispatchId)
            held.responses.push({ source: payload.response.source, enteredSeq: seq, released: never });
        }
        break;
      case 'dispatch.released':
        for (const held of dispatches) {
          if (held.dispatchId !== payload.dispatch.dispatchId) continue;
          held.released = Math.min(held.released, seq);
          // The last one entered is what is released; one that was replaced unseen stays unseen.
          const last = held.responses.at(-1);
          if (last !== undefined) last.released = Math.min(last.released, seq);
        }
        break;
      case 'dispatch.textErased':
        for (const held of dispatches) if (held.dispatchId === payload.dispatchId) held.erased = seq;
        break;
      case 'log.opened':
      case 'electorate.versioned':
      case 'figures.released':
      case 'station.reported':
      case 'stations.counted':
        break;
    }
    if (opensDoor && entries[index + 1]?.commandId !== commandId) {
      opensDoor = false;
      letOut(history, seq);
    }
  }
  return history;
}

/** What goes out at `seq`: the newest verified revision of each figure, and what hangs on it, unless something holds it. */
function letOut(
  { revisions, announcements, confirmations, contradictions, withholdings }: ReleaseHistory,
  seq: number,
): void {
  const held = withholdings.filter(({ lifted }) => lifted === never).map(({ target }) => target);
  if (held.some(({ kind }) => kind === 'desk')) return;
  const holdsText = (id: string | null): boolean =>
    held.some((target) => target.kind === 'announcement' && target.announcementId === id);
  const newest = new Map<string, RevisionFate>();
  for (const each of revisions) if (each.verified !== never) newest.set(each.figureId, each);
  for (const each of newest.values()) {
    const holdsFigure = held.some((target) => target.kind === 'figure' && target.figureId === each.figureId);
    if (!holdsFigure && !holdsText(each.revision.announcementId)) each.released = Math.min(each.released, seq);
  }
  const isOut = ({ released }: { released: Since }): boolean => released !== never;
  /** A figure is settled in public from this revision on: itself is out, or one that took its place. */
  const isSettled = (figureId: string, from: number): boolean =>
    revisions.some((each) => each.figureId === figureId && each.revision.revision >= from && isOut(each));
  for (const each of announcements) {
    if (each.verified === never || isOut(each) || holdsText(each.announcementId)) continue;
    const tells = [
      ...revisions
        .filter(({ revision }) => revision.announcementId === each.announcementId)
        .map(({ figureId, revision }) => ({ figureId, from: revision.revision })),
      ...confirmations
        .filter(({ announcementId }) => announcementId === each.announcementId)
        .map(({ figureId, revision }) => ({ figureId, from: revision })),
      // Told and left as it stood, because it was something else.
      ...revisions
        .filter(({ figureId }) => toldIn(each.text).has(figureId))
        .map(({ figureId }) => ({ figureId, from: 1 })),
    ];
    // Its words tell its figures: they stay in while one of these does.
    if (tells.every(({ figureId, from }) => isSettled(figureId, from))) each.released = seq;
  }
  /** The revision of which a confirmation or contradiction tells. */
  const isToldOut = (told: { readonly figureId: string; readonly revision: number }): boolean =>
    revisions.some(
      (each) => each.figureId === told.figureId && each.revision.revision === told.revision && isOut(each),
    );
  // Both go out with their text, or after it with the revision they tell of; what was said by hand stays in.
  for (const each of [...confirmations, ...contradictions]) {
    const isTextOut = announcements.some((text) => text.announcementId === each.announcementId && isOut(text));
    if (isTextOut && isToldOut(each)) each.released = Math.min(each.released, seq);
  }
}

/** The figures in an announcement's words: the people of these runs write them as JSON. */
function toldIn(text: string): ReadonlySet<string> {
  const { figures } = JSON.parse(text) as {
    readonly figures: readonly { readonly area: string; readonly cutoff: string }[];
  };
  return new Set(figures.map(({ area, cutoff }) => `board/ballots-issued/${cutoff}/${area}`));
}
