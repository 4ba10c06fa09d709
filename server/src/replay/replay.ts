import { randomUUID } from 'node:crypto';

import type { InstantMs } from '@yavka/shared/ids';
import type { ResolvedPack } from '@yavka/shared/pack/pack';

import type { Clock } from '../clock/election-clock.ts';
import { machineElapsed } from '../clock/election-clock.ts';
import type { ReplayPlace } from '../clock/replay-clock.ts';
import type { ReplaySettings } from '../config.ts';
import { BadSetting } from '../config.ts';
import type { ElectionHost } from '../live/election-host.ts';
import type { ElectionSession } from '../live/election-session.ts';
import type { LogHead, LogStore } from '../storage/log-store.ts';
import { drivingLease, leaseMs, ownLease } from './driving-lease.ts';
import type { Run } from './replay-runs.ts';
import { replayRuns } from './replay-runs.ts';
import type { ReplayStep } from './replay-script.ts';
import { replayScript } from './replay-script.ts';
import { readPlace } from './shared-place.ts';

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
  /** These hold here at once; they resolve when they are kept, and so hold on every node. */
  pause(): Promise<void>;
  resume(): Promise<void>;
  setRate(rate: number): Promise<void>;
  /**
   * Builds a new rehearsal log that says everything announced until `to`, and swaps it in. Resolves when the newest wish
   * is served; rejects when it could not be, and what was running runs on.
   */
  seek(to: InstantMs): Promise<void>;
  /** A session on the log that another has put in use, to be served; once it is, it is the one that is replayed. */
  follow(head: LogHead): Promise<ElectionSession>;
  stop(): Promise<void>;
}

/** The first figures come so long after a start, wall milliseconds. */
const leadInMs = 12_000;
/** The replay goes on so long after its last step, by its own clock. */
const epilogueMs = 30 * 60_000;

/** How often another node's pauses, speeds and jumps are looked for, and a start looks for a log to join, milliseconds. */
const lookEveryMs = 250;

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
  /** For a store that several nodes share: its time, by which their clocks are one. Left out where nobody shares it. */
  readonly sharedTime?: () => number;
}

/** The first session of the replay, and a function that starts it once the session is served. */
export interface PreparedReplay {
  readonly session: ElectionSession;
  begin(host: ElectionHost, onClockChanged: () => void): Replay;
}

/**
 * Takes up the replay where it was left (the same log, the same place), or builds a new rehearsal log: from the
 * beginning, or standing at `settings.at`. Where another node of the same store is playing, it joins that one's log.
 *
 * @throws BadSetting when that one plays another pack
 */
export async function prepareReplay(deps: ReplayDeps): Promise<PreparedReplay> {
  const { store, resolved, settings, sharedTime } = deps;
  const steps = replayScript(resolved);
  const firstAnnouncement = steps.find((step) => step.name.endsWith('.enter'))?.at ?? 0;
  const start = firstAnnouncement - leadInMs * settings.speed;
  const end = (steps.at(-1)?.at ?? start) + epilogueMs;
  const lease =
    sharedTime === undefined
      ? ownLease
      : drivingLease({ ...{ store, node: randomUUID() }, packHash: resolved.packHash, now: sharedTime });
  const runs = replayRuns({ ...deps, steps, count: sharedTime ?? machineElapsed, mayPlay: lease.isMine });

  const joinOrNull = async (): Promise<Run | null> => {
    const head = await runs.joinable();
    return head === null ? null : runs.join(head);
  };
  const takeUp = async (): Promise<Run> => {
    const playing = lease.wasDeserted() ? null : await joinOrNull();
    if (playing !== null) return playing;
    const kept = settings.at === null && deps.mayResume ? await keptPlace(store, end) : null;
    if (kept !== null) return runs.resume(kept.logId, kept);
    const next = await runs.build(settings.at === null ? start : standAt(resolved, steps, settings.at), settings.speed);
    await runs.putInUse(next, settings.at === null);
    return next;
  };
  /** Whoever has the lease makes the log; the others wait for it, and for the lease, should the maker die. */
  const begun = async (): Promise<Run> => {
    for (let looks = 0; ; looks += 1) {
      if (await lease.take()) return takeUp();
      const joined = await joinOrNull();
      if (joined !== null) return joined;
      const other = lease.otherPack();
      // One that has died has it no longer than this.
      const isAlive = looks * lookEveryMs > leaseMs;
      if (other !== null && other !== resolved.packHash && isAlive) {
        throw new BadSetting(
          'Another server plays the recorded day of another election pack over this database. End it first, or choose another DATABASE_URL or YAVKA_PACK.',
        );
      }
      await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
    }
  };

  let onDriving = (): void => undefined;
  lease.keep(() => {
    onDriving();
  });
  let run = await begun().catch(async (error: unknown) => {
    await lease.release().catch(() => undefined);
    throw error;
  });

  return {
    get session() {
      return run.session;
    },
    begin: (host, onClockChanged) => {
      const change = async (turn: () => void): Promise<void> => {
        const changing = run;
        const kept = changing.place.keep(turn);
        changing.driver.clockChanged();
        onClockChanged();
        await kept;
      };
      let wanted: InstantMs | null = null;
      let seeking: Promise<void> | null = null;
      let ending = false;
      /** The log in use by another's hand, opened and not yet served. */
      let followed: Run | null = null;

      /** Plays what is due and was not played, then on by the clock; on a node that does not drive, waits to. */
      const drive = (): void => {
        const driving = run;
        if (ending) return;
        if (!lease.isMine()) return driving.driver.run();
        driving.driver.playUntil(driving.clock.now()).then(
          () => {
            driving.driver.run();
          },
          // What it stopped at stops it again, aloud; a store that was away is tried again.
          () => {
            driving.driver.run();
          },
        );
      };
      onDriving = drive;
      host.onSwap((session) => {
        if (followed?.session !== session) return;
        const old = run;
        run = followed;
        followed = null;
        void old.driver.stop();
        drive();
        onClockChanged();
      });

      /** What runs goes on until the new log is ready: a seek that fails leaves everything as it was. */
      const seekTo = async (to: InstantMs): Promise<void> => {
        const next = await runs.build(Math.min(Math.max(to, start), end), run.clock.reading().rate);
        await host.exclusively(async () => {
          await runs.putInUse(next, run.clock.reading().running);
          const old = run;
          // Read now: a pause or a speed that was wished for while the log was built holds in the new one.
          const { rate, running } = old.clock.reading();
          next.clock.setRate(rate);
          if (running) next.clock.resume();
          else next.clock.pause();
          run = next;
          await old.driver.stop();
          await host.swap(next.session);
        });
        if (!ending) next.driver.run();
        const { rate, running } = next.clock.reading();
        next.place
          .keep(() => {
            next.clock.setRate(rate);
            if (running) next.clock.resume();
            else next.clock.pause();
          })
          .catch(() => undefined);
        onClockChanged();
      };
      /** One after another, and of the wishes that wait only the newest: each would build a log that nobody sees. */
      const seekWanted = async (): Promise<void> => {
        for (let to = wanted; to !== null && !ending; to = wanted) {
          wanted = null;
          await seekTo(to);
        }
      };

      const look = (): void => {
        const looking = run;
        looking.place.look().then(
          (turned) => {
            if (!turned) return;
            looking.driver.clockChanged();
            onClockChanged();
          },
          // A store that is away: the clock goes on as it was, and the next look finds what has changed.
          () => undefined,
        );
      };
      const looks = sharedTime === undefined ? undefined : setInterval(look, lookEveryMs);

      run.driver.run();
      return {
        position: () => ({ ...run.clock.reading(), start, end }),
        pause: () =>
          change(() => {
            run.clock.pause();
          }),
        resume: () =>
          change(() => {
            run.clock.resume();
          }),
        setRate: (rate) =>
          change(() => {
            run.clock.setRate(rate);
          }),
        seek: (to) => {
          wanted = to;
          seeking ??= seekWanted().finally(() => {
            seeking = null;
            wanted = null;
          });
          return seeking;
        },
        follow: async (head) => {
          followed = await runs.join(head);
          return followed.session;
        },
        stop: async () => {
          ending = true;
          clearInterval(looks);
          await runs.abandon();
          await seeking?.catch(() => undefined);
          await run.driver.stop();
          if (lease.isMine()) await run.place.keep().catch(() => undefined);
          await lease.release().catch(() => undefined);
        },
      };
    },
  };
}

/** Where the log in use was left, or null where there is none, none is known, or the day was over. */
async function keptPlace(store: LogStore, end: InstantMs): Promise<(ReplayPlace & { logId: string }) | null> {
  const head = await store.currentLog();
  const kept = head === null ? null : await readPlace(store, head.logId);
  if (head === null || kept === null) return null;
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
