import type { InstantMs } from '@yavka/shared/ids';
import type { ElectionClock } from '@yavka/shared/protocol/wire';

import type { Clock } from './election-clock.ts';
import { machineElapsed } from './election-clock.ts';

/** A clock that someone drives: started at an instant, running `rate` times as fast as the machine's, or standing. */
export interface ReplayClock extends Clock {
  setRate(rate: number): void;
  pause(): void;
  resume(): void;
  /** Moves forward to `at`; an earlier instant is ignored. */
  advanceTo(at: InstantMs): void;
}

/** `monotonic` gives elapsed milliseconds of the machine, which no change of its date moves. */
export function replayClock(
  start: InstantMs,
  rate: number,
  running: boolean,
  monotonic: () => number = machineElapsed,
): ReplayClock {
  let anchor = { at: start, since: monotonic(), rate, running };
  const now = (): InstantMs =>
    anchor.running ? Math.floor(anchor.at + (monotonic() - anchor.since) * anchor.rate) : Math.floor(anchor.at);
  const turn = (change: Partial<Omit<typeof anchor, 'since'>>): void => {
    anchor = { ...anchor, at: now(), since: monotonic(), ...change };
  };
  return {
    now,
    reading: (): ElectionClock => ({ at: now(), rate: anchor.rate, running: anchor.running }),
    setRate: (next) => {
      turn({ rate: next });
    },
    pause: () => {
      turn({ running: false });
    },
    resume: () => {
      turn({ running: true });
    },
    advanceTo: (at) => {
      if (at > now()) turn({ at });
    },
  };
}
