import type { Entry } from '@yavka/shared/log/entry';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { liveClock } from '../clock/election-clock.ts';
import { loadPack } from '../packs/load-pack.ts';
import type { LogStore } from '../storage/log-store.ts';
import { MemoryLogStore } from '../storage/memory-log-store.ts';
import { StoreUnavailable } from '../storage/store-unavailable.ts';
import { openSession } from './election-session.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('[NODE-3] is not level with the log from a failure of following until it has caught up again', async () => {
  const { resolved } = await loadPack('test-two-zones');
  const store = new MemoryLogStore();
  const actor = { role: 'system', id: 'test' } as const;
  const { id: electionId } = resolved.pack;
  const opened = { type: 'log.opened', logId: 'log', electionId, packHash: resolved.packHash, mode: 'live' } as const;
  await store.openLog('log', [{ v: 1, entryId: 'e', commandId: 'open', actor, payload: opened }], 1);
  let fail: (error: Error) => void = () => undefined;
  let holdBack = false;
  let deliver: () => void = () => undefined;
  const follow: LogStore['follow'] = (logId, afterSeq, onEntries, onError) => {
    fail = onError;
    const given = (entries: Entry[]): void => {
      if (holdBack) deliver = () => onEntries(entries);
      else onEntries(entries);
    };
    return store.follow(logId, afterSeq, given, onError);
  };
  const following = new Proxy(store, {
    get: (target, name) => {
      if (name === 'follow') return follow;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
  const session = await openSession({
    ...{ logId: 'log', headSeq: 1, store: following, resolved, clock: liveClock(() => 1) },
    parse: () => {
      throw new Error('no text is read here');
    },
    onStoreError: () => undefined,
  });
  expect(session.isFollowing()).toBe(true);

  holdBack = true;
  const payload = { type: 'dispatch.textErased', dispatchId: 'd', reason: 'asked for' } as const;
  await store.append('log', 1, [{ v: 1, entryId: 'e-2', commandId: 'c-2', actor, payload }], 2);
  fail(new StoreUnavailable('away'));
  expect(session.isFollowing()).toBe(false);
  await vi.advanceTimersByTimeAsync(600);
  expect(session.isFollowing()).toBe(false);
  holdBack = false;
  fail(new StoreUnavailable('away again'));
  // What the first try had still to come: it catches up, and yet the second failure stands.
  deliver();
  await vi.advanceTimersByTimeAsync(100);
  expect([session.isFollowing(), session.live.told('desk').state.seq]).toEqual([false, 2]);
  await vi.advanceTimersByTimeAsync(600);
  expect([session.isFollowing(), session.live.told('desk').state.seq]).toEqual([true, 2]);
  await session.close();
});
