import type { Entry, EntryDraft } from '@yavka/shared/log/entry';
import { genesisHash, sealEntries } from '@yavka/shared/log/seal';
import { describe, expect, it } from 'vitest';

import { MemoryLogStore } from './memory-log-store.ts';
import { verifyLog } from './verify-log.ts';

const opened: EntryDraft = {
  v: 1,
  entryId: 'opened',
  commandId: 'c-opened',
  actor: { role: 'system', id: 'server' },
  payload: { type: 'log.opened', logId: 'log', electionId: 'election', packHash: 'hash', mode: 'rehearsal' },
};
const note = (id: string, commandId = `c-${id}`): EntryDraft => ({
  v: 1,
  entryId: id,
  commandId,
  actor: { role: 'operator', id: 'op' },
  payload: { type: 'dispatch.textErased', dispatchId: 'd', reason: 'asked for' },
});

/** A store of 1 200 entries, three to a command, whose entries are told otherwise when they are read. */
async function storeTelling(change: (entries: Entry[]) => unknown[]): Promise<MemoryLogStore> {
  const store = new MemoryLogStore();
  const notes = Array.from({ length: 1_199 }, (_, index) => note(`e${index}`, `c-${Math.floor(index / 3)}`));
  await store.openLog('log', [opened, ...notes], 1_000);
  const told = change(await store.read('log', 0, 2_000));
  store.readStored = async (_logId, afterSeq, limit) => told.slice(afterSeq, afterSeq + limit);
  return store;
}
const change = (seq: number, into: (entry: Entry) => unknown) => (entries: Entry[]) =>
  entries.map((entry) => (entry.seq === seq ? into(entry) : entry));
const sealed = (drafts: EntryDraft[]): Entry[] =>
  sealEntries({ seq: 0, hash: genesisHash, recordedAt: 0 }, drafts, 1_000);

describe('verifying a log', () => {
  it('[LOG-25] finds a log true from its first entry to its head', async () => {
    const store = await storeTelling((entries) => entries);
    const head = await store.headOf('log');
    expect(await verifyLog(store, 'log')).toEqual({
      entries: 1_200,
      headHash: head.hash,
      brokenSeq: null,
      problem: null,
      detail: null,
    });
  });

  it.each([
    ['hashBroken', 700, change(700, (entry) => ({ ...entry, actor: { role: 'admin', id: 'op' } }))],
    ['hashBroken', 3, change(3, (entry) => ({ ...entry, payload: { ...entry.payload, reason: 'forged' } }))],
    ['outOfPlace', 600, (entries: Entry[]) => entries.filter(({ seq }) => seq !== 600)],
    ['unreadable', 9, change(9, () => ({ seq: 9 }))],
    ['unreadable', 10, change(10, () => null)],
    ['headDiffers', 1_200, (entries: Entry[]) => entries.slice(0, -1)],
    ['headDiffers', 501, (entries: Entry[]) => entries.slice(0, 500)],
    ['notOpened', 1, () => sealed([note('a')])],
    ['openedAgain', 2, () => sealed([opened, { ...opened, entryId: 'again', commandId: 'c-again' }])],
    ['commandRepeated', 4, () => sealed([opened, note('a', 'c-0'), note('b', 'c-1'), note('c', 'c-0')])],
    ['commandRepeated', 2, () => sealed([opened, note('a', 'c-never-kept')])],
    [
      'headDiffers',
      1_200,
      (entries: Entry[]) =>
        sealed(
          entries.map((entry, index) => ({ ...entry, actor: { role: 'system', id: index > 1_100 ? 'x' : 'op' } })),
        ),
    ],
  ] as const)('[LOG-25] says %s at %i', async (problem, brokenSeq, into) => {
    const store = await storeTelling(into);
    const found = await verifyLog(store, 'log');
    expect(found).toMatchObject({ problem, brokenSeq });
    expect(found.entries).toBeLessThan(brokenSeq);
  });

  it('[LOG-25] says timeRanBack although the chain is true', async () => {
    const [first] = sealEntries({ seq: 0, hash: genesisHash, recordedAt: 0 }, [opened], 5_000);
    const rest = sealEntries({ seq: 1, hash: first?.hash ?? '', recordedAt: 0 }, [note('a', 'c-0')], 4_000);
    const store = await storeTelling(() => [first, ...rest]);
    expect(await verifyLog(store, 'log')).toMatchObject({ problem: 'timeRanBack', brokenSeq: 2 });
  });

  it('[LOG-25] refuses a log that the store does not have', async () => {
    await expect(verifyLog(new MemoryLogStore(), 'nowhere')).rejects.toMatchObject({ reason: 'unknownLog' });
  });
});
