import { machineElapsed } from '../clock/election-clock.ts';
import type { LogStore } from '../storage/log-store.ts';
import { StoreUnavailable } from '../storage/store-unavailable.ts';

/** Told of what a store does. */
export interface StoreWatch {
  appended(ms: number): void;
  /** A call was answered with `StoreUnavailable`. */
  failed(call: string, error: StoreUnavailable): void;
  /** Something was written. */
  wrote(): void;
}

type Callable = (...args: unknown[]) => unknown;

/** The same store, whose calls are told to `watch`. What it answers is handed on untouched. */
export function watchStore(store: LogStore, watch: StoreWatch): LogStore {
  let isClosing = false;
  const watched = (target: object, prefix: string): object => {
    const made = new Map<PropertyKey, unknown>();
    const make = (name: PropertyKey): unknown => {
      const value = (target as Record<PropertyKey, unknown>)[name];
      if (name === 'tokens' && typeof value === 'object' && value !== null) return watched(value, 'tokens.');
      if (typeof value !== 'function') return value;
      return (...args: readonly unknown[]): unknown => {
        isClosing ||= name === 'close';
        const began = machineElapsed();
        const answer = (value as Callable).apply(target, [...args]);
        if (!(answer instanceof Promise)) return answer;
        answer.then(
          () => {
            if (name === 'append') watch.appended(machineElapsed() - began);
            if (name === 'append' || name === 'putMeta') watch.wrote();
          },
          (error: unknown) => {
            if (error instanceof StoreUnavailable && !isClosing) watch.failed(prefix + String(name), error);
          },
        );
        return answer;
      };
    };
    return new Proxy(target, {
      get: (_, name) => {
        if (!made.has(name)) made.set(name, make(name));
        return made.get(name);
      },
    });
  };
  return watched(store, '') as LogStore;
}
