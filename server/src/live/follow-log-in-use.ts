import type { LogHead, LogStore } from '../storage/log-store.ts';
import type { ElectionHost } from './election-host.ts';
import type { ElectionSession } from './election-session.ts';

/** How long to wait before looking again when the log in use could not be opened, milliseconds. */
const lookAgainMs = 500;

export interface LogInUse {
  /** Serves the log that the store has in use now. True when it was served already; rejects when it cannot be. */
  look(): Promise<boolean>;
  /** False from a change that was seen until it is served. */
  isServed(): boolean;
  stop(): void;
}

/**
 * Serves whatever log the store has in use: another node may have put another in its place (a seek of the replay), or a
 * person (an import). What this process swaps by itself it does in the host's turn, and is found served already.
 *
 * @param open a session on that log, or null when it is not to be served here
 */
export function followLogInUse(deps: {
  readonly host: ElectionHost;
  readonly store: Pick<LogStore, 'currentLog'>;
  readonly onLogInUseChanged: (listener: () => void) => () => void;
  readonly open: (head: LogHead) => Promise<ElectionSession | null>;
  readonly onError: (error: unknown) => void;
}): LogInUse {
  const { host, store, open, onError } = deps;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let failing = false;
  /** How many changes were told of, and up to which of them the log in use is served. */
  let told = 0;
  let servedUpTo = 0;
  /** A look that has not begun: who asks meanwhile shares it. */
  let waiting: Promise<boolean> | null = null;

  const lookNow = async (): Promise<boolean> => {
    waiting = null;
    const upTo = told;
    const head = await store.currentLog();
    const isServed = head === null || head.logId === host.current().logId;
    if (!isServed && !stopped) {
      const session = await open(head);
      if (session === null) return false;
      await host.swap(session);
    }
    servedUpTo = upTo;
    return isServed;
  };
  const look = (): Promise<boolean> => {
    waiting ??= host.exclusively(lookNow);
    return waiting;
  };
  const lookUntilServed = (): void => {
    clearTimeout(timer);
    look().then(
      () => {
        failing = false;
      },
      (error: unknown) => {
        if (stopped) return;
        // Told once: it is asked again twice a second.
        if (!failing) onError(error);
        failing = true;
        timer = setTimeout(lookUntilServed, lookAgainMs);
      },
    );
  };
  const forget = deps.onLogInUseChanged(() => {
    told += 1;
    lookUntilServed();
  });
  return {
    look,
    isServed: () => servedUpTo === told,
    stop: () => {
      stopped = true;
      forget();
      clearTimeout(timer);
    },
  };
}
