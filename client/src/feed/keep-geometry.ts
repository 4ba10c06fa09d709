import type { StoreApi } from 'zustand';

import type { Get } from './read-server.ts';
import { readGeometry } from './read-server.ts';
import type { FeedStore } from './store.ts';

export interface GeometryWorld {
  readonly get: Get;
  readonly after: (ms: number, run: () => void) => () => void;
  readonly jitterMs: (least: number, most: number) => number;
}

const tryAgain = { least: 3_000, most: 6_000 };

/**
 * Fetches the outlines of whichever election is held, beside the feed: figures never wait for a map. Tries until it
 * has them.
 * @returns stops
 */
export function keepGeometry(store: StoreApi<FeedStore>, world: GeometryWorld): () => void {
  let current = new AbortController();
  let cancel: () => void = () => undefined;
  const fetchFor = async (path: string, mine: AbortController): Promise<void> => {
    const geometry = await readGeometry(world.get, path, mine.signal);
    if (mine.signal.aborted) return;
    if (geometry !== null) store.setState({ geometry });
    else cancel = world.after(world.jitterMs(tryAgain.least, tryAgain.most), () => void fetchFor(path, mine));
  };
  const begin = (path: string | null | undefined): void => {
    current.abort();
    cancel();
    current = new AbortController();
    if (typeof path === 'string') void fetchFor(path, current);
  };
  begin(store.getState().resolved?.geometryPath);
  const forget = store.subscribe((feed, before) => {
    if (feed.resolved !== before.resolved) begin(feed.resolved?.geometryPath);
  });
  return () => {
    forget();
    current.abort();
    cancel();
  };
}
