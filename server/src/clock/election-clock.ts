import type { InstantMs } from '@yavka/shared/ids';
import type { ElectionClock } from '@yavka/shared/protocol/wire';

/**
 * The election's time, in one place. A live log runs on the machine's time; a replay on its own, which can stand, run
 * faster and be moved forward, and never runs back within a log. Only this folder reads the machine's time.
 */
export interface Clock {
  now(): InstantMs;
  /** As it is sent to pages. */
  reading(): ElectionClock;
}

/** The machine's own time, in milliseconds since 1970. */
export function machineNow(): InstantMs {
  return Date.now();
}

export function liveClock(machine: () => InstantMs = machineNow): Clock {
  return { now: machine, reading: () => ({ at: machine(), rate: 1, running: true }) };
}

/** Elapsed milliseconds of the machine, which no change of its date moves. */
export function machineElapsed(): number {
  return performance.now();
}
