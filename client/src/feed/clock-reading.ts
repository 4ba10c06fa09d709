import type { InstantMs } from '@yavka/shared/ids';
import type { ElectionClock } from '@yavka/shared/protocol/wire';

/** The election's clock as it was received, with the page's own elapsed time at that moment. */
export interface ClockReading {
  readonly clock: ElectionClock;
  /** Milliseconds that the page had been running for (monotonic). */
  readonly receivedAt: number;
  /** The election's time already shown: the reading gives none before it. */
  readonly notBefore: InstantMs;
}

/** How far, in milliseconds of the wall, two readings may differ by the network's delay alone. */
export const delayToleranceMs = 2_000;

/** The election's time `elapsedMs` after the page began, by this reading. */
export function electionNowOf(reading: ClockReading, elapsedMs: number): InstantMs {
  const { clock, receivedAt, notBefore } = reading;
  const run = clock.running ? Math.max(0, elapsedMs - receivedAt) * clock.rate : 0;
  return Math.max(notBefore, Math.floor(clock.at + run));
}

/**
 * The reading after the server told its clock again. A difference that the network's delay explains never moves the
 * shown time back: it stands until the clock has caught up. A larger one is a correction (another log, another date of
 * the server's machine) and is taken at once.
 */
export function readClock(previous: ClockReading | null, clock: ElectionClock, elapsedMs: number): ClockReading {
  const fresh: ClockReading = { clock, receivedAt: elapsedMs, notBefore: Number.NEGATIVE_INFINITY };
  if (previous === null) return fresh;
  const shown = electionNowOf(previous, elapsedMs);
  const behind = shown - clock.at;
  const tolerance = delayToleranceMs * Math.max(1, clock.rate, previous.clock.rate);
  return behind > 0 && behind <= tolerance ? { ...fresh, notBefore: shown } : fresh;
}
