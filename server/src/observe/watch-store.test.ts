import { describe, expect, it } from 'vitest';

import { MemoryLogStore } from '../storage/memory-log-store.ts';
import { StoreUnavailable } from '../storage/store-unavailable.ts';
import { buildLogger } from './build-logger.ts';
import { storePresence } from './store-presence.ts';
import { watchStore } from './watch-store.ts';

/** A store that can be put away, as it is seen through the watch. */
function watched() {
  const told: string[] = [];
  let isAway = false;
  class Store extends MemoryLogStore {
    override getMeta(key: string): Promise<string | null> {
      return isAway ? Promise.reject(new StoreUnavailable('its cable is out')) : super.getMeta(key);
    }
  }
  const store = watchStore(new Store(), {
    appended: () => told.push('appended'),
    failed: (call) => told.push(`${call} failed`),
    wrote: () => told.push('wrote'),
  });
  return { store, told, away: (now: boolean) => (isAway = now) };
}

const draft = (entryId: string) => ({
  ...{ v: 1 as const, entryId, commandId: entryId, actor: { role: 'system' as const, id: 's' } },
  payload: { type: 'log.opened' as const, logId: 'log', electionId: 'e', packHash: 'p', mode: 'live' as const },
});

describe('a watched store', () => {
  it('[RUN-7] answers as the store does, and tells of appends, failures and answers', async () => {
    const { store, told, away } = watched();
    await store.openLog('log', [draft('a')], 1);
    expect(await store.append('log', 1, [draft('b')], 2)).toMatchObject({ ok: true });
    expect(told.splice(0)).toEqual(['appended', 'wrote']);
    away(true);
    await expect(store.getMeta('x')).rejects.toThrow('its cable is out');
    expect(told.splice(0)).toEqual(['getMeta failed']);
    away(false);
    expect(await store.getMeta('x')).toBeNull();
    expect(await store.tokens.find('nobody')).toBeNull();
    await expect(store.read('no such log', 0, 1)).rejects.toThrow();
    expect(told.splice(0)).toEqual([]);
    await store.putMeta('x', 'y');
    expect(told.splice(0)).toEqual(['wrote']);
    const entries: number[] = [];
    await new Promise<void>((resolve) => {
      store.follow(
        'log',
        0,
        (followed) => {
          entries.push(...followed.map(({ seq }) => seq));
          resolve();
        },
        () => undefined,
      );
    });
    expect(entries).toEqual([1, 2]);
  });
});

describe('whether the store is there', () => {
  it('[RUN-5] is told once when it goes away and once when it is back, however often it is asked', async () => {
    const lines: string[] = [];
    const logger = buildLogger('info', { write: (line) => lines.push(line) });
    let elapsed = 1_000;
    const tries: (() => void)[] = [];
    let isFull = true;
    const presence = storePresence(logger, {
      elapsed: () => elapsed,
      after: (_, run) => tries.push(run),
      tryWriting: () => (isFull ? Promise.reject(new StoreUnavailable('full')) : Promise.resolve()),
    });
    const tryOnce = async (): Promise<void> => {
      tries.shift()?.();
      for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
    };
    presence.wrote();
    for (let asked = 0; asked < 50; asked += 1) presence.failed(new StoreUnavailable('no route'));
    for (let asked = 0; asked < 5; asked += 1) await tryOnce();
    expect(presence.isAway()).toBe(true);
    elapsed += 4_000;
    isFull = false;
    await tryOnce();
    expect(presence.isAway()).toBe(false);
    expect(tries).toEqual([]);
    presence.wrote();
    expect(lines.map((line) => JSON.parse(line) as object)).toMatchObject([
      { level: 'error', msg: 'the store is away', err: { message: 'the store is unavailable: no route' } },
      { level: 'warn', msg: 'the store is back', awayMs: 4_000 },
    ]);
    // A write of somebody's shows it as well.
    presence.failed(new StoreUnavailable('again'));
    presence.wrote();
    expect(presence.isAway()).toBe(false);
    await tryOnce();
    expect(tries).toEqual([]);
  });
});
