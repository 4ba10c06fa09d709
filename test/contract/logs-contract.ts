import type { Entry } from '@yavka/shared/log/entry';
import { verifyLog } from '@yavka/server/storage/verify-log';
import { beforeEach, describe, expect, it } from 'vitest';

import { day, noteDraft, noteDrafts, openedDraft } from './log-drafts.ts';
import type { StoreUnderTest } from './store-under-test.ts';

/** Logs: opening, building beside, swapping, dropping, reading. */
export function registerLogsContract(current: () => StoreUnderTest): void {
  let store: StoreUnderTest['store'];
  beforeEach(() => {
    ({ store } = current());
  });
  const opened = (logId = 'log-a'): Promise<Entry[]> => store.openLog(logId, [openedDraft(logId)], day);

  describe('logs', () => {
    it('[LOG-14] has no log in use until one is opened, and opens one only with its own log.opened', async () => {
      expect(await store.currentLog()).toBeNull();
      for (const drafts of [[], [noteDraft('e1')], [openedDraft('log-b')]]) {
        await expect(store.openLog('log-a', drafts, day)).rejects.toMatchObject({ reason: 'invalidDraft' });
      }
      expect(await store.currentLog()).toBeNull();
      const entries = await store.openLog('log-a', [openedDraft('log-a'), ...noteDrafts(1, 2)], day);
      expect(entries.map(({ seq, recordedAt }) => [seq, recordedAt - day])).toEqual([
        [1, 0],
        [2, 0],
        [3, 0],
      ]);
      expect(await store.currentLog()).toMatchObject({ logId: 'log-a', seq: 3, hash: entries[2]?.hash });
      await expect(opened()).rejects.toMatchObject({ name: 'StoreRefused', reason: 'logExists' });
    });

    it('[LOG-15] swaps a log that was built beside the one in use in one step, and drops the old one', async () => {
      await opened('log-a');
      await store.openLog('log-b', [openedDraft('log-b')], day, { inUse: false });
      await store.append('log-b', 1, noteDrafts(1, 4), day);
      expect((await store.currentLog())?.logId).toBe('log-a');
      await expect(store.dropLog('log-a')).rejects.toMatchObject({ reason: 'logInUse' });

      expect(await store.useLog('log-b')).toMatchObject({ logId: 'log-b', seq: 5 });
      expect(await store.currentLog()).toMatchObject({ logId: 'log-b', seq: 5 });
      expect(await store.read('log-a', 0, 10)).toHaveLength(1);
      expect(await store.listLogs()).toEqual(['log-a', 'log-b']);

      const told = new Promise((resolve) => store.follow('log-a', 1, () => undefined, resolve));
      await store.read('log-a', 0, 1);
      await store.dropLog('log-a');
      expect(await told).toMatchObject({ reason: 'unknownLog' });
      expect(await store.listLogs()).toEqual(['log-b']);
      const gone = await Promise.allSettled([
        store.read('log-a', 0, 10),
        store.append('log-a', 1, noteDrafts(1, 1), day),
        store.seqOfCommand('log-a', 'c-1'),
        store.headOf('log-a'),
        store.useLog('log-a'),
        store.dropLog('log-a'),
      ]);
      for (const settled of gone) {
        expect(settled).toMatchObject({ reason: { name: 'StoreRefused', reason: 'unknownLog' } });
      }
      // Its id, its entries' ids and its commands are free again.
      expect(await opened('log-a')).toHaveLength(1);
    });

    it('[LOG-15] refuses to open a log in the place of another than the caller believed in use', async () => {
      const open = (logId: string, expectedCurrent: string | null): Promise<Entry[]> =>
        store.openLog(logId, [openedDraft(logId)], day, { expectedCurrent });
      const starts = await Promise.allSettled([open('log-a', null), open('log-b', null)]);
      expect(starts.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
      await expect(open('log-b', null)).rejects.toMatchObject({ reason: 'currentMoved' });
      expect(await open('log-b', 'log-a')).toHaveLength(1);
    });

    it('[LOG-16] keeps the same ids apart in two logs', async () => {
      await opened('log-a');
      await store.append('log-a', 1, noteDrafts(1, 2), day);
      await opened('log-b');
      await store.append('log-b', 1, noteDrafts(2, 1), day + 5);
      expect(await store.seqOfCommand('log-a', 'c-e2')).toBe(3);
      expect(await store.seqOfCommand('log-b', 'c-e2')).toBe(2);
      expect((await verifyLog(store, 'log-a')).problem).toBeNull();
      expect((await verifyLog(store, 'log-b')).problem).toBeNull();
    });

    it('[LOG-17] reads in pages from any place', async () => {
      await opened();
      await store.append('log-a', 1, noteDrafts(1, 9), day);
      const seqs = async (afterSeq: number, limit: number): Promise<number[]> =>
        (await store.read('log-a', afterSeq, limit)).map(({ seq }) => seq);
      expect(await seqs(0, 3)).toEqual([1, 2, 3]);
      expect(await seqs(3, 3)).toEqual([4, 5, 6]);
      expect(await seqs(8, 3)).toEqual([9, 10]);
      expect(await seqs(10, 3)).toEqual([]);
      expect(await store.readStored('log-a', 3, 3)).toEqual(await store.read('log-a', 3, 3));
    });

    it('[LOG-11] gives out what a later change of the draft cannot touch', async () => {
      await opened();
      const draft = noteDraft('e1');
      await store.append('log-a', 1, [draft], day);
      Object.assign(draft.payload, { reason: 'forged' });
      const [read] = await store.read('log-a', 1, 1);
      expect(read?.payload).toMatchObject({ reason: 'asked for' });
      expect((await verifyLog(store, 'log-a')).problem).toBeNull();
    });
  });
}
