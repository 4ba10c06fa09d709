import type { ElectionClock, Pointer } from '@yavka/shared/protocol/wire';
import { PROTOCOL_VERSION } from '@yavka/shared/protocol/wire';
import { describe, expect, it } from 'vitest';

import { followPointer } from './follow-pointer.ts';
import { readPointer } from './read-pointer.ts';

const standing = (at: number): ElectionClock => ({ at, rate: 1, running: true });
const pointerAt = (seq: number, at: number, logId = 'log'): Pointer => ({
  ...{ protocolVersion: PROTOCOL_VERSION, logId, seq, clock: standing(at) },
  ...{ snapshot: `/s/${logId}/${String(seq)}`, election: '/e' },
});

/** A page whose time and server a test moves by hand. */
function open(begun = { logId: 'log', seq: 5, changesAt: null as number | null }) {
  let elapsed = 0;
  let isSeen = true;
  let answer: () => Promise<Pointer> = () => Promise.resolve(pointerAt(5, 1_000 + elapsed));
  let timer: { at: number; run: () => void } | null = null;
  let asked = 0;
  let others = 0;
  let canRenew = true;
  let changesAt: number | null = null;
  const renewed: { seq: number; now: number }[] = [];
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  };
  const follower = followPointer(
    {
      readPointer: async () => {
        asked += 1;
        return readPointer(await answer(), PROTOCOL_VERSION);
      },
      after: (ms, run) => {
        const own = { at: elapsed + ms, run };
        timer = own;
        return () => {
          if (timer === own) timer = null;
        };
      },
      elapsed: () => elapsed,
      jitterMs: (least) => least,
      isSeen: () => isSeen,
      renew: async ({ logId, seq }, now) => {
        if (!canRenew) throw new Error('not found');
        renewed.push({ seq, now });
        return { logId, seq, changesAt };
      },
      onOtherVersion: () => (others += 1),
    },
    begun,
  );
  const passes = async (ms: number): Promise<void> => {
    const end = elapsed + ms;
    await settle();
    while (timer !== null && timer.at <= end) {
      const due = timer;
      timer = null;
      elapsed = due.at;
      due.run();
      await settle();
    }
    elapsed = end;
  };
  return {
    passes,
    follower,
    renewed,
    asked: () => asked,
    others: () => others,
    answers: (next: () => Promise<Pointer>) => (answer = next),
    hides: () => (isSeen = false),
    shows: () => ((isSeen = true), follower.seen()),
    keepsFromRenewing: (keeps: boolean) => (canRenew = !keeps),
    changesNextAt: (at: number) => (changesAt = at),
    elapsed: () => elapsed,
  };
}

describe('following the pointer', () => {
  it('[EMB-10] asks at once and then every two seconds, and fetches nothing while nothing has moved', async () => {
    const page = open();
    await page.passes(60_000);
    expect(page.asked()).toBe(31);
    expect(page.renewed).toEqual([]);
  });

  it('[EMB-10] a newer place is shown once; an older one, as another cache may have it, is not', async () => {
    const page = open();
    page.answers(() => Promise.resolve(pointerAt(9, 1_000 + page.elapsed())));
    await page.passes(10_000);
    page.answers(() => Promise.resolve(pointerAt(7, 1_000 + page.elapsed())));
    await page.passes(10_000);
    expect(page.renewed.map(({ seq }) => seq)).toEqual([9]);
    page.answers(() => Promise.resolve(pointerAt(2, 1_000 + page.elapsed(), 'another')));
    await page.passes(4_000);
    expect(page.renewed.map(({ seq }) => seq)).toEqual([9, 2]);
  });

  it('[EMB-10] asks seldom while nobody looks, and at once when somebody does again', async () => {
    const page = open();
    await page.passes(0);
    page.hides();
    await page.passes(2_000);
    const before = page.asked();
    await page.passes(60_000);
    expect(page.asked() - before).toBe(2);
    await page.passes(5_000);
    page.shows();
    await page.passes(0);
    expect(page.asked() - before).toBe(3);
    page.shows();
    await page.passes(0);
    expect(page.asked() - before).toBe(3);
  });

  it('[EMB-10] asks ever more slowly while nobody answers, at most once a minute, and as before once somebody does', async () => {
    const page = open();
    page.answers(() => Promise.reject(new Error('gone')));
    await page.passes(124_000);
    // Answered at 0, then asked at 2, 6, 14, 30, 62 and 122 s.
    expect(page.asked()).toBe(7);
    await page.passes(600_000);
    expect(page.asked()).toBe(17);
    page.answers(() => Promise.resolve(pointerAt(5, 1_000)));
    await page.passes(60_000);
    const before = page.asked();
    await page.passes(20_000);
    expect(page.asked() - before).toBe(10);
  });

  it('[EMB-10] what the pointer names and is not there yet is asked for again', async () => {
    const page = open();
    page.answers(() => Promise.resolve(pointerAt(6, 1_000 + page.elapsed())));
    page.keepsFromRenewing(true);
    await page.passes(5_000);
    expect(page.renewed).toEqual([]);
    page.keepsFromRenewing(false);
    await page.passes(10_000);
    expect(page.renewed.map(({ seq }) => seq)).toEqual([6]);
  });

  it('[EMB-8] when the clock changes the picture it is drawn anew though nothing was said', async () => {
    const page = open({ logId: 'log', seq: 5, changesAt: 31_000 });
    page.changesNextAt(90_000);
    await page.passes(29_000);
    expect(page.renewed).toEqual([]);
    await page.passes(2_000);
    expect(page.renewed).toHaveLength(1);
    expect(page.renewed[0]?.now).toBeGreaterThanOrEqual(31_000);
    await page.passes(40_000);
    expect(page.renewed).toHaveLength(1);
  });

  it('[EMB-11] a copy that a cache serves for hours neither stops the clock nor sets it back', async () => {
    const page = open({ logId: 'log', seq: 5, changesAt: 61_000 });
    const old = pointerAt(5, 1_000);
    page.answers(() => Promise.resolve(old));
    await page.passes(61_000);
    expect(page.renewed.map(({ now }) => now)).toEqual([61_000]);
    page.answers(() => Promise.resolve(pointerAt(6, 500)));
    await page.passes(2_000);
    expect(page.renewed.at(-1)?.now).toBeGreaterThanOrEqual(62_000);
  });

  it('[EMB-12] a server of another protocol is asked no more: a new page is needed', async () => {
    const page = open();
    page.answers(() => Promise.resolve({ ...pointerAt(6, 1), protocolVersion: 99 as never }));
    await page.passes(60_000);
    expect([page.asked(), page.others(), page.renewed.length]).toEqual([2, 1, 0]);
  });

  it('[EMB-12] what is no pointer changes nothing', async () => {
    const page = open();
    page.answers(() => Promise.resolve({ protocolVersion: PROTOCOL_VERSION, seq: 6 } as never));
    await page.passes(10_000);
    page.answers(() => Promise.resolve('<html>' as never));
    await page.passes(100_000);
    expect([page.others(), page.renewed.length]).toEqual([0, 0]);
    page.follower.stop();
    const before = page.asked();
    await page.passes(200_000);
    expect(page.asked()).toBe(before);
  });
});
