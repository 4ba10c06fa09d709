import type { InstantMs } from '@yavka/shared/ids';
import type { ElectionClock } from '@yavka/shared/protocol/wire';

import type { Clock } from './election-clock.ts';
import { machineElapsed } from './election-clock.ts';

/** What a replay's clock shows and how it goes on, as of one moment of the time that it counts by. */
export interface ReplayPlace extends ElectionClock {
  /** The moment, in the milliseconds that the clock counts by. */
  readonly since: number;
}

/** A clock that someone drives: started at an instant, running `rate` times as fast as the machine's, or standing. */
export interface ReplayClock extends Clock {
  setRate(rate: number): void;
  pause(): void;
  resume(): void;
  /** Moves forward to `at`; an earlier instant is ignored. */
  advanceTo(at: InstantMs): void;
  /** From where it goes on now: another clock that counts by the same time and takes this place up shows the same. */
  place(): ReplayPlace;
  /** Goes on from another clock's place. Where that is behind what this clock has shown, it stands until it is not. */
  takeUp(place: ReplayPlace): void;
}

/**
 * `count` gives milliseconds that only ever grow: the machine's elapsed ones, which no change of its date moves, or the
 * store's time where clocks of several nodes must show the same.
 */
export function replayClock(
  start: InstantMs,
  rate: number,
  running: boolean,
  count: () => number = machineElapsed,
): ReplayClock {
  let anchor: ReplayPlace = { at: start, since: count(), rate, running };
  let shown = -Infinity;
  const now = (): InstantMs => {
    const { at, since } = anchor;
    shown = Math.max(shown, Math.floor(anchor.running ? at + Math.max(0, count() - since) * anchor.rate : at));
    return shown;
  };
  const turn = (change: Partial<ElectionClock>): void => {
    anchor = { ...anchor, at: now(), since: count(), ...change };
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
    place: () => {
      turn({});
      return anchor;
    },
    takeUp: (place) => {
      now();
      anchor = place;
    },
  };
}
