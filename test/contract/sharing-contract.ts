import type { LogStore, StoreChange } from '@yavka/server/storage/log-store';
import { verifyLog } from '@yavka/server/storage/verify-log';
import { beforeEach, describe, expect, it } from 'vitest';

import { followToEnd } from './follow-to-end.ts';
import { day, noteDraft, noteDrafts, openedDraft } from './log-drafts.ts';
import type { StoreUnderTest } from './store-under-test.ts';

/** Resolves when the store has told of this change. */
function told(store: LogStore, change: StoreChange): Promise<void> {
  return new Promise((resolve) => {
    const stop = store.onChanged((happened) => {
      if (happened !== change) return;
      stop();
      resolve();
    });
  });
}

const token = { tokenHash: 'h1', role: 'operator', label: '', createdAt: day, revokedAt: null };

/** What one node sees of another's hand, where a store can be shared; and of its own. */
export function registerSharingContract(current: () => StoreUnderTest): void {
  let store: LogStore;
  /** The same data through another node where there can be one, else the same store: it is told of its own hand too. */
  let other: LogStore;

  describe('sharing', () => {
    beforeEach(async () => {
      ({ store } = current());
      other = (await current().beside?.()) ?? store;
      await store.openLog('log-a', [openedDraft('log-a')], day);
    });

    it('[LOG-31] tells every node when another log is in use, and when a token is put or revoked', async () => {
      for (const node of new Set([store, other])) {
        const swapped = told(node, 'currentLog');
        const logId = `log-of-${node === store ? 'one' : 'two'}`;
        await store.openLog(logId, [openedDraft(logId)], day, { inUse: false });
        await store.useLog(logId);
        await swapped;
        expect((await node.currentLog())?.logId).toBe(logId);

        const issued = told(node, 'tokens');
        await store.tokens.put({ ...token, tokenHash: logId });
        await issued;
        expect((await node.tokens.find(logId))?.revokedAt).toBeNull();

        const revoked = told(node, 'tokens');
        await store.tokens.revoke(logId, day + 1);
        await revoked;
        expect((await node.tokens.find(logId))?.revokedAt).toBe(day + 1);
      }
    });

    it('[LOG-31] tells nobody any more who has stopped listening', async () => {
      const heard: StoreChange[] = [];
      const stop = store.onChanged((change) => heard.push(change));
      const last = told(store, 'tokens');
      stop();
      await store.tokens.put(token);
      await last;
      expect(heard).toEqual([]);
    });

    it('[LOG-31] has one time for all its nodes', async () => {
      const times: number[] = [];
      for (const node of [store, other, store]) times.push(await node.storeTime());
      expect(times.every(Number.isSafeInteger)).toBe(true);
      expect(times).toEqual(times.toSorted((a, b) => a - b));
    });

    it('[LOG-10][LOG-13] lets one of several nodes win each place, and each follows all of it', async () => {
      const rounds = 40;
      const end = 1 + rounds * 2;
      const followers = [store, other].map((node) => followToEnd(node, 'log-a', 0, end));
      const write = async (node: LogStore, name: string): Promise<number> => {
        let moved = 0;
        let { seq } = await node.headOf('log-a');
        for (let round = 0; round < rounds;) {
          const result = await node.append('log-a', seq, [noteDraft(`${name}-${String(round)}`)], day);
          seq = result.ok ? seq + 1 : result.head.seq;
          if (result.ok) round += 1;
          else moved += 1;
        }
        return moved;
      };
      await Promise.all([write(store, 'one'), write(other, 'two')]);
      const [one, two] = await Promise.all(followers.map(({ entries }) => entries));
      expect(one?.map(({ seq }) => seq)).toEqual(Array.from({ length: end }, (_, index) => index + 1));
      expect(two).toEqual(one);
      expect(await verifyLog(other, 'log-a')).toMatchObject({ entries: end, problem: null });
      for (const follower of followers) follower.stop();
    });

    it('[LOG-12] answers a command that another node wrote with its seq', async () => {
      await other.append('log-a', 1, [noteDraft('e1', 'c-1')], day);
      expect(await store.append('log-a', 1, [noteDraft('e2', 'c-1')], day)).toMatchObject({ reason: 'headMoved' });
      expect(await store.append('log-a', 2, [noteDraft('e2', 'c-1')], day)).toMatchObject({
        ...{ reason: 'commandRepeated', seq: 2 },
      });
      expect(await store.seqOfCommand('log-a', 'c-1')).toBe(2);
    });

    it('[LOG-13] tells the followers on every node that a log was dropped', async () => {
      const followed = followToEnd(other, 'log-a', 0, 3);
      await store.append('log-a', 1, noteDrafts(1, 1), day);
      await store.openLog('log-b', [openedDraft('log-b')], day);
      await store.dropLog('log-a');
      await expect(followed.entries).rejects.toMatchObject({ name: 'StoreRefused', reason: 'unknownLog' });
      // Its id may be used anew, whatever a node still believes of the old one's head.
      await store.openLog('log-a', [openedDraft('log-a')], day + 5);
      expect((await other.append('log-a', 1, noteDrafts(1, 1), day)).ok).toBe(true);
      expect((await verifyLog(store, 'log-a')).problem).toBeNull();
    });
  });
}
