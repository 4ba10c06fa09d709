import { announcementDueOf } from '@yavka/shared/analysis/announcement-due-of';
import type { Mode } from '@yavka/shared/ids';
import type { ResolvedPack } from '@yavka/shared/pack/pack';
import type { Logger } from 'pino';

import { machineElapsed } from '../clock/election-clock.ts';
import type { Seat } from '../feed/seat.ts';
import type { AnsweredCommand } from '../http/watch-commands.ts';
import type { ElectionHost } from '../live/election-host.ts';
import type { ElectionSession } from '../live/election-session.ts';
import type { LogStore } from '../storage/log-store.ts';
import { StoreUnavailable } from '../storage/store-unavailable.ts';
import type { Metrics } from './metrics.ts';
import { buildMetrics } from './metrics.ts';
import type { FeedObserver } from './observer.ts';
import { paintingTimes } from './painting-times.ts';
import { sparingLines } from './sparing-lines.ts';
import { storePresence } from './store-presence.ts';
import { watchSession } from './watch-session.ts';
import { watchStore } from './watch-store.ts';

/** What is read at a scrape, once the server is whole. */
export interface Observed {
  readonly host: ElectionHost;
  readonly store: LogStore;
  readonly seats: ReadonlySet<Seat>;
  readonly isReady: () => boolean;
}

/** Everything that looks at a server at work: its series and its log's lines. It decides nothing. */
export interface ServerObserver {
  readonly metrics: Metrics;
  readonly feed: FeedObserver;
  watchStore(store: LogStore): LogStore;
  watchSession(session: ElectionSession): ElectionSession;
  commandAnswered(command: AnsweredCommand): void;
  /** A command, or the following of the log, failed. */
  storeError(error: unknown): void;
  /** From here on a scrape has something to read. */
  observe(observed: Observed): void;
}

/** What is written to see whether the store is back: as much as an announcement and its figures take. */
const probeKey = 'presence';
const probe = '-'.repeat(65_536);

export function observeServer(
  about: { readonly version: string; readonly mode: Mode; readonly node: string },
  resolved: ResolvedPack,
  logger: Logger,
): ServerObserver {
  let observed: Observed | null = null;
  const presence = storePresence(logger, {
    elapsed: machineElapsed,
    after: (ms, run) => {
      setTimeout(run, ms).unref();
    },
    tryWriting: async () => {
      await observed?.store.putMeta(probeKey, probe);
      await observed?.store.putMeta(probeKey, '');
    },
  });
  const painting = paintingTimes(machineElapsed);
  const sparing = sparingLines(machineElapsed);

  const behind = async (): Promise<number | null> => {
    if (observed === null) return null;
    const { logId, live } = observed.host.current();
    const head = await observed.store.headOf(logId).catch(() => null);
    return head === null ? null : Math.max(0, head.seq - live.told('desk').state.seq);
  };
  const overdueSeconds = (): number => {
    if (observed === null) return 0;
    const { live, clock } = observed.host.current();
    return (announcementDueOf(live.told('public').state, resolved, clock.now())?.overdueMs ?? 0) / 1_000;
  };
  const metrics = buildMetrics({ ...about, pack: resolved.pack.id }, () => ({
    isReady: () => observed?.isReady() === true,
    seq: () => observed?.host.current().live.told('desk').state.seq ?? 0,
    behind,
    isStoreAway: presence.isAway,
    seats: () => observed?.seats ?? [],
    overdueSeconds,
  }));

  return {
    metrics,
    feed: {
      ticked: metrics.ticked,
      resync: metrics.resync,
      joinAnswered: (joined) => {
        metrics.joinAnswered(joined);
        if (joined.answer !== 'rejected') return;
        const { reason } = joined;
        sparing(`join ${reason}`, (more) => {
          logger.info({ reason, ...more }, 'join rejected');
        });
      },
      slowReader: (seat, { packets, bytes }) => {
        metrics.slowReader(seat, { packets, bytes });
        const { lane, audience } = seat;
        sparing(`slow ${lane}`, (more) => {
          logger.warn({ lane, audience, packets, bytes, ...more }, 'slow reader');
        });
      },
      painted: (seat, painted) => {
        const ms = painting.painted(seat, painted);
        if (ms !== null) metrics.paintedAfter(seat.lane, ms);
      },
    },
    watchStore: (store) =>
      watchStore(store, {
        appended: metrics.appended,
        wrote: presence.wrote,
        failed: (call, error) => {
          metrics.storeFailed(call);
          presence.failed(error);
        },
      }),
    watchSession: (session) =>
      watchSession(session, {
        ownCommand: (type, outcome, ms) => {
          metrics.commandAnswered(type, outcome, ms);
          logger.debug({ type, outcome, ms: Math.round(ms) }, 'own command');
        },
        followed: (logId, seq, ms) => {
          painting.followed(logId, seq);
          if (ms !== null) metrics.followed(ms);
        },
        released: metrics.released,
      }),
    commandAnswered: (command) => {
      metrics.commandAnswered(command.type, command.outcome, command.ms);
      // Whoever knows no token brings about no more than a line in ten seconds.
      if (command.role !== undefined) logger.info(command, 'command');
      else
        sparing(`command ${command.outcome}`, (more) => {
          logger.info({ ...command, ...more }, 'command');
        });
    },
    storeError: (error) => {
      // That the store is away has been said once already.
      if (error instanceof StoreUnavailable) logger.debug({ err: error }, 'the store did not take it');
      else logger.error({ err: error }, 'the writing of a command or the following of the log failed');
    },
    observe: (whole) => {
      observed = whole;
    },
  };
}
