import type { InstantMs } from '@yavka/shared/ids';
import { useSyncExternalStore } from 'react';

import { electionNowOf } from './clock-reading.ts';
import { pageElapsed } from './page-elapsed.ts';
import { useFeed } from './store.ts';

/** The machine's own time: for telemetry and for noticing that the machine slept, never for what is shown. */
export function machineNow(): InstantMs {
  return Date.now();
}

/** The election's time now; null before the first word of the server. */
export function electionNow(): InstantMs | null {
  const { clock } = useFeed.getState();
  return clock === null ? null : electionNowOf(clock, pageElapsed());
}

interface Ticker {
  readonly subscribe: (listener: () => void) => () => void;
  readonly value: () => number | null;
}

/** One timer for all who want to be told as often; the value stands between ticks, so one picture shows one time. */
function ticker(everyMs: number, read: () => number | null): Ticker {
  const listeners = new Set<() => void>();
  let value = read();
  let timer: ReturnType<typeof setInterval> | undefined;
  let forget: (() => void) | undefined;
  const tick = (): void => {
    value = read();
    for (const listener of listeners) listener();
  };
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      if (listeners.size === 1) {
        value = read();
        timer = setInterval(tick, everyMs);
        // A clock told anew, as after a pause or a jump of the replay, does not wait for the next tick.
        forget = useFeed.subscribe((feed, before) => {
          if (feed.clock !== before.clock) tick();
        });
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        clearInterval(timer);
        forget?.();
      };
    },
    value: () => {
      if (listeners.size === 0) value ??= read();
      return value;
    },
  };
}

const electionTickers = new Map<number, Ticker>();
const pageTickers = new Map<number, Ticker>();

function useTicker(tickers: Map<number, Ticker>, everyMs: number, read: () => number | null): number | null {
  let shared = tickers.get(everyMs);
  if (shared === undefined) {
    shared = ticker(everyMs, read);
    tickers.set(everyMs, shared);
  }
  return useSyncExternalStore(shared.subscribe, shared.value);
}

/** The election's time, told again `everyMs` milliseconds of the wall; null before the first word of the server. */
export function useElectionNow(everyMs = 1000): InstantMs | null {
  return useTicker(electionTickers, everyMs, electionNow);
}

/** Milliseconds that the page has been running for, told again `everyMs`: for ages of what `link` remembers. */
export function usePageElapsed(everyMs = 1000): number {
  return useTicker(pageTickers, everyMs, pageElapsed) ?? 0;
}
