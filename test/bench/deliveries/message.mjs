/**
 * What is delivered, the same in every arm: a delta with one entry, once as small as the feed knows it (a station
 * reported closed) and once about 4 kB (an announcement released with its words).
 */

/** @typedef {'small' | 'large'} Size */

/** The event and the first letters of its packet, by which viewers know it from pings and heartbeats. */
export const event = 'feed:delta';
export const prefix = `42["${event}"`;
export const logId = 'bench';

const sentence = 'By the time stated ballots were issued to so many of the voters on the lists, area by area. ';
const largeText = sentence.repeat(38);

/** @param {Size} size */
export function payloadOf(size) {
  if (size === 'small') {
    return {
      type: 'station.reported',
      report: { station: 'w-1', status: 'closed', asOf: 1_700_000_000_000, source: 'bench' },
    };
  }
  const announcement = {
    announcementId: 'bench-announcement',
    text: largeText,
    source: 'bench',
    language: 'en',
    asOf: null,
    cutoff: null,
    status: 'preliminary',
    receivedAt: 1_700_000_000_000,
  };
  return { type: 'figures.released', announcements: [announcement], figures: [], confirmations: [] };
}

/** What is proposed to the log. @param {Size} size @param {number} number */
export function draftOf(size, number) {
  const actor = { role: 'operator', id: 'bench' };
  return { v: 1, entryId: `entry-${number}`, commandId: `command-${number}`, actor, payload: payloadOf(size) };
}

/** The delta that the feed makes of it, for the arms that have no log. @param {Size} size @param {number} number */
export function deltaOf(size, number) {
  const entry = { ...draftOf(size, number), seq: number, recordedAt: 1_700_000_000_000, hash: '0'.repeat(64) };
  return { logId, baseSeq: number - 1, seq: number, entries: [entry] };
}
