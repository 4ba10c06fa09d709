import type { StoreApi } from 'zustand';

import type { FeedStore } from './store.ts';
import { after } from './timer.ts';

/** Waits for the first state, and no longer than that. */
export async function awaitFirstState(store: StoreApi<FeedStore>, mostMs: number): Promise<void> {
  await new Promise<void>((done) => {
    whenThereIsState(store, done);
    after(mostMs, done);
  });
}

/** Runs once, when the browser has painted the first state that came. */
export function afterFirstPaint(store: StoreApi<FeedStore>, run: () => void): void {
  // The first frame paints the change, the second begins when it is done.
  whenThereIsState(store, () => requestAnimationFrame(() => requestAnimationFrame(run)));
}

function whenThereIsState(store: StoreApi<FeedStore>, run: () => void): void {
  if (store.getState().state !== null) return run();
  const stop = store.subscribe(({ state }) => {
    if (state === null) return;
    stop();
    run();
  });
}
