import type { Entry } from '@yavka/shared/log/entry';
import { beforeEach, describe, expect, it } from 'vitest';

import { followToEnd } from './follow-to-end.ts';
import { day, noteDraft, noteDrafts, openedDraft } from './log-drafts.ts';
import type { StoreUnderTest } from './store-under-test.ts';

/** Following: each entry once, in order, history first. */
export function registerFollowingContract(current: () => StoreUnderTest): void {
  let store: StoreUnderTest['store'];
  beforeEach(() => {
    ({ store } = current());
  });
  const opened = (logId = 'log-a'): Promise<Entry[]> => store.openLog(logId, [openedDraft(logId)], day);

  describe('following', () => {
    it('[LOG-13] delivers history first, then what is appended, each entry once and in order', async () => {
      await opened();
      await store.append('log-a', 1, noteDrafts(1, 3), day);
      const followed = followToEnd(store, 'log-a', 1, 7);
      await store.append('log-a', 4, noteDrafts(4, 2), day);
      await store.append('log-a', 6, noteDrafts(6, 1), day);
      expect((await followed.entries).map(({ seq }) => seq)).toEqual([2, 3, 4, 5, 6, 7]);
      followed.stop();
    });

    it('[LOG-13] neither loses nor repeats when appends race with the subscription', async () => {
      await opened();
      const total = 1_300; // more than two pages of history
      await store.append('log-a', 1, noteDrafts(1, 1_100), day);
      const racing: Promise<unknown>[] = [];
      const followers: ReturnType<typeof followToEnd>[] = [];
      for (let seq = 1_101; seq < total; seq += 1) {
        racing.push(store.append('log-a', seq, [noteDraft(`e${seq}`)], day));
        if (seq % 20 === 0) {
          followers.push(followToEnd(store, 'log-a', seq % 3 === 0 ? 0 : 900, total));
          await racing.at(-(seq % 7) - 1);
        }
      }
      await Promise.all(racing);
      expect(followers.length).toBeGreaterThan(5);
      for (const [index, followed] of followers.entries()) {
        const seqs = (await followed.entries).map(({ seq }) => seq);
        const start = seqs[0] ?? 0;
        expect([1, 901], `follower ${index}`).toContain(start);
        expect(seqs).toEqual(Array.from({ length: total - start + 1 }, (_, place) => start + place));
        followed.stop();
      }
    });

    it('[LOG-13] has given followers that are at the head the entries when the append is answered', async () => {
      await opened();
      const seen: number[] = [];
      const caughtUp = followToEnd(store, 'log-a', 0, 1, (entries) => seen.push(...entries.map(({ seq }) => seq)));
      await caughtUp.entries;
      await store.append('log-a', 1, noteDrafts(1, 2), day);
      expect(seen).toEqual([1, 2, 3]);
      caughtUp.stop();
      await store.append('log-a', 3, noteDrafts(3, 1), day);
      expect(seen).toEqual([1, 2, 3]);
    });

    it('[LOG-13] keeps to one log, and never calls back before follow has returned', async () => {
      await opened('log-a');
      let returned = false;
      const followed = followToEnd(store, 'log-a', 0, 2, () => expect(returned).toBe(true));
      returned = true;
      await opened('log-b');
      await store.append('log-b', 1, noteDrafts(1, 2), day);
      await store.append('log-a', 1, noteDrafts(1, 1), day);
      expect((await followed.entries).map(({ entryId }) => entryId)).toEqual(['opened-log-a', 'e1']);
      followed.stop();
    });

    it('[LOG-13] lets a follower that throws go, and the writer go on', async () => {
      await opened();
      const failed = new Promise<Error>((resolve) => {
        store.follow(
          'log-a',
          0,
          () => {
            throw new Error('cannot take it');
          },
          resolve,
        );
      });
      expect((await failed).message).toBe('cannot take it');
      expect((await store.append('log-a', 1, noteDrafts(1, 1), day)).ok).toBe(true);
    });

    it('[LOG-13] tells who follows an unknown log, or a store that closes', async () => {
      await opened();
      const errorOf = (logId: string): Promise<Error> =>
        new Promise((resolve) => store.follow(logId, 0, () => undefined, resolve));
      expect(await errorOf('nowhere')).toMatchObject({ name: 'StoreRefused', reason: 'unknownLog' });
      const closed = errorOf('log-a');
      await store.close();
      expect(await closed).toMatchObject({ name: 'StoreUnavailable' });
    });
  });
}
