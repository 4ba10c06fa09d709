import type { Entry, EntryDraft } from '@yavka/shared/log/entry';
import { firstBrokenSeq, genesisHash } from '@yavka/shared/log/seal';
import { beforeEach, describe, expect, it } from 'vitest';

import { day, noteDraft, noteDrafts, openedDraft } from './log-drafts.ts';
import type { StoreUnderTest } from './store-under-test.ts';

/** Writing: the expected head, all or nothing, commands written once. */
export function registerAppendingContract(current: () => StoreUnderTest): void {
  let store: StoreUnderTest['store'];
  beforeEach(() => {
    ({ store } = current());
  });
  const opened = (logId = 'log-a'): Promise<Entry[]> => store.openLog(logId, [openedDraft(logId)], day);

  describe('appending', () => {
    it('[LOG-10] refuses an append at another head than the log’s, and says where the head is', async () => {
      const [first] = await opened();
      for (const wrong of [0, 2, -1]) {
        expect(await store.append('log-a', wrong, noteDrafts(1, 2), day)).toEqual({
          ok: false,
          reason: 'headMoved',
          head: { logId: 'log-a', seq: 1, hash: first?.hash, recordedAt: day },
        });
      }
      expect(await store.read('log-a', 0, 10)).toEqual([first]);
    });

    it('[LOG-10] lets exactly one of many appends at the same head win', async () => {
      await opened();
      const results = await Promise.all(
        Array.from({ length: 12 }, (_, index) => store.append('log-a', 1, noteDrafts(index * 2, 2), day)),
      );
      const won = results.filter((result) => result.ok);
      expect(won).toHaveLength(1);
      expect((await store.read('log-a', 1, 100)).map(({ entryId }) => entryId)).toEqual(
        won[0]?.ok === true ? won[0].entries.map(({ entryId }) => entryId) : [],
      );
      expect((await store.currentLog())?.seq).toBe(3);
    });

    it('[LOG-1][LOG-3] numbers and chains entries over many batches, and gives back what was written', async () => {
      const written = await opened();
      for (const count of [1, 3, 2]) {
        const result = await store.append('log-a', written.length, noteDrafts(written.length, count), day);
        if (result.ok) written.push(...result.entries);
      }
      expect(written.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7]);
      expect(firstBrokenSeq({ seq: 0, hash: genesisHash }, written)).toBeNull();
      expect(await store.read('log-a', 0, 100)).toEqual(written);
      expect(await store.currentLog()).toEqual(await store.headOf('log-a'));
      expect((await store.headOf('log-a')).hash).toBe(written.at(-1)?.hash);
    });

    it('[LOG-1] takes appends sent one behind the other without waiting, in the order they were sent', async () => {
      await opened();
      const results = await Promise.all(
        Array.from({ length: 40 }, (_, index) => store.append('log-a', index + 1, [noteDraft(`e${index}`)], day)),
      );
      expect(results.filter((result) => result.ok)).toHaveLength(40);
      expect((await store.read('log-a', 1, 100)).map(({ entryId }) => entryId)).toEqual(
        Array.from({ length: 40 }, (_, index) => `e${index}`),
      );
    });

    it('[LOG-2] never lets recordedAt run back, whatever the clock says', async () => {
      await opened();
      await store.append('log-a', 1, noteDrafts(1, 1), day + 60_000);
      await store.append('log-a', 2, noteDrafts(2, 1), day - 3_600_000);
      await store.append('log-a', 3, noteDrafts(3, 1), day + 60_001);
      const times = (await store.read('log-a', 0, 10)).map(({ recordedAt }) => recordedAt - day);
      expect(times).toEqual([0, 60_000, 60_000, 60_001]);
    });

    it('[LOG-11] writes all of a batch or nothing of it', async () => {
      await opened();
      const misshaped = { ...noteDraft('e3'), payload: { type: 'something.else' } } as unknown as EntryDraft;
      for (const bad of [
        [...noteDrafts(1, 2), misshaped],
        [...noteDrafts(1, 2), noteDraft('e1')],
        [noteDraft('e1', 'c-1'), noteDraft('e2', 'c-2'), noteDraft('e3', 'c-1')],
        [],
      ]) {
        await expect(store.append('log-a', 1, bad, day)).rejects.toMatchObject({ reason: 'invalidDraft' });
      }
      expect(await store.read('log-a', 1, 10)).toEqual([]);
      expect(await store.seqOfCommand('log-a', 'c-e1')).toBeNull();
      expect((await store.append('log-a', 1, noteDrafts(1, 2), day)).ok).toBe(true);
      await expect(store.append('log-a', 3, [noteDraft('e1', 'another')], day)).rejects.toMatchObject({
        reason: 'invalidDraft',
      });
    });

    it('[LOG-11] judges each of several queued appends by itself: a refused one takes no other with it', async () => {
      await opened();
      const settled = await Promise.allSettled([
        store.append('log-a', 1, noteDrafts(1, 1), day),
        store.append('log-a', 1, noteDrafts(2, 1), day),
        store.append('nowhere', 0, noteDrafts(3, 1), day),
        store.append('log-a', 2, [noteDraft('e1', 'same-entry-id')], day),
        store.append('log-a', 2, noteDrafts(4, 1), day),
      ]);
      expect(settled.map((one) => (one.status === 'fulfilled' ? one.value.ok : 'rejected'))).toEqual([
        true,
        false,
        'rejected',
        'rejected',
        true,
      ]);
      expect((await store.read('log-a', 1, 10)).map(({ entryId }) => entryId)).toEqual(['e1', 'e4']);
    });
  });

  describe('commands', () => {
    it('[LOG-12] knows the first seq of every command, also of several in one batch', async () => {
      await opened();
      await store.append(
        'log-a',
        1,
        [noteDraft('e1', 'c-1'), noteDraft('e2', 'c-1'), noteDraft('e3', 'c-2'), noteDraft('e4', 'c-3')],
        day,
      );
      expect(await store.seqOfCommand('log-a', 'c-opened-log-a')).toBe(1);
      expect(await Promise.all(['c-1', 'c-2', 'c-3', 'c-4'].map((id) => store.seqOfCommand('log-a', id)))).toEqual([
        2,
        4,
        5,
        null,
      ]);
    });

    it('[LOG-12] writes nothing for a command that the log has, and answers with its first seq', async () => {
      await opened();
      await store.append('log-a', 1, [noteDraft('e1', 'c-1')], day);
      const repeat = await store.append('log-a', 2, [noteDraft('e2', 'c-2'), noteDraft('e3', 'c-1')], day);
      expect(repeat).toMatchObject({ ok: false, reason: 'commandRepeated', commandId: 'c-1', seq: 2 });
      expect(await store.seqOfCommand('log-a', 'c-2')).toBeNull();
      expect((await store.headOf('log-a')).seq).toBe(2);
    });

    it('[LOG-12] says headMoved and not commandRepeated to who has not seen the head', async () => {
      await opened();
      await store.append('log-a', 1, [noteDraft('e1', 'c-1')], day);
      expect(await store.append('log-a', 1, [noteDraft('e2', 'c-1')], day)).toMatchObject({ reason: 'headMoved' });
    });
  });
}
