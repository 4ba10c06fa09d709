import type { Entry } from '@yavka/shared/log/entry';
import { verifyLog } from '@yavka/server/storage/verify-log';
import { beforeEach, describe, expect, it } from 'vitest';

import { day, noteDrafts, openedDraft, words } from './log-drafts.ts';
import type { StoreUnderTest } from './store-under-test.ts';

/** What lies beside the log, and what outlives the store. */
export function registerKeepingContract(current: () => StoreUnderTest): void {
  let store: StoreUnderTest['store'];
  beforeEach(() => {
    ({ store } = current());
  });
  const opened = (logId = 'log-a'): Promise<Entry[]> => store.openLog(logId, [openedDraft(logId)], day);

  describe('beside the log', () => {
    it('[LOG-18] erases words for good while the chain stays true', async () => {
      await opened();
      await store.putText('sha256:one', words);
      await store.putText('sha256:two', 'other');
      await store.append('log-a', 1, noteDrafts(1, 2), day);
      expect(await store.getText('sha256:one')).toBe(words);
      expect(await store.getText('sha256:none')).toBeNull();

      await store.eraseText('sha256:one');
      await store.putText('sha256:one', words); // a late repeat of the command that had brought them
      expect(await store.getText('sha256:one')).toBeNull();
      expect(await store.getText('sha256:two')).toBe('other');
      expect(await verifyLog(store, 'log-a')).toMatchObject({ entries: 3, brokenSeq: null, problem: null });
    });

    it('[LOG-18] keeps the first words given under a reference', async () => {
      await store.putText('sha256:one', words);
      await store.putText('sha256:one', 'others');
      expect(await store.getText('sha256:one')).toBe(words);
    });

    it('[LOG-19] keeps tokens by their hash, and the time of the first revocation', async () => {
      const token = { tokenHash: 'h1', role: 'operator', label: 'стол 1', createdAt: day, revokedAt: null };
      await store.tokens.put({ ...token, tokenHash: 'h2', createdAt: day + 1 });
      await store.tokens.put(token);
      expect(await store.tokens.find('h1')).toEqual(token);
      expect(await store.tokens.find('h3')).toBeNull();
      expect(await store.tokens.revoke('h1', day + 7)).toBe(true);
      expect(await store.tokens.revoke('h1', day + 9)).toBe(true);
      expect(await store.tokens.revoke('h3', day + 9)).toBe(false);
      expect((await store.tokens.list()).map(({ tokenHash, revokedAt }) => [tokenHash, revokedAt])).toEqual([
        ['h1', day + 7],
        ['h2', null],
      ]);
    });

    it('[LOG-19] keeps small settings by name', async () => {
      expect(await store.getMeta('replay')).toBeNull();
      await store.putMeta('replay', '{"at":1}');
      await store.putMeta('replay', words.replaceAll('\u0000', ''));
      expect(await store.getMeta('replay')).toBe(words.replaceAll('\u0000', ''));
    });
  });

  describe('a setting that several writers change', () => {
    it('[NODE-1] is put only where it is what the writer believed, so that of several at once one wins', async () => {
      expect(await store.swapMeta('driver', 'nobody', 'a')).toBe(false);
      expect(await store.swapMeta('driver', null, 'a')).toBe(true);
      expect(await store.swapMeta('driver', null, 'b')).toBe(false);
      expect(await store.getMeta('driver')).toBe('a');
      const swaps = ['b', 'c', 'd', 'e'].map((value) => store.swapMeta('driver', 'a', value));
      const won = await Promise.all(swaps);
      expect(won.filter(Boolean)).toHaveLength(1);
      expect(await store.getMeta('driver')).toBe(['b', 'c', 'd', 'e'][won.indexOf(true)]);
      const first = ['x', 'y'].map((value) => store.swapMeta('first', null, value));
      expect((await Promise.all(first)).filter(Boolean)).toHaveLength(1);
    });
  });

  describe('closing', () => {
    it('[LOG-20] finishes what was asked for, then refuses everything as unavailable', async () => {
      await opened();
      const last = store.append('log-a', 1, noteDrafts(1, 2), day);
      const closed = store.close();
      expect((await last).ok).toBe(true);
      await closed;
      await store.close();
      for (const call of [
        () => store.currentLog(),
        () => store.append('log-a', 3, noteDrafts(3, 1), day),
        () => store.getText('x'),
        () => store.tokens.list(),
      ]) {
        await expect(call()).rejects.toMatchObject({ name: 'StoreUnavailable' });
      }
    });

    it('[LOG-20] has everything when it is opened again, where anything outlives it', async () => {
      const before = [...(await opened()), ...(await opened('log-b'))];
      const appended = await store.append('log-b', 1, noteDrafts(1, 30), day + 1);
      if (appended.ok) before.push(...appended.entries);
      await store.putText('sha256:one', words);
      await store.putText('sha256:two', words);
      await store.eraseText('sha256:two');
      await store.tokens.put({ tokenHash: 'h', role: 'admin', label: '', createdAt: day, revokedAt: day + 1 });
      await store.putMeta('k', 'v');
      const head = await store.currentLog();

      const { reopen } = current();
      if (reopen === null) return;
      store = await reopen();
      expect(await store.currentLog()).toEqual(head);
      expect([...(await store.read('log-a', 0, 99)), ...(await store.read('log-b', 0, 99))]).toEqual(before);
      expect(await store.seqOfCommand('log-b', 'c-e30')).toBe(31);
      expect(await store.getText('sha256:one')).toBe(words);
      expect(await store.getText('sha256:two')).toBeNull();
      expect((await store.tokens.find('h'))?.revokedAt).toBe(day + 1);
      expect(await store.getMeta('k')).toBe('v');
      expect(await verifyLog(store, 'log-b')).toMatchObject({ entries: 31, headHash: head?.hash, problem: null });
      expect((await store.append('log-b', 31, noteDrafts(31, 1), day)).ok).toBe(true);
    });
  });
}
