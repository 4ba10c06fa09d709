import { randomUUID } from 'node:crypto';

import type { InstantMs } from '@yavka/shared/ids';
import type { ResolvedPack } from '@yavka/shared/pack/pack';

import type { Clock } from '../clock/election-clock.ts';
import type { ReplayClock, ReplayPlace } from '../clock/replay-clock.ts';
import { replayClock } from '../clock/replay-clock.ts';
import type { ElectionSession } from '../live/election-session.ts';
import type { LogHead, LogStore } from '../storage/log-store.ts';
import type { ReplayDriver } from './replay-driver.ts';
import { replayDriver } from './replay-driver.ts';
import type { ReplayStep } from './replay-script.ts';
import type { SharedPlace } from './shared-place.ts';
import { putPlace, readPlace, sharedPlace } from './shared-place.ts';

/** One log being replayed, with its clock and who drives it. */
export interface Run {
  readonly session: ElectionSession;
  readonly clock: ReplayClock;
  readonly place: SharedPlace;
  readonly driver: ReplayDriver;
}

interface RunsDeps {
  readonly store: LogStore;
  readonly resolved: ResolvedPack;
  readonly steps: readonly ReplayStep[];
  /** What the clocks count by. */
  readonly count: () => number;
  /** Whether this node may play steps now. */
  readonly mayPlay: () => boolean;
  readonly openLog: (logId: string, clock: Clock, at: InstantMs) => Promise<ElectionSession>;
  readonly reopenLog: (logId: string, clock: Clock) => Promise<ElectionSession>;
  readonly onStopped: (reason: Error) => void;
}

/** The ways to come to a log that is replayed. */
export interface ReplayRuns {
  /** A new log, staged, that says everything until `to`; its clock stands. What fails on the way leaves nothing. */
  build(to: InstantMs, rate: number): Promise<Run>;
  /** Makes a built log the one in use. Its place is kept first, so that no crash finds a log in use without it. */
  putInUse(next: Run, running: boolean): Promise<void>;
  /** Goes on in the log in use, from where it was left. */
  resume(logId: string, left: ReplayPlace): Promise<Run>;
  /** Follows a log that another node plays or has put in use, by the clock that is kept with it. */
  join(head: LogHead): Promise<Run>;
  /** The log in use when it is this pack's and has a place, so that it can be joined. */
  joinable(): Promise<LogHead | null>;
  /** Gives up what is being built: the server ends. */
  abandon(): Promise<void>;
}

export function replayRuns(deps: RunsDeps): ReplayRuns {
  const { store, resolved, steps, count, mayPlay } = deps;
  let building: ReplayDriver | null = null;

  const runOf = (session: ElectionSession, clock: ReplayClock): Run => {
    const place = sharedPlace(store, session.logId, clock);
    const driver = replayDriver({
      ...{ session, store, clock, steps, mayPlay, onStopped: deps.onStopped },
      onProgress: () => {
        // A place that could not be kept costs a few seconds of replay after a crash, no entry.
        if (mayPlay()) place.keep().catch(() => undefined);
      },
    });
    return { session, clock, place, driver };
  };
  const discard = async ({ session }: Run): Promise<void> => {
    await session.close();
    await store.dropLog(session.logId).catch(() => undefined);
  };

  return {
    build: async (to, rate) => {
      const clock = replayClock(Math.min(to, steps[0]?.at ?? to), rate, false, count);
      const run = runOf(await deps.openLog(`rehearsal-${randomUUID()}`, clock, clock.now()), clock);
      building = run.driver;
      try {
        await run.driver.playUntil(to);
      } catch (error) {
        await discard(run);
        throw error;
      } finally {
        building = null;
      }
      return run;
    },
    putInUse: async (next, running) => {
      try {
        const place = { ...next.clock.place(), running };
        await putPlace(store, next.session.logId, place);
        await store.useLog(next.session.logId);
        next.clock.takeUp(place);
      } catch (error) {
        await discard(next);
        throw error;
      }
    },
    resume: async (logId, left) => {
      const clock = replayClock(left.at, left.rate, left.running, count);
      const run = runOf(await deps.reopenLog(logId, clock), clock);
      await putPlace(store, logId, clock.place()).catch(() => undefined);
      // Steps already in the log answer as the first time and write nothing.
      await run.driver.playUntil(clock.now());
      return run;
    },
    join: async ({ logId, recordedAt }) => {
      const place = await readPlace(store, logId);
      const clock = replayClock(place?.at ?? recordedAt, 1, false, count);
      if (place !== null) clock.takeUp(place);
      return runOf(await deps.reopenLog(logId, clock), clock);
    },
    joinable: async () => {
      const head = await store.currentLog();
      if (head === null || (await readPlace(store, head.logId)) === null) return null;
      const [first] = await store.read(head.logId, 0, 1);
      return first?.payload.type === 'log.opened' && first.payload.packHash === resolved.packHash ? head : null;
    },
    abandon: async () => {
      await building?.stop();
    },
  };
}
