import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';

import type { InstantMs } from '../ids.ts';
import type { AudienceEntry, Entry, EntryDraft } from './entry.ts';
import { isHidden } from './entry.ts';

/** The hash before the first entry. */
export const genesisHash = '0'.repeat(64);

/** JSON with the keys of every object sorted, as the hash needs one form of each value (after RFC 8785; our values are strings, whole numbers, booleans, null). */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, field]) => `${JSON.stringify(key)}:${canonicalJson(field)}`);
  return `{${fields.join(',')}}`;
}

/** SHA-256 of UTF-8 text, lower-case hex. */
export function sha256Hex(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** What an entry says, without its own `hash`, as it is hashed. */
export function contentTextOf(entry: Omit<Entry, 'hash'>): string {
  const { v, seq, entryId, commandId, actor, recordedAt, payload } = entry;
  return canonicalJson({ v, seq, entryId, commandId, actor, recordedAt, payload });
}

/** The hash of what an entry says. Entry ids are random, so it cannot be guessed backwards. */
export function contentHashOf(entry: Omit<Entry, 'hash'>): string {
  return sha256Hex(contentTextOf(entry));
}

export function chainHash(previous: string, contentHash: string): string {
  return sha256Hex(previous + contentHash);
}

/**
 * Gives drafts their places after `head`: seq without gaps, `recordedAt` not before the head's, and the chain of hashes.
 * Every store calls this inside its appending transaction.
 */
export function sealEntries(
  head: { seq: number; hash: string; recordedAt: InstantMs },
  drafts: readonly EntryDraft[],
  now: InstantMs,
): Entry[] {
  const recordedAt = Math.max(head.recordedAt, now);
  let previous = head.hash;
  return drafts.map((draft, index) => {
    const unsealed = { ...draft, seq: head.seq + index + 1, recordedAt };
    previous = chainHash(previous, contentHashOf(unsealed));
    return { ...unsealed, hash: previous };
  });
}

/** The seq of the first entry whose place or hash does not follow, or null when the chain is true. `entries` follow `head`. */
export function firstBrokenSeq(head: { seq: number; hash: string }, entries: readonly AudienceEntry[]): number | null {
  let { seq, hash } = head;
  for (const entry of entries) {
    const contentHash = isHidden(entry) ? entry.contentHash : contentHashOf(entry);
    hash = chainHash(hash, contentHash);
    seq += 1;
    if (entry.seq !== seq || entry.hash !== hash) return seq;
  }
  return null;
}
