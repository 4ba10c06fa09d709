import type { LogStore } from '@yavka/server/storage/log-store';
import { StoreUnavailable } from '@yavka/server/storage/store-unavailable';
import type { Entry } from '@yavka/shared/log/entry';

import type { SeededRandom } from '../seeded-random.ts';

/** How a store treats one node; probabilities are of one append, times milliseconds. */
export interface StoreMood {
  readonly slowest: number;
  readonly failBefore: number;
  /** Committed, and the answer lost. */
  readonly failAfter: number;
  /** How late another node's entries are seen. */
  readonly lateness: number;
}

export const calmStore: StoreMood = { slowest: 2, failBefore: 0, failAfter: 0, lateness: 5 };

/** The store as one node reaches it, over a network of its own. */
export interface NodeStore {
  readonly store: LogStore;
  /** The node is dead: nothing more comes through, in neither direction. */
  dies(): void;
  /** The following breaks off, as when a database connection is lost. */
  breaksFollowing(): void;
  /** Nothing reaches the store for so long; what was on its way there is lost. */
  isCutOff(ms: number): void;
  /** A seeded wait, as long as the store takes for something small. */
  pause(): Promise<void>;
}

export function nodeStore(
  shared: LogStore,
  random: SeededRandom,
  mood: () => StoreMood,
  tell: { readonly failed: () => void; readonly headMoved: () => void },
): NodeStore {
  let isDead = false;
  let cutUntil = 0;
  let appending = 0;
  const breaks = new Set<() => void>();
  const pause = (most: number): Promise<void> =>
    new Promise((resolve) => {
      setTimeout(resolve, random.int(0, most));
    });
  const mustLive = (): void => {
    if (isDead) throw new StoreUnavailable('the node is dead');
    if (Date.now() < cutUntil) throw new StoreUnavailable('no way to the database');
  };
  const fails = (probability: number, words: string): void => {
    if (!random.chance(probability)) return;
    tell.failed();
    throw new StoreUnavailable(words);
  };

  const append: LogStore['append'] = async (...args) => {
    appending += 1;
    try {
      await pause(mood().slowest);
      mustLive();
      fails(mood().failBefore, 'the database did not answer');
      const result = await shared.append(...args);
      if (!result.ok) tell.headMoved();
      await pause(mood().slowest);
      mustLive();
      fails(mood().failAfter, 'the answer was lost');
      return result;
    } finally {
      appending -= 1;
    }
  };

  const follow: LogStore['follow'] = (logId, afterSeq, onEntries, onError) => {
    if (Date.now() < cutUntil) {
      const failing = setTimeout(() => {
        onError(new StoreUnavailable('no way to the database'));
      }, mood().slowest);
      return () => {
        clearTimeout(failing);
      };
    }
    let late: Entry[] = [];
    let isStopped = false;
    const flush = (): void => {
      const entries = late;
      late = [];
      if (entries.length > 0 && !isStopped && !isDead) onEntries(entries);
    };
    const stopShared = shared.follow(
      logId,
      afterSeq,
      (entries) => {
        late.push(...entries);
        // Own entries are followed before their writer is answered; others' come when the network brings them.
        if (appending > 0) flush();
        else setTimeout(flush, random.int(0, mood().lateness));
      },
      onError,
    );
    const stop = (): void => {
      isStopped = true;
      stopShared();
      breaks.delete(breakOff);
    };
    const breakOff = (): void => {
      stop();
      onError(new StoreUnavailable('the connection broke'));
    };
    breaks.add(breakOff);
    return stop;
  };

  /** The same, with every call of it on its way to the store. */
  const reached = <Part extends object>(part: Part, own: Partial<Part>): Part =>
    new Proxy(part, {
      get: (target, name) => {
        if (name in own) return Reflect.get(own, name);
        const value: unknown = Reflect.get(target, name, target);
        if (typeof value !== 'function') return value;
        return async (...args: unknown[]) => {
          mustLive();
          return (value as (...given: unknown[]) => unknown).apply(target, args);
        };
      },
    });
  const store = reached(shared, { append, follow, tokens: reached(shared.tokens, {}) });
  const breakAll = (): void => {
    for (const breakOff of [...breaks]) breakOff();
  };
  return {
    store,
    dies: () => {
      isDead = true;
    },
    breaksFollowing: breakAll,
    isCutOff: (ms) => {
      cutUntil = Math.max(cutUntil, Date.now() + ms);
      breakAll();
    },
    pause: async () => pause(mood().slowest),
  };
}
