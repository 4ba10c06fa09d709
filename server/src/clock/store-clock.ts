import type { InstantMs } from '@yavka/shared/ids';

import type { Clock } from './election-clock.ts';
import { machineElapsed } from './election-clock.ts';

/** How often the store is asked for its time, milliseconds. */
const askEveryMs = 2_000;
/** A store that has not told its time for so long is not answering, milliseconds. */
const silentAfterMs = 10_000;
/** What the clock is behind by less than this is caught up with bit by bit, by more at once, milliseconds. */
const leapFromMs = 1_000;
/** How much faster or slower than time the clock goes while it is corrected. */
const slew = { faster: 0.1, slower: 0.5 } as const;

/**
 * The store's time, kept by this machine between one question and the next: the clocks of all nodes that share a store
 * agree within half a round trip to it, whatever their machines' dates say, and go on at the last known offset while
 * the store is away. It never runs back: what it is ahead by it loses at half speed.
 */
export interface StoreClock extends Clock {
  /** Whether the store has told its time lately. */
  isAnswering(): boolean;
  stop(): void;
}

/**
 * Asks the store for its time, now and every two seconds.
 *
 * @param storeTime the store's own time; rejects while the store is away
 * @param elapsed elapsed milliseconds of the machine, which no change of its date moves
 * @throws whatever `storeTime` rejects with the first time
 */
export async function storeClock(
  storeTime: () => Promise<InstantMs>,
  elapsed: () => number = machineElapsed,
): Promise<StoreClock> {
  /** The time was `at` when the machine had counted `since`; `correction` is still to be gained or lost from there. */
  let anchor: { at: number; since: number; correction: number } | null = null;
  let heardAt = 0;
  const at = (count: number, { at: from, since, correction }: NonNullable<typeof anchor>): number => {
    const passed = count - since;
    const corrected =
      correction > 0 ? Math.min(correction, passed * slew.faster) : Math.max(correction, -passed * slew.slower);
    return from + passed + corrected;
  };

  const ask = async (): Promise<void> => {
    const asked = elapsed();
    const told = await storeTime();
    const heard = elapsed();
    heardAt = heard;
    // The answer was made somewhere on the way: it is off by half the round trip at most.
    const uncertain = (heard - asked) / 2;
    const time = told + uncertain;
    if (anchor === null) {
      anchor = { at: time, since: heard, correction: 0 };
      return;
    }
    const shown = at(heard, anchor);
    const behind = time - shown;
    if (Math.abs(behind) <= uncertain + 1) return;
    const leaps = behind > leapFromMs + uncertain;
    anchor = { at: leaps ? time : shown, since: heard, correction: leaps ? 0 : behind };
  };

  await ask();
  let asking = false;
  const timer = setInterval(() => {
    if (asking) return;
    asking = true;
    ask()
      // A store that is away is told of by those who need it; the clock goes on.
      .catch(() => undefined)
      .finally(() => {
        asking = false;
      });
  }, askEveryMs);
  const now = (): InstantMs => (anchor === null ? 0 : Math.floor(at(elapsed(), anchor)));
  return {
    now,
    reading: () => ({ at: now(), rate: 1, running: true }),
    isAnswering: () => elapsed() - heardAt < silentAfterMs,
    stop: () => {
      clearInterval(timer);
    },
  };
}
