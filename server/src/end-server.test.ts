import { createServer } from 'node:http';

import { afterEach, describe, expect, it, vi } from 'vitest';

import { comeBackIn, endServer, lastAnswersMs } from './end-server.ts';
import { endWithinMs } from './end-on-signals.ts';

afterEach(() => {
  vi.useRealTimers();
});

describe('ending in order', () => {
  it('[RUN-1] answers what was taken, then says goodbye, then closes the door, then the store', async () => {
    const done: string[] = [];
    const step = (name: string) => async (): Promise<void> => {
      await Promise.resolve();
      done.push(name);
    };
    await endServer({
      http: createServer(),
      stopOwnCommands: step('own commands'),
      drained: step('drained'),
      farewell: step('farewell'),
      closeDoor: step('door'),
      closeStore: step('store'),
    });
    expect(done).toEqual(['own commands', 'drained', 'farewell', 'door', 'store']);
  });

  it('[RUN-3] closes the store in time though everything before it hangs', async () => {
    vi.useFakeTimers();
    const never = (): Promise<void> => new Promise(() => undefined);
    let closed = false;
    const ending = endServer({
      http: createServer(),
      stopOwnCommands: never,
      drained: never,
      farewell: () => Promise.reject(new Error('no')),
      closeDoor: never,
      closeStore: async () => void (closed = true),
    });
    await vi.advanceTimersByTimeAsync(4 * lastAnswersMs);
    await ending;
    expect(closed).toBe(true);
    expect(4 * lastAnswersMs).toBeLessThan(endWithinMs);
  });

  it('[RUN-2] spreads those who come back evenly over 250 ms to 2 s', () => {
    const times = Array.from({ length: 5_000 }, (_, index) => comeBackIn(index, 5_000));
    expect([times[0], times.at(-1)]).toEqual([250, 2_000]);
    const perTenth = times.reduce((count, ms) => {
      const tenth = Math.floor(ms / 100);
      return count.set(tenth, (count.get(tenth) ?? 0) + 1);
    }, new Map<number, number>());
    const busiest = Math.max(...perTenth.values());
    expect(busiest).toBeLessThan(300);
    expect(comeBackIn(0, 1)).toBe(250);
  });
});
