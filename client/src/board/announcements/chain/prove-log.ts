import type { AnnouncementId } from '@yavka/shared/ids';
import { applyEntry } from '@yavka/shared/log/apply-entry';
import { emptyState } from '@yavka/shared/log/empty-state';
import type { AudienceEntry } from '@yavka/shared/log/entry';
import { isHidden } from '@yavka/shared/log/entry';
import { canonicalJson, contentTextOf, genesisHash } from '@yavka/shared/log/seal';
import type { ElectionState } from '@yavka/shared/log/state';

import { rangesTo, readEntries } from '../../../feed/read-entries.ts';
import type { Get } from '../../../feed/read-server.ts';

/** Where the entries and what this page holds part, and how. */
export type ChainBreak =
  /** The server gave no answer for these places. */
  | { readonly kind: 'unreachable'; readonly seq: number }
  /** What it gave for these places is not what was asked for. */
  | { readonly kind: 'unreadable'; readonly seq: number }
  /** The entry of that place is left out. */
  | { readonly kind: 'missing'; readonly seq: number }
  /** Another entry stands in that place. */
  | { readonly kind: 'moved'; readonly seq: number }
  /** What the entry says, or the hash beside it, is not what was sealed. */
  | { readonly kind: 'changed'; readonly seq: number }
  /** The answer ends at that place, before the head of this page. */
  | { readonly kind: 'truncated'; readonly seq: number }
  /** The whole chain was sealed anew: the entry that released an announcement is not the one that this page knows. */
  | { readonly kind: 'resealed'; readonly seq: number; readonly announcementId: AnnouncementId }
  /** The chain is whole and leads to another head than this page's. */
  | { readonly kind: 'otherHead'; readonly seq: number }
  /** The chain leads to this page's head, and what it says is not what this page shows. */
  | { readonly kind: 'otherState'; readonly seq: number };

/** What was found true. */
export interface ChainProof {
  readonly logId: string;
  readonly head: { readonly seq: number; readonly hash: string };
  /** Of the entries those of which the public has the hashes alone. */
  readonly hidden: number;
  /** Announcements whose releasing entry has the very hash that this page shows. */
  readonly announcements: number;
}

export type ChainFinding =
  | { readonly isTrue: true; readonly proof: ChainProof }
  | { readonly isTrue: false; readonly at: ChainBreak; readonly head: string };

export interface ProvingWorld {
  readonly get: Get;
  /** SHA-256 of UTF-8 text, lower-case hex. */
  readonly sha256: (text: string) => Promise<string>;
  /** Told after every few entries; the page can draw itself meanwhile. */
  readonly progress: (checked: number) => Promise<void>;
}

const toldEvery = 50;

/**
 * Proves the log against what this page holds: reads every entry from the first one on, hashes each anew, follows the
 * chain to the page's head, and folds the entries to see that they say what the page shows.
 * @param held the state that the page holds, from the feed, at the moment of asking
 */
export async function proveLog(held: ElectionState, world: ProvingWorld): Promise<ChainFinding> {
  const { get, sha256, progress } = world;
  let state = emptyState();
  let hash = genesisHash;
  let hidden = 0;
  const broken = (at: ChainBreak): ChainFinding => ({ isTrue: false, at, head: held.hash });
  for (const range of rangesTo(0, held.seq)) {
    const reading = await readEntries(get, held.logId, 'summary', range);
    if (reading.kind === 'failed') return broken({ kind: 'unreachable', seq: range.from });
    if (reading.kind === 'unreadable') return broken({ kind: 'unreadable', seq: range.from });
    for (const [index, entry] of reading.entries.entries()) {
      const seq = range.from + index;
      if (entry.seq !== seq) return broken({ kind: placeLost(reading.entries, seq), seq });
      const content = isHidden(entry) ? entry.contentHash : await sha256(contentTextOf(entry));
      hash = await sha256(hash + content);
      if (entry.hash !== hash) return broken({ kind: 'changed', seq });
      if (isHidden(entry)) hidden += 1;
      state = applyEntry(state, entry);
      if (seq % toldEvery === 0) await progress(seq);
    }
    if (state.seq < range.to) return broken({ kind: 'truncated', seq: state.seq });
  }
  await progress(held.seq);
  const difference = differenceOf(state, held);
  if (difference !== null) return broken(difference);
  const announcements = Object.keys(state.announcements).length;
  return { isTrue: true, proof: { logId: held.logId, head: { seq: held.seq, hash }, hidden, announcements } };
}

/** Whether the entry of a place stands elsewhere in the answer or nowhere. */
function placeLost(entries: readonly AudienceEntry[], seq: number): 'moved' | 'missing' {
  return entries.some((entry) => entry.seq === seq) ? 'moved' : 'missing';
}

function differenceOf(folded: ElectionState, held: ElectionState): ChainBreak | null {
  const otherwise = Object.values(held.announcements)
    .filter(({ announcementId, releasedHash }) => folded.announcements[announcementId]?.releasedHash !== releasedHash)
    .toSorted((a, b) => a.enteredSeq - b.enteredSeq)[0];
  if (otherwise !== undefined) {
    const { announcementId, enteredSeq } = otherwise;
    return { kind: 'resealed', seq: enteredSeq, announcementId };
  }
  if (folded.hash !== held.hash) return { kind: 'otherHead', seq: held.seq };
  return canonicalJson(folded) === canonicalJson(held) ? null : { kind: 'otherState', seq: held.seq };
}
