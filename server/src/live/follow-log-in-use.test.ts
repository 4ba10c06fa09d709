import type { Actor } from '@yavka/shared/log/entry';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { liveClock } from '../clock/election-clock.ts';
import { loadPack } from '../packs/load-pack.ts';
import { MemoryLogStore } from '../storage/memory-log-store.ts';
import { StoreUnavailable } from '../storage/store-unavailable.ts';
import { electionHost } from './election-host.ts';
import { openSession } from './election-session.ts';
import { followLogInUse } from './follow-log-in-use.ts';

const actor: Actor = { role: 'system', id: 'test' };

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A node that serves `log-1` of a store that others use too. */
async function servingNode() {
  const { resolved } = await loadPack('test-two-zones');
  const store = new MemoryLogStore();
  const openLog = async (logId: string): Promise<void> => {
    const { id: electionId } = resolved.pack;
    const payload = { type: 'log.opened', logId, electionId, packHash: resolved.packHash, mode: 'live' } as const;
    await store.openLog(logId, [{ v: 1, entryId: 'e', commandId: 'open', actor, payload }], 1);
  };
  await openLog('log-1');
  const parse = () => {
    throw new Error('no text is read here');
  };
  const sessionOn = (logId: string) =>
    openSession({
      ...{ logId, headSeq: 1, store, resolved, parse, clock: liveClock(() => 1) },
      onStoreError: () => undefined,
    });
  const host = electionHost(await sessionOn('log-1'));
  const node = { failing: 0, foreign: false, errors: [] as unknown[], opened: [] as string[] };
  const logInUse = followLogInUse({
    ...{ host, store, onError: (error: unknown) => node.errors.push(error) },
    onLogInUseChanged: (listener) => store.onChanged(listener),
    open: async ({ logId }) => {
      if (node.failing > 0) {
        node.failing -= 1;
        throw new StoreUnavailable('away');
      }
      node.opened.push(logId);
      return node.foreign ? null : sessionOn(logId);
    },
  });
  return { ...{ store, host, logInUse, node, openLog, sessionOn }, settle: () => vi.advanceTimersByTimeAsync(0) };
}

describe('serving the log that the store has in use', () => {
  it('[NODE-2] serves another log that somebody has put in use, and is not level until then', async () => {
    const { host, openLog, logInUse, settle, store } = await servingNode();
    const opening = openLog('log-2');
    await opening;
    expect(logInUse.isServed()).toBe(false);
    await settle();
    expect([host.current().logId, logInUse.isServed()]).toEqual(['log-2', true]);
    await store.useLog('log-1');
    await logInUse.look();
    expect(host.current().logId).toBe('log-1');
    expect(await logInUse.look()).toBe(true);
  });

  it('[NODE-2] takes no log twice that this process swaps by itself', async () => {
    const { host, openLog, node, settle, sessionOn } = await servingNode();
    await host.exclusively(async () => {
      await openLog('log-2');
      await host.swap(await sessionOn('log-2'));
    });
    await settle();
    expect([host.current().logId, node.opened]).toEqual(['log-2', []]);
  });

  it('[NODE-2] asks again until it can be opened, and tells of the failure once', async () => {
    const { host, openLog, logInUse, node } = await servingNode();
    node.failing = 4;
    await openLog('log-2');
    await vi.advanceTimersByTimeAsync(1_600);
    expect([host.current().logId, logInUse.isServed(), node.errors.length]).toEqual(['log-1', false, 1]);
    await vi.advanceTimersByTimeAsync(500);
    expect([host.current().logId, logInUse.isServed(), node.errors.length]).toEqual(['log-2', true, 1]);
  });

  it('[NODE-2] stays with what it serves, and is not level, when the log in use is not to be served here', async () => {
    const { host, openLog, logInUse, node, settle } = await servingNode();
    node.foreign = true;
    await openLog('log-2');
    await settle();
    expect([host.current().logId, logInUse.isServed()]).toEqual(['log-1', false]);
  });
});
