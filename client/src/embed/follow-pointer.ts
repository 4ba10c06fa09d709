import type { InstantMs } from '@yavka/shared/ids';
import type { ElectionClock, Pointer } from '@yavka/shared/protocol/wire';

import type { ClockReading } from '../feed/clock-reading.ts';
import { electionNowOf, readClock } from '../feed/clock-reading.ts';
import type { PointerReading } from './read-pointer.ts';

/** How often a page that is looked at asks, and one that nobody sees; milliseconds. */
const askEveryMs = 2_000;
const askUnseenEveryMs = 30_000;
const longestPauseMs = 60_000;
/** Readers who began together do not go on together. */
const spread = 0.15;

/** The world outside, given so that tests can be it. */
export interface EmbedWorld {
  /** Reads the pointer by the rules of the browser's own cache; rejects when nobody answers. */
  readonly readPointer: () => Promise<PointerReading>;
  /** Calls back after `ms`; what it answers cancels. */
  readonly after: (ms: number, run: () => void) => () => void;
  /** Milliseconds that the page has been running for. */
  readonly elapsed: () => number;
  readonly jitterMs: (least: number, most: number) => number;
  readonly isSeen: () => boolean;
  /** Fetches what the pointer names where it is not held, and shows it. Rejects when it cannot be had. */
  readonly renew: (pointer: Pointer, now: InstantMs) => Promise<EmbedStanding>;
  /** The server speaks another protocol: this script can only be replaced. */
  readonly onOtherVersion: () => void;
}

/** What the page shows, and until when the clock leaves it so. */
export interface EmbedStanding {
  readonly logId: string;
  readonly seq: number;
  readonly changesAt: InstantMs | null;
}

export interface PointerFollower {
  /** Somebody looks again: asks now, unless it has just asked. */
  readonly seen: () => void;
  readonly stop: () => void;
}

/**
 * Follows the election without a socket: asks for the pointer, and for the snapshot that it names when that is a newer
 * one, both of which any cache on the way may answer. What cannot be had or understood changes nothing.
 */
export function followPointer(world: EmbedWorld, begun: EmbedStanding): PointerFollower {
  let standing = begun;
  let clock: { readonly reading: ClockReading; readonly logId: string; readonly told: ElectionClock } | null = null;
  let failures = 0;
  let askedAt = Number.NEGATIVE_INFINITY;
  let isAsking = false;
  let isStopped = false;
  let cancel: () => void = () => undefined;

  const stop = (): void => {
    isStopped = true;
    cancel();
  };

  /** A copy out of a cache tells an hour that is over: only a later one moves the clock. */
  const nowBy = ({ logId, clock: told }: Pointer): InstantMs => {
    const elapsed = world.elapsed();
    const isOfLog = clock !== null && clock.logId === logId;
    if (clock === null || !isOfLog || told.at > clock.told.at) {
      clock = { reading: readClock(isOfLog ? (clock?.reading ?? null) : null, told, elapsed), logId, told };
    }
    return electionNowOf(clock.reading, elapsed);
  };

  const ask = async (): Promise<void> => {
    const reading = await world.readPointer();
    if (isStopped) return;
    if (reading.kind === 'otherVersion') {
      stop();
      return world.onOtherVersion();
    }
    const { pointer } = reading;
    const now = nowBy(pointer);
    const isNewer = pointer.logId !== standing.logId || pointer.seq > standing.seq;
    const isOver = standing.changesAt !== null && now >= standing.changesAt;
    if (isNewer || isOver) standing = await world.renew(pointer, now);
  };

  const pauseMs = (): number => {
    const usual = world.isSeen() ? askEveryMs : askUnseenEveryMs;
    return Math.max(usual, Math.min(longestPauseMs, askEveryMs * 2 ** failures));
  };

  const look = (): void => {
    if (isAsking || isStopped) return;
    cancel();
    isAsking = true;
    askedAt = world.elapsed();
    ask()
      .then(
        () => {
          failures = 0;
        },
        () => {
          failures += 1;
        },
      )
      .finally(() => {
        isAsking = false;
        if (isStopped) return;
        const pause = pauseMs();
        cancel = world.after(world.jitterMs(pause, pause * (1 + spread)), look);
      });
  };

  look();
  return {
    seen: () => {
      if (world.elapsed() - askedAt >= askEveryMs) look();
    },
    stop,
  };
}
