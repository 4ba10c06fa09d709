import type { FeedSettings } from '@yavka/client/feed/feed-driver';
import { runFeed } from '@yavka/client/feed/feed-driver';
import { feedSocketTo } from '@yavka/client/feed/feed-socket-to';
import type { FeedStore } from '@yavka/client/feed/store';
import { emptyFeed } from '@yavka/client/feed/store';
import { deltaSchema, joinAnswerSchema, snapshotSchema } from '@yavka/shared/protocol/wire';
import type { ElectionState } from '@yavka/shared/log/state';
import { createStore } from 'zustand/vanilla';

import type { SeededRandom } from '../seeded-random.ts';

/** What came to a page in one piece, and the place up to which it tells the log. */
export interface Came {
  readonly logId: string;
  readonly seq: number;
  readonly text: string;
}

/** One open page: the real feed of the client, over real sockets to whichever server `address` gives each time. */
export interface Page {
  readonly settings: FeedSettings;
  state(): ElectionState | null;
  /** Everything that came, for pages that may see only what is public. */
  readonly came: readonly Came[];
  /** Resolves as soon as what the page holds is so. */
  until(holds: (feed: FeedStore) => boolean): Promise<void>;
  close(): void;
}

export function openPage(settings: FeedSettings, random: SeededRandom, address: () => string): Page {
  const store = createStore<FeedStore>(() => emptyFeed);
  const came: Came[] = [];
  const began = performance.now();
  const keep = (piece: Came): void => {
    if (settings.audience === 'public') came.push(piece);
  };
  const driver = runFeed(settings, store, {
    get: async (path, { token, signal }) => {
      const headers: Record<string, string> = token === undefined ? {} : { Authorization: `Bearer ${token}` };
      const response = await fetch(`${address()}${path}`, { signal, headers });
      const text = await response.text();
      const body: unknown = response.ok ? JSON.parse(text) : null;
      const snapshot = snapshotSchema.safeParse(body);
      if (snapshot.success) keep({ logId: snapshot.data.state.logId, seq: snapshot.data.state.seq, text });
      return { status: response.status, body };
    },
    openSocket: (ears) => {
      const socket = feedSocketTo(address(), {
        ...ears,
        delta: (body) => {
          const { logId, seq } = deltaSchema.parse(body);
          keep({ logId, seq, text: JSON.stringify(body) });
          ears.delta(body);
        },
      });
      return {
        ...socket,
        join: (asked, answered) => {
          socket.join(asked, (body) => {
            const answer = joinAnswerSchema.parse(body);
            if (answer.answer === 'delta') {
              const { logId, seq } = answer.delta;
              keep({ logId, seq, text: JSON.stringify(body) });
            }
            answered(body);
          });
        },
      };
    },
    after: (ms, run) => {
      const timer = setTimeout(run, ms);
      return () => {
        clearTimeout(timer);
      };
    },
    elapsed: () => performance.now() - began,
    machineNow: () => Date.now(),
    jitterMs: (least, most) => random.int(least, most),
    awaitNewPage: () => () => undefined,
  });
  return {
    settings,
    state: () => store.getState().state,
    came,
    until: (holds) =>
      new Promise((resolve) => {
        if (holds(store.getState())) {
          resolve();
          return;
        }
        const unsubscribe = store.subscribe((feed) => {
          if (!holds(feed)) return;
          unsubscribe();
          resolve();
        });
      }),
    close: driver.stop,
  };
}
