import type { ElectionSession } from './election-session.ts';

/** Holds the session that everyone is served from, and tells when another takes its place. */
export interface ElectionHost {
  current(): ElectionSession;
  /** Puts another session in place; readers of the old log are told to fetch the new one. The old one is closed. */
  swap(next: ElectionSession): Promise<void>;
  /** Runs what puts another log in use, here or in the store, after whatever was doing so before. */
  exclusively<T>(work: () => Promise<T>): Promise<T>;
  onSwap(listener: (session: ElectionSession) => void): void;
}

export function electionHost(first: ElectionSession): ElectionHost {
  let current = first;
  const listeners: ((session: ElectionSession) => void)[] = [];
  let turn: Promise<unknown> = Promise.resolve();
  return {
    exclusively: (work) => {
      const done = turn.then(work);
      turn = done.catch(() => undefined);
      return done;
    },
    current: () => current,
    swap: async (next) => {
      const old = current;
      current = next;
      for (const listener of listeners) listener(next);
      await old.close();
    },
    onSwap: (listener) => {
      listeners.push(listener);
    },
  };
}
