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
    answered: () => told.push('answered'),
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
    expect(told.splice(0)).toEqual(['answered', 'appended', 'answered']);
    away(true);
    await expect(store.getMeta('x')).rejects.toThrow('its cable is out');
    expect(told.splice(0)).toEqual(['getMeta failed']);
    away(false);
    expect(await store.getMeta('x')).toBeNull();
    expect(await store.tokens.find('nobody')).toBeNull();
    expect(told.splice(0)).toEqual(['answered', 'answered']);
    await expect(store.read('no such log', 0, 1)).rejects.toThrow();
    expect(told.splice(0)).toEqual(['answered']);
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
  it('[RUN-5] is told once when it goes away and once when it is back, however often it is asked', () => {
    const lines: string[] = [];
    const logger = buildLogger('info', { write: (line) => lines.push(line) });
    let elapsed = 1_000;
    const presence = storePresence(logger, () => elapsed);
    presence.answered();
    for (let asked = 0; asked < 50; asked += 1) presence.failed(new StoreUnavailable('no route'));
    expect(presence.isAway()).toBe(true);
    elapsed += 4_000;
    presence.answered();
    presence.answered();
    expect(presence.isAway()).toBe(false);
    expect(lines.map((line) => JSON.parse(line) as object)).toMatchObject([
      { level: 'error', msg: 'the store is away', err: { message: 'the store is unavailable: no route' } },
      { level: 'warn', msg: 'the store is back', awayMs: 4_000 },
    ]);
  });
});
