import { randomUUID } from 'node:crypto';

import type { InstantMs } from '@yavka/shared/ids';
import type { ResolvedPack } from '@yavka/shared/pack/pack';
import type { ElectionClock } from '@yavka/shared/protocol/wire';

import { replayClock } from '../clock/replay-clock.ts';
import type { ReplayClock } from '../clock/replay-clock.ts';
import type { ReplaySettings } from '../config.ts';
import type { ElectionHost } from '../live/election-host.ts';
import type { ElectionSession } from '../live/election-session.ts';
import type { Clock } from '../clock/election-clock.ts';
import type { LogStore } from '../storage/log-store.ts';
import type { ReplayDriver } from './replay-driver.ts';
import { replayDriver } from './replay-driver.ts';
import type { ReplayStep } from './replay-script.ts';
import { replayScript } from './replay-script.ts';

export interface ReplayPosition {
  readonly running: boolean;
  readonly rate: number;
  readonly at: InstantMs;
  readonly start: InstantMs;
  readonly end: InstantMs;
}

/** The recorded day, replayed: what the page opened from the start's own address may do to it. */
export interface Replay {
  position(): ReplayPosition;
  pause(): void;
  resume(): void;
  setRate(rate: number): void;
  /**
   * Builds a new rehearsal log that says everything announced until `to`, and swaps it in. Resolves when the newest wish
   * is served; rejects when it could not be, and what was running runs on.
   */
  seek(to: InstantMs): Promise<void>;
  stop(): Promise<void>;
}

/** Where a log's replay was left: its clock's reading. */
type KeptPosition = ElectionClock;

/** One log being replayed, with its clock and who drives it. */
interface Run {
  readonly session: ElectionSession;
  readonly clock: ReplayClock;
  readonly driver: ReplayDriver;
}

/** The first figures come so long after a start, wall milliseconds. */
const leadInMs = 12_000;
/** The replay goes on so long after its last step, by its own clock. */
const epilogueMs = 30 * 60_000;

/** What a replay needs of its surroundings. */
export interface ReplayDeps {
  readonly store: LogStore;
  readonly resolved: ResolvedPack;
  readonly settings: ReplaySettings;
  /** False where the log in use is not of this pack. */
  readonly mayResume: boolean;
  /** Opens a new log (staged, not yet in use) and a session that follows it by `clock`. */
  readonly openLog: (logId: string, clock: Clock, at: InstantMs) => Promise<ElectionSession>;
  /** Opens a session on a log that is there already. */
  readonly reopenLog: (logId: string, clock: Clock) => Promise<ElectionSession>;
  readonly onStopped: (reason: Error) => void;
}

/** The first session of the replay, and a function that starts it once the session is served. */
export interface PreparedReplay {
  readonly session: ElectionSession;
  begin(host: ElectionHost, onClockChanged: () => void): Replay;
}

/**
 * Takes up the replay where it was left (the same log, the same place), or builds a new rehearsal log: from the
 * beginning, or standing at `settings.at`.
 */
export async function prepareReplay(deps: ReplayDeps): Promise<PreparedReplay> {
  const { store, resolved, settings } = deps;
  const steps = replayScript(resolved);
  const firstAnnouncement = steps.find((step) => step.name.endsWith('.enter'))?.at ?? 0;
  const start = firstAnnouncement - leadInMs * settings.speed;
  const end = (steps.at(-1)?.at ?? start) + epilogueMs;

  /** Gives up what is being built: the server ends. */
  let abandon: (() => Promise<void>) | null = null;

  const keep = async ({ session }: Pick<Run, 'session'>, position: KeptPosition): Promise<void> =>
    // A position that could not be kept costs a few seconds of replay after a crash, no entry.
    store.putMeta(positionKey(session.logId), JSON.stringify(position)).catch(() => undefined);
  const drive = (session: ElectionSession, clock: ReplayClock): ReplayDriver =>
    replayDriver({
      session,
      clock,
      steps,
      onProgress: () => void keep({ session }, clock.reading()),
      onStopped: deps.onStopped,
    });

  /** A new log, staged, that says everything until `to`; its clock stands. What fails on the way leaves nothing. */
  const build = async (to: InstantMs, rate: number): Promise<Run> => {
    const clock = replayClock(Math.min(to, steps[0]?.at ?? to), rate, false);
    const session = await deps.openLog(`rehearsal-${randomUUID()}`, clock, clock.now());
    const driver = drive(session, clock);
    abandon = () => driver.stop();
    try {
      await driver.playUntil(to);
    } catch (error) {
      await discard(session);
      throw error;
    } finally {
      abandon = null;
    }
    return { session, clock, driver };
  };
  const discard = async (session: ElectionSession): Promise<void> => {
    await session.close();
    await store.dropLog(session.logId).catch(() => undefined);
  };
  /** Makes it the log in use. Its position is kept first, so that no crash finds a log in use without its place. */
  const putInUse = async (next: Run, running: boolean): Promise<void> => {
    try {
      await keep(next, { ...next.clock.reading(), running });
      await store.useLog(next.session.logId);
    } catch (error) {
      await discard(next.session);
      throw error;
    }
  };

  let run: Run;
  const kept = settings.at === null && deps.mayResume ? await keptPosition(store, end) : null;
  if (kept !== null) {
    const clock = replayClock(kept.at, kept.rate, kept.running);
    const session = await deps.reopenLog(kept.logId, clock);
    run = { session, clock, driver: drive(session, clock) };
    // Steps already in the log answer as the first time and write nothing.
    await run.driver.playUntil(clock.now());
  } else {
    const running = settings.at === null;
    run = await build(settings.at === null ? start : standAt(resolved, steps, settings.at), settings.speed);
    await putInUse(run, running);
    if (running) run.clock.resume();
  }

  return {
    get session() {
      return run.session;
    },
    begin: (host, onClockChanged) => {
      const changed = (): void => {
        run.driver.clockChanged();
        void keep(run, run.clock.reading());
        onClockChanged();
      };
      let wanted: InstantMs | null = null;
      let seeking: Promise<void> | null = null;
      let ending = false;

      /** What runs goes on until the new log is ready: a seek that fails leaves everything as it was. */
      const seekTo = async (to: InstantMs): Promise<void> => {
        const next = await build(Math.min(Math.max(to, start), end), run.clock.reading().rate);
        await putInUse(next, run.clock.reading().running);
        const old = run;
        // Read now: a pause or a speed that was wished for while the log was built holds in the new one.
        const { rate, running } = old.clock.reading();
        next.clock.setRate(rate);
        if (running) next.clock.resume();
        run = next;
        await old.driver.stop();
        await host.swap(next.session);
        if (!ending) next.driver.run();
        void keep(next, next.clock.reading());
        onClockChanged();
      };
      /** One after another, and of the wishes that wait only the newest: each would build a log that nobody sees. */
      const seekWanted = async (): Promise<void> => {
        for (let to = wanted; to !== null && !ending; to = wanted) {
          wanted = null;
          await seekTo(to);
        }
      };

      run.driver.run();
      return {
        position: () => ({ ...run.clock.reading(), start, end }),
        pause: () => {
          run.clock.pause();
          changed();
        },
        resume: () => {
          run.clock.resume();
          changed();
        },
        setRate: (rate) => {
          run.clock.setRate(rate);
          changed();
        },
        seek: (to) => {
          wanted = to;
          seeking ??= seekWanted().finally(() => {
            seeking = null;
            wanted = null;
          });
          return seeking;
        },
        stop: async () => {
          ending = true;
          await abandon?.();
          await seeking?.catch(() => undefined);
          await run.driver.stop();
          await keep(run, run.clock.reading());
        },
      };
    },
  };
}

function positionKey(logId: string): string {
  return `replay:${logId}`;
}

/** Where the log in use was left, or null where there is none, none is known, or the day was over. */
async function keptPosition(store: LogStore, end: InstantMs): Promise<(KeptPosition & { logId: string }) | null> {
  const head = await store.currentLog();
  const raw = head === null ? null : await store.getMeta(positionKey(head.logId));
  if (head === null || raw === null) return null;
  const kept = JSON.parse(raw) as KeptPosition;
  const at = Math.max(kept.at, head.recordedAt);
  return at >= end ? null : { ...kept, logId: head.logId, at };
}

/** The instant that stands for a wish to see "HH:MM" of election day or a cutoff by its id; null when it is neither. */
export function seekTarget(resolved: ResolvedPack, wish: string): InstantMs | null {
  const steps = replayScript(resolved);
  if (/^([01]\d|2[0-3]):[0-5]\d$/.test(wish)) return standAt(resolved, steps, wish);
  const entered = steps.findLast(({ commands }) =>
    commands.some((command) => command.type === 'EnterAnnouncement' && command.cutoff === wish),
  );
  return entered === undefined
    ? null
    : Math.max(...steps.filter((step) => step.at < entered.at + 60_000).map((step) => step.at));
}

/** "HH:MM" of election day, capital time, as an instant. */
export function standInstant({ pack, zoneOffsets }: ResolvedPack, time: string): InstantMs {
  return Date.parse(`${pack.date}T${time}:00Z`) - (zoneOffsets[pack.capital.zone] ?? 0) * 60_000;
}

/** That time on election day, or the end of what began in that minute. */
function standAt(resolved: ResolvedPack, steps: readonly ReplayStep[], time: string): InstantMs {
  const at = standInstant(resolved, time);
  const begun = steps.filter((step) => step.at >= at && step.at < at + 60_000);
  return Math.max(at, ...begun.map((step) => step.at));
}
