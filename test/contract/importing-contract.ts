import type { Entry } from '@yavka/shared/log/entry';
import { genesisHash, sealEntries } from '@yavka/shared/log/seal';
import type { WrittenLog } from '@yavka/server/storage/log-store';
import { verifyLog } from '@yavka/server/storage/verify-log';
import { beforeEach, describe, expect, it } from 'vitest';

import { day, noteDraft, noteDrafts, openedDraft, words } from './log-drafts.ts';
import type { StoreUnderTest } from './store-under-test.ts';

/** Taking a log in that was written elsewhere. */
export function registerImportingContract(current: () => StoreUnderTest): void {
  let store: StoreUnderTest['store'];
  beforeEach(() => {
    ({ store } = current());
  });
  const sealed = (logId: string, count: number): Entry[] =>
    sealEntries(
      { seq: 0, hash: genesisHash, recordedAt: 0 },
      [openedDraft(logId), ...noteDrafts(1, count), noteDraft('twin-1', 'c-twin'), noteDraft('twin-2', 'c-twin')],
      day,
    );
  const written = (logId: string, entries: readonly Entry[]): WrittenLog => ({
    logId,
    entries: entries.map((entry) => JSON.stringify(entry)),
    texts: [
      { ref: 'sha256:one', words },
      { ref: 'sha256:two', words: null },
    ],
    settings: [{ key: `replay:${logId}`, value: '{"at":1}' }],
  });

  describe('importing a log', () => {
    it('[ARC-8] keeps every entry as the text it was, with its commands, words, erasures and settings', async () => {
      const entries = sealed('log-a', 1_203);
      const log = written('log-a', entries);
      const last = entries.at(-1);
      expect(await store.importLog(log)).toEqual({
        ...{ logId: 'log-a', seq: entries.length, hash: last?.hash, recordedAt: last?.recordedAt },
      });
      expect((await store.currentLog())?.logId).toBe('log-a');
      const stored = await store.readStored('log-a', 0, 5_000);
      expect(stored.map((raw) => JSON.stringify(raw))).toEqual(log.entries);
      expect(await verifyLog(store, 'log-a')).toMatchObject({ entries: entries.length, problem: null });
      expect(await store.seqOfCommand('log-a', 'c-twin')).toBe(1_205);
      expect(await store.getText('sha256:one')).toBe(words);
      await store.putText('sha256:two', words);
      expect(await store.getText('sha256:two')).toBeNull();
      expect(await store.getMeta('replay:log-a')).toBe('{"at":1}');
      expect(await store.append('log-a', entries.length, noteDrafts(9_000, 1), day)).toMatchObject({ ok: true });
      const again = await store.append('log-a', entries.length + 1, [noteDraft('e', 'c-e7')], day);
      expect(again).toMatchObject({ reason: 'commandRepeated', seq: 8 });
    });

    it('[ARC-8] keeps it beside the one in use when told so, and nothing of one it refuses', async () => {
      await store.openLog('mine', [openedDraft('mine')], day);
      const log = written('log-a', sealed('log-a', 2));
      await expect(store.importLog(log, { expectedCurrent: null })).rejects.toMatchObject({ reason: 'currentMoved' });
      await expect(store.importLog({ ...log, logId: 'mine' })).rejects.toMatchObject({ name: 'StoreRefused' });
      await expect(store.importLog({ ...log, entries: log.entries.slice(1) })).rejects.toMatchObject({
        reason: 'invalidDraft',
      });
      const twice = [...sealed('log-a', 2), ...sealed('log-a', 2).slice(1)].map((entry, index) => ({
        ...{ ...entry, seq: index + 1 },
      }));
      await expect(store.importLog(written('log-a', twice))).rejects.toMatchObject({ name: 'StoreRefused' });
      expect([await store.listLogs(), await store.getText('sha256:one')]).toEqual([['mine'], null]);
      await store.importLog(log, { inUse: false, expectedCurrent: 'mine' });
      expect(await store.listLogs()).toEqual(['log-a', 'mine']);
      expect((await store.currentLog())?.logId).toBe('mine');
      await expect(store.importLog(log)).rejects.toMatchObject({ reason: 'logExists' });
    });
  });
}
