import type { Entry } from '@yavka/shared/log/entry';

import { markersIn } from './marker-pool.ts';
import type { ReleaseHistory } from './release-history.ts';
import { releaseHistoryOf } from './release-history.ts';
import type { Place } from './server-node.ts';

/** Something that was sent to somebody without a token, and how far the node had followed: before making it and after. */
export interface SentBytes {
  readonly channel: string;
  readonly text: string;
  readonly places: readonly Place[];
}

export interface Spill {
  readonly marker: string;
  readonly channel: string;
  readonly place: Place;
  readonly publicFrom: number;
  readonly excerpt: string;
}

const never = Number.POSITIVE_INFINITY;

/**
 * Searches everything that was sent for markers that were not public yet. What is public from when is told by the
 * release history; a marker that no released thing holds (an unverified value, the words of a refused command, the
 * reason of a withholding) never is.
 */
export function findSpills(
  sent: readonly SentBytes[],
  issued: ReadonlySet<string>,
  logs: ReadonlyMap<string, readonly Entry[]>,
  dispatchWords: ReadonlyMap<string, string>,
): Spill[] {
  const publicFrom = new Map([...logs].map(([logId, entries]) => [logId, publicSince(entries, dispatchWords)]));
  const erasedFrom = new Map([...logs].map(([logId, entries]) => [logId, erasedSince(entries, dispatchWords)]));
  const markersOf = new Map<string, string[]>();
  return sent.flatMap(({ channel, text, places }) => {
    const markers = markersOf.get(text) ?? [...markersIn(text)].filter((marker) => issued.has(marker));
    markersOf.set(text, markers);
    return markers.flatMap((marker): Spill[] => {
      const since = places.map(({ logId }) => publicFrom.get(logId)?.get(marker) ?? never);
      const place = places.at(-1) ?? { logId: '', seq: 0 };
      const isErased = places.every(({ logId, seq }) => (erasedFrom.get(logId)?.get(marker) ?? never) <= seq);
      if (!isErased && places.some(({ seq }, index) => (since[index] ?? never) <= seq)) return [];
      return [{ marker, channel, place, publicFrom: since.at(-1) ?? never, excerpt: excerptOf(text, marker) }];
    });
  });
}

function excerptOf(text: string, marker: string): string {
  const at = text.indexOf(marker);
  return text.slice(Math.max(0, at - 200), at + 100);
}

/** From which seq each marker of a log may be read by everybody. */
function publicSince(entries: readonly Entry[], dispatchWords: ReadonlyMap<string, string>): Map<string, number> {
  const history = releaseHistoryOf(entries);
  const since = new Map<string, number>();
  const mayBeRead = (text: string, from: number): void => {
    for (const marker of markersIn(text)) since.set(marker, Math.min(since.get(marker) ?? never, from));
  };
  for (const { revision, released } of history.revisions) mayBeRead(JSON.stringify(revision), released);
  for (const { words, released } of history.confirmations) mayBeRead(words, released);
  for (const { enteredSeq: _entered, released, ...contradiction } of history.contradictions)
    mayBeRead(JSON.stringify(contradiction), released);
  const settled = settledFrom(history);
  const contradicting = contradictingMarkers(entries);
  for (const { announcementId, text, source, released } of history.announcements) {
    mayBeRead(source, released);
    for (const marker of markersIn(text)) {
      const isItsOwn = contradicting.get(announcementId)?.has(marker) === true;
      mayBeRead(marker, isItsOwn ? released : Math.max(released, settled.get(marker) ?? 0));
    }
  }
  for (const { dispatchId, source, released, erased, responses } of history.dispatches) {
    for (const response of responses) mayBeRead(response.source, response.released);
    mayBeRead(`${source} ${dispatchWords.get(dispatchId) ?? ''}`, released);
    // Why the words of a dispatch went concerns those who could read it.
    const erasure = entries[erased - 1]?.payload;
    if (erasure?.type === 'dispatch.textErased') mayBeRead(erasure.reason, released < erased ? erased : never);
  }
  return since;
}

/**
 * The values by which an announcement contradicts what stood. They are its own word, also where somebody had entered the
 * same value before and taken it back unseen.
 */
function contradictingMarkers(entries: readonly Entry[]): ReadonlyMap<string, ReadonlySet<string>> {
  const markers = new Map<string, ReadonlySet<string>>();
  for (const { payload } of entries) {
    if (payload.type !== 'figure.contradicted' || payload.contradiction.announcementId === null) continue;
    const { announcementId, turnout, ballots } = payload.contradiction;
    const told = markersIn(JSON.stringify([turnout, ballots]));
    markers.set(announcementId, new Set([...(markers.get(announcementId) ?? []), ...told]));
  }
  return markers;
}

/** From which seq the words of a dispatch may be read by nobody any more. */
function erasedSince(entries: readonly Entry[], dispatchWords: ReadonlyMap<string, string>): Map<string, number> {
  return new Map(
    releaseHistoryOf(entries).dispatches.flatMap(({ dispatchId, erased }) =>
      [...markersIn(dispatchWords.get(dispatchId) ?? '')].map((marker) => [marker, erased] as const),
    ),
  );
}

/** From when an announcement's words may tell the value of a figure: once the figure is out, or one that overtook it. */
function settledFrom({ revisions }: ReleaseHistory): Map<string, number> {
  const settled = new Map<string, number>();
  for (const { figureId, revision } of revisions) {
    const later = revisions.filter((each) => each.figureId === figureId && each.revision.revision >= revision.revision);
    const from = Math.min(...later.map(({ released }) => released));
    for (const marker of markersIn(JSON.stringify([revision.turnout, revision.ballots]))) {
      settled.set(marker, Math.min(settled.get(marker) ?? never, from));
    }
  }
  return settled;
}
