import type { ParsedAnnouncement } from '@yavka/shared/announcement/parsed';
import { rejection } from '@yavka/shared/log/rejection';
import type { ResolvedPack } from '@yavka/shared/pack/pack';

import type { Clock } from '../clock/election-clock.ts';
import type { LogStore } from '../storage/log-store.ts';
import type { CommandQueue } from '../write/command-queue.ts';
import { commandQueue } from '../write/command-queue.ts';
import type { LiveElection } from './live-election.ts';
import { liveElection } from './live-election.ts';

/** One log at work: its followed state, its clock and its writer. A replay that seeks has two of them for a moment. */
export interface ElectionSession {
  readonly logId: string;
  readonly live: LiveElection;
  readonly clock: Clock;
  readonly queue: CommandQueue;
  /** Whether it has what the log says: false from a failure of following until it has caught up again. */
  isFollowing(): boolean;
  /** Stops following after what was submitted has been answered. */
  close(): Promise<void>;
}

/** How long to wait before following again after the store's follower failed, milliseconds. */
const followAgainMs = 500;

/** Follows `logId` from its first entry; resolves when the state has reached `headSeq`. */
export async function openSession(deps: {
  readonly logId: string;
  readonly headSeq: number;
  readonly store: LogStore;
  readonly resolved: ResolvedPack;
  readonly parse: (text: string) => ParsedAnnouncement;
  readonly clock: Clock;
  readonly onStoreError: (error: unknown) => void;
}): Promise<ElectionSession> {
  const { logId, store, resolved, parse, clock, onStoreError } = deps;
  const live = liveElection();
  let closed = false;
  let stop: () => void;
  let failures = 0;
  let isFollowing = true;
  const follow = (): void => {
    const from = live.told('desk').state.seq;
    stop = store.follow(logId, from, live.take, (error) => {
      if (closed) return;
      isFollowing = false;
      failures += 1;
      onStoreError(error);
      setTimeout(() => {
        if (!closed) followAgain();
      }, followAgainMs).unref();
    });
  };
  const followAgain = (): void => {
    const failed = failures;
    follow();
    store
      .headOf(logId)
      .then(({ seq }) => live.reached(seq))
      .then(
        () => {
          if (failures === failed) isFollowing = true;
        },
        // The follower meets the same failure, and tries again.
        () => undefined,
      );
  };
  follow();
  await live.reached(deps.headSeq);
  const queue = commandQueue({
    logId,
    store,
    live,
    context: { resolved, parse },
    now: () => clock.now(),
    onStoreError,
  });
  let closing = false;
  return {
    logId,
    live,
    clock,
    isFollowing: () => isFollowing,
    queue: {
      // What comes after the end would be written unseen, since nobody follows any more.
      submit: (...asked) => (closing ? Promise.resolve(rejection('storeUnavailable')) : queue.submit(...asked)),
      drained: queue.drained,
    },
    close: async () => {
      closing = true;
      await queue.drained();
      closed = true;
      stop();
    },
  };
}
