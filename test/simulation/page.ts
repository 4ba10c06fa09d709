import type { FeedDriver, FeedSettings } from '@yavka/client/feed/feed-driver';
import { runFeed } from '@yavka/client/feed/feed-driver';
import type { OpenSocket } from '@yavka/client/feed/feed-socket';
import type { Get } from '@yavka/client/feed/read-server';
import type { FeedStore } from '@yavka/client/feed/store';
import { emptyFeed } from '@yavka/client/feed/store';
import type { ElectionState } from '@yavka/shared/log/state';
import { createStore } from 'zustand/vanilla';

import type { Line } from './line.ts';
import { openLine } from './line.ts';
import { pageSocket } from './page-socket.ts';
import type { ServerNode } from './server-node.ts';
import type { World } from './world.ts';

/** One open page: the real feed of the client, in a network that the run decides on. */
export interface Page {
  readonly name: string;
  readonly settings: FeedSettings;
  /** What it shows; null before its first snapshot. */
  state(): ElectionState | null;
  status(): FeedStore['link'];
  /** The line that is open now, if any. */
  line(): Line | null;
  /** Without a network for `ms`; afterwards the browser says that it is back. */
  goesOffline(ms: number): void;
  tabReturns(): void;
  /** Loads the page again, with another token where one is given. */
  reload(token?: string): void;
  close(): void;
}

export function openPage(
  world: World,
  name: string,
  first: FeedSettings,
  sees: (page: Page, state: ElectionState, before: ElectionState | null) => void,
): Page {
  const { random, time, tally } = world;
  let settings = first;
  let store = createStore<FeedStore>(() => emptyFeed);
  let driver: FeedDriver;
  let line: Line | null = null;
  let offlineUntil = 0;
  const isOffline = (): boolean => time.now() < offlineUntil;
  const isPublic = settings.audience === 'public';

  const get: Get = async (path, { token, signal }) => {
    const mustGoOn = (): void => {
      if (signal.aborted) throw new Error('given up');
      if (isOffline()) throw new Error('no network');
    };
    if (path.includes('/snapshot')) tally.add('snapshots fetched');
    await world.way();
    mustGoOn();
    const node = world.anyNode();
    if (node === null) throw new Error('nobody answers');
    const before = node.place();
    const { status, text } = await time.standsFor(
      node.ask({ method: 'GET', path, ...(token === undefined ? {} : { token }) }),
    );
    if (token === undefined) world.sentToPublic.push({ channel: path, text, places: [before, node.place()] });
    await world.way();
    mustGoOn();
    return { status, body: status === 200 ? (JSON.parse(text) as unknown) : null };
  };

  const openSocket: OpenSocket = (ears) => {
    const node: ServerNode | null = isOffline() ? null : world.anyNode();
    let isHere = true;
    const mine = openLine(
      random,
      () => world.weather,
      {
        page: { take: (packet) => socket.take(packet), closed: () => socket.lost() },
        server: { take: (packet) => served?.take(packet), closed: () => served?.lost() },
      },
      { dropped: () => tally.add('packets dropped'), repeated: () => tally.add('packets repeated') },
    );
    const served =
      node?.engine.connect({
        write: (packet) => {
          if (isPublic) world.sentToPublic.push({ channel: `socket of ${name}`, text: packet, places: [node.place()] });
          const isEvent = packet.startsWith('2');
          if (packet.startsWith('2["feed:delta"')) tally.add('deltas sent');
          mine.toPage(packet, isEvent);
        },
        close: () => mine.closeFrom('server'),
        backlogBytes: () => mine.backlogBytes(),
      }) ?? null;
    const socket = pageSocket(ears, {
      send: (packet) => {
        if (packet.includes('"feed:join"')) tally.add('joins');
        mine.toServer(packet);
      },
      close: () => {
        isHere = false;
        if (line === mine) line = null;
        mine.closeFrom('page');
      },
    });
    if (served === null) {
      setTimeout(
        () => {
          if (isHere) socket.lost();
        },
        random.int(1, world.weather.slowest),
      );
    }
    node?.lines.add(mine);
    line = mine;
    return socket;
  };

  const load = (): FeedDriver => {
    store = createStore<FeedStore>(() => emptyFeed);
    store.subscribe((feed, before) => {
      if (feed.state === null && before.state !== null) throw new Error(`${name} shows nothing any more`);
      if (feed.state !== null && feed.state !== before.state) sees(page, feed.state, before.state);
    });
    return runFeed(settings, store, {
      get,
      openSocket,
      after: (ms, run) => {
        const timer = setTimeout(run, ms);
        return () => {
          clearTimeout(timer);
        };
      },
      elapsed: time.now,
      machineNow: time.now,
      jitterMs: (least, most) => random.int(least, most),
      awaitNewPage: () => {
        throw new Error(`${name} could not read what came`);
      },
    });
  };

  const page: Page = {
    name,
    get settings() {
      return settings;
    },
    state: () => store.getState().state,
    status: () => store.getState().link,
    line: () => line,
    goesOffline: (ms) => {
      offlineUntil = time.now() + ms;
      line?.goesSilent();
      setTimeout(() => {
        driver.tell({ type: 'online' });
      }, ms);
    },
    tabReturns: () => {
      driver.tell({ type: 'tabReturned' });
    },
    reload: (token) => {
      driver.stop();
      settings = token === undefined ? settings : { ...settings, token };
      driver = load();
    },
    close: () => {
      driver.stop();
    },
  };
  driver = load();
  return page;
}
