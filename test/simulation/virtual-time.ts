import { vi } from 'vitest';

/** Taken before the timers are replaced: one real turn of the event loop. */
const realTurn = setImmediate;

/** Nothing that a run waits for takes so long, in its own time. */
const patienceMs = 600_000;

/** Time that passes only when the run says so. All timers of the product hang on it. */
export interface VirtualTime {
  now(): number;
  /** Lets `ms` milliseconds pass: each timer fires at its instant, and what it began comes to rest before the next one. */
  passes(ms: number): Promise<void>;
  /** Lets time pass until `work` is done. */
  passesUntil<Result>(work: Promise<Result>): Promise<Result>;
  /**
   * Time stands still until the work is done: for what takes real time in another thread, as compression does. One
   * after another, so that how fast a thread is decides nothing.
   */
  standsFor<Result>(begin: () => Promise<Result>): Promise<Result>;
  /** Gives the machine its timers back. */
  end(): void;
}

export function virtualTime(start: number): VirtualTime {
  vi.useFakeTimers({
    now: start,
    toFake: [
      'setTimeout',
      'clearTimeout',
      'setInterval',
      'clearInterval',
      'setImmediate',
      'clearImmediate',
      'Date',
      'performance',
    ],
  });
  let working = 0;
  let turn: Promise<unknown> = Promise.resolve();
  const comesToRest = async (): Promise<void> => {
    for (;;) {
      await new Promise((resolve) => realTurn(resolve));
      if (working === 0) return;
      // What is due at this very instant goes on: an error on its way through Express takes a turn of the event loop.
      vi.advanceTimersByTime(0);
    }
  };
  const passesWhile = async (goesOn: () => boolean): Promise<void> => {
    await comesToRest();
    while (goesOn()) {
      vi.advanceTimersToNextTimer();
      await comesToRest();
    }
  };
  return {
    now: () => Date.now(),
    passes: async (ms) => {
      let isOver = false;
      setTimeout(() => {
        isOver = true;
      }, ms);
      await passesWhile(() => !isOver);
    },
    passesUntil: async (work) => {
      let isDone = false;
      const result = work.finally(() => {
        isDone = true;
      });
      // Awaited below; until then a failure is nobody's.
      result.catch(() => undefined);
      const limit = Date.now() + patienceMs;
      await passesWhile(() => !isDone && Date.now() < limit);
      if (!isDone) throw new Error('what was waited for never comes');
      return result;
    },
    standsFor: async (begin) => {
      working += 1;
      const work = turn.then(begin);
      turn = work.catch(() => undefined);
      try {
        return await work;
      } finally {
        working -= 1;
      }
    },
    end: () => {
      vi.useRealTimers();
    },
  };
}
