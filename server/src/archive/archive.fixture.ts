import type { EntryDraft } from '@yavka/shared/log/entry';

import { MemoryLogStore } from '../storage/memory-log-store.ts';
import type { LogStore } from '../storage/log-store.ts';
import { archiveOf } from './archive-of.ts';

const day = 1_668_967_500_000;
const actor = { role: 'operator', id: 'op-1' } as const;
/** What files get wrong: a separator that some readers take for the end of a line, half a letter, a NUL. */
export const oddWords = 'Қала: «очередь»\u2028\u2029 \ud83d 🗳 "\\\u0000\r';

/** The n-th reference of words. */
export const refOf = (n: number): string => `sha256:${String(n).padStart(64, '0')}`;

function draft(n: number, payload: EntryDraft['payload']): EntryDraft {
  return { v: 1, entryId: `e-${String(n)}`, commandId: `c-${String(n)}`, actor, payload };
}

/** A log `log` in use with `dispatches` dispatches, of which the second one's words are erased; all words are odd. */
export async function fillStore(store: LogStore, dispatches: number): Promise<void> {
  const opened = { type: 'log.opened', logId: 'log', electionId: 'e', packHash: 'pack', mode: 'rehearsal' } as const;
  await store.openLog('log', [draft(0, opened)], day);
  const drafts = Array.from({ length: dispatches }, (_, index) =>
    draft(index + 1, {
      type: 'dispatch.entered',
      dispatch: {
        ...{ dispatchId: `d-${String(index)}`, area: 'a', at: day, claimant: 'voters', officialResponse: 'notAsked' },
        ...{ textRef: refOf(index), source: oddWords },
      },
    }),
  );
  await store.append('log', 1, drafts, day + 1);
  for (const index of drafts.keys()) await store.putText(refOf(index), `${oddWords}${String(index)}`);
  await store.eraseText(refOf(1));
  await store.putMeta('replay:log', '{"at":1,"rate":60,"running":false}');
}

/** A store in memory with that log, and the log's archive. */
export async function archivedStore(dispatches = 3): Promise<{ store: LogStore; text: string }> {
  const store = new MemoryLogStore();
  await fillStore(store, dispatches);
  return { store, text: await textOf(store, 'log') };
}

/** The whole archive of a log as one text. */
export async function textOf(store: LogStore, logId: string): Promise<string> {
  let text = '';
  for await (const piece of archiveOf(store, logId)) text += piece;
  return text;
}

/** The text in chunks of so many bytes, which cut lines and letters anywhere. */
export async function* inChunks(text: string, size = 7): AsyncGenerator<Uint8Array, void, undefined> {
  const bytes = new TextEncoder().encode(text);
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}
