import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { storeClock } from './store-clock.ts';

beforeEach(() => vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'setTimeout'] }));
afterEach(() => vi.useRealTimers());

/** A clock on a machine whose counter stands at `counter`, asking a store whose time the test sets. */
async function clockOf(counter: number) {
  const world = { elapsed: counter, store: 1_000_000, away: false, roundTrip: 0 };
  const clock = await storeClock(
    async () => {
      if (world.away) throw new Error('away');
      world.elapsed += world.roundTrip;
      return world.store + world.roundTrip / 2;
    },
    () => world.elapsed,
  );
  /** Lets time pass for the machine and, at its own pace, for the store. */
  const pass = async (ms: number, storeMs = ms): Promise<void> => {
    world.elapsed += ms;
    world.store += storeMs;
    await vi.advanceTimersByTimeAsync(2_000);
  };
  return { world, clock, pass };
}

describe('the clock that keeps the store’s time', () => {
  it('[CLK-3] agrees on machines that count from anywhere, and follows a store whose time runs on', async () => {
    const [one, other] = [await clockOf(5), await clockOf(86_400_000)];
    expect([one.clock.now(), other.clock.now()]).toEqual([1_000_000, 1_000_000]);
    await one.pass(60_000);
    await other.pass(60_000);
    expect([one.clock.now(), other.clock.now()]).toEqual([1_060_000, 1_060_000]);
    one.clock.stop();
    other.clock.stop();
  });

  it('[CLK-3] never runs back: what it is ahead by it loses at half speed', async () => {
    const { clock, pass, world } = await clockOf(0);
    await pass(2_000, -28_000);
    let last = clock.now();
    expect(last).toBe(1_002_000);
    for (let step = 0; step < 70; step += 1) {
      await pass(1_000);
      expect(clock.now() - last).toBeGreaterThanOrEqual(499);
      last = clock.now();
    }
    expect(clock.now()).toBe(world.store);
    clock.stop();
  });

  it('[CLK-3] gains a little bit by bit, and a lot at once', async () => {
    const { clock, pass, world } = await clockOf(0);
    await pass(2_000, 2_400);
    expect(clock.now()).toBe(1_002_000);
    await pass(1_000);
    expect(clock.now()).toBe(1_003_100);
    await pass(5_000);
    expect(clock.now()).toBe(world.store);
    await pass(2_000, 32_000);
    expect(clock.now()).toBe(world.store);
    clock.stop();
  });

  it('[CLK-3] takes no difference for one that the way to the store explains', async () => {
    const { clock, pass, world } = await clockOf(0);
    world.roundTrip = 400;
    await pass(2_000, 2_150);
    expect(clock.now()).toBe(1_000_000 + world.elapsed);
    clock.stop();
  });

  it('[CLK-3] goes on at the last offset while the store is away, and says that it does not answer', async () => {
    const { clock, pass, world } = await clockOf(0);
    world.away = true;
    await pass(9_000);
    expect([clock.now(), clock.isAnswering()]).toEqual([1_009_000, true]);
    await pass(9_000);
    expect([clock.now(), clock.isAnswering()]).toEqual([1_018_000, false]);
    world.away = false;
    await pass(2_000);
    expect([clock.now(), clock.isAnswering()]).toEqual([1_020_000, true]);
    clock.stop();
  });

  it('[CLK-3] does not begin without the store', async () => {
    await expect(storeClock(() => Promise.reject(new Error('away')))).rejects.toThrow('away');
  });
});
