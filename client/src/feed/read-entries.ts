import type { AudienceEntry } from '@yavka/shared/log/entry';
import { firstBrokenSeq } from '@yavka/shared/log/seal';
import type { Entries, Scope } from '@yavka/shared/protocol/wire';
import { entriesAtMost, entriesPathOf, entriesSchema } from '@yavka/shared/protocol/wire';

import type { Get } from './read-server.ts';

const answerWithinMs = 15_000;

/** A closed range of a log's places. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/**
 * The ranges to ask for so that what follows `held` is known up to `head`: they end where every reader's ranges end, so
 * that a cache between holds them for all.
 */
export function rangesTo(held: number, head: number): readonly Range[] {
  const ranges: Range[] = [];
  for (let from = held + 1; from <= head;) {
    const to = Math.min(head, Math.ceil(from / entriesAtMost) * entriesAtMost);
    ranges.push({ from, to });
    from = to + 1;
  }
  return ranges;
}

export type EntriesReading =
  | { readonly kind: 'read'; readonly entries: readonly AudienceEntry[] }
  /** The server did not answer, or does not have the range. */
  | { readonly kind: 'failed' }
  /** What came is not what was asked for, or cannot be read. */
  | { readonly kind: 'unreadable' };

/** The public's entries of a range, read by their schema; whether they continue a chain is for the caller to see. Never rejects. */
export async function readEntries(get: Get, logId: string, scope: Scope, { from, to }: Range): Promise<EntriesReading> {
  try {
    const signal = AbortSignal.timeout(answerWithinMs);
    const { status, body } = await get(entriesPathOf(logId, scope, from, to), { fresh: false, signal });
    if (status !== 200) return { kind: 'failed' };
    const read = entriesSchema.safeParse(body);
    return read.success && isWhatWasAsked(read.data, logId, scope, { from, to })
      ? { kind: 'read', entries: read.data.entries }
      : { kind: 'unreadable' };
  } catch {
    return { kind: 'failed' };
  }
}

function isWhatWasAsked(answer: Entries, logId: string, scope: Scope, { from, to }: Range): boolean {
  return answer.logId === logId && answer.scope === scope && answer.from === from && answer.to === to;
}

/** Whether entries go on from a place without a gap and with a true chain, as far as `to`. */
export function continues(
  head: { readonly seq: number; readonly hash: string },
  entries: readonly AudienceEntry[],
  to: number,
): boolean {
  return head.seq + entries.length === to && firstBrokenSeq(head, entries) === null;
}
