import type { InstantMs } from '@yavka/shared/ids';
import type { Entry, EntryDraft } from '@yavka/shared/log/entry';
import { entryDraftSchema } from '@yavka/shared/log/entry';
import { genesisHash, sealEntries } from '@yavka/shared/log/seal';
import { z } from 'zod';

import type { LogHead, WrittenLog } from './log-store.ts';
import { StoreRefused } from './store-refused.ts';

/** First seq and number of entries of one command in a batch. */
export interface CommandSpan {
  readonly commandId: string;
  readonly seq: number;
  readonly count: number;
}

/**
 * Checks drafts and gives them their places after `head`. What passes here can be read back after a restart:
 * an entry that a bug misshaped must not reach the disk, where it would keep the server from starting.
 */
export function sealDrafts(head: LogHead, drafts: readonly EntryDraft[], now: InstantMs): Entry[] {
  const checked = z.array(entryDraftSchema).min(1).safeParse(drafts);
  if (!checked.success) throw new StoreRefused('invalidDraft', z.prettifyError(checked.error));
  return sealEntries(head, checked.data, now);
}

/** The sealed beginning of a log, after nothing. */
export function sealOpening(logId: string, drafts: readonly EntryDraft[], now: InstantMs): Entry[] {
  const first = drafts[0]?.payload;
  if (first?.type !== 'log.opened' || first.logId !== logId) {
    throw new StoreRefused('invalidDraft', `log ${logId} must begin with its own log.opened`);
  }
  return sealDrafts({ logId, seq: 0, hash: genesisHash, recordedAt: now }, drafts, now);
}

/** What a store looks at in entries that were sealed elsewhere, of whatever version. */
export function sealedEntriesOf({ logId, entries }: WrittenLog): Entry[] {
  const sealed = entries.map((text) => JSON.parse(text) as Entry);
  const first = sealed[0]?.payload;
  if (first?.type !== 'log.opened' || first.logId !== logId || sealed.some(({ seq }, index) => seq !== index + 1))
    throw new StoreRefused('invalidDraft', `log ${logId} must begin with its own log.opened and have no gap`);
  return sealed;
}

/** The head after `entries`, which are not empty. */
export function headAfter(logId: string, entries: readonly Entry[]): LogHead {
  const last = entries.at(-1);
  if (last === undefined) throw new StoreRefused('invalidDraft', 'nothing to append');
  return { logId, seq: last.seq, hash: last.hash, recordedAt: last.recordedAt };
}

/** The commands in a batch, in order. A command whose entries do not lie next to one another is refused. */
export function commandSpansOf(entries: readonly Entry[]): CommandSpan[] {
  const spans = new Map<string, CommandSpan>();
  for (const { commandId, seq } of entries) {
    const span = spans.get(commandId);
    if (span !== undefined && span.seq + span.count !== seq) {
      throw new StoreRefused('invalidDraft', `command ${commandId} is scattered over the batch`);
    }
    spans.set(commandId, { commandId, seq: span?.seq ?? seq, count: (span?.count ?? 0) + 1 });
  }
  return [...spans.values()];
}
