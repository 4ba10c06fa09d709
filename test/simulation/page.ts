import type { FeedDriver, FeedSettings } from '@yavka/client/feed/feed-driver';
import { runFeed } from '@yavka/client/feed/feed-driver';
import type { OpenSocket } from '@yavka/client/feed/open-socket';
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

/** More than any server queues for one reader. */
export const fullBytes = 2_000_000;

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
  /** No GET succeeds for `ms`, as behind a proxy that fails: refused at once, or left without an answer. */
  readsFail(ms: number, how: 'refused' | 'left hanging'): void;
  /** Loads the page again, with other settings where some are given. */
  reload(settings?: FeedSettings): void;
  /** What is open follows something else from now on, as when somebody signs in or out, without being loaded again. */
  follows(settings: FeedSettings): void;
  close(): void;
}

export function openPage(
  world: World,
  name: string,
  first: FeedSettings,
  sees: (state: ElectionState, before: ElectionState | null, settings: FeedSettings, name: string) => void,
): Page {
  const { random, time, tally } = world;
  let settings = first;
  let store = createStore<FeedStore>(() => emptyFeed);
  let driver: FeedDriver;
  let line: Line | null = null;
  let offlineUntil = 0;
  let readsFailUntil = 0;
  let readsHang = false;
  let isChanging = false;
  const isOffline = (): boolean => time.now() < offlineUntil;

  /** Resolves when a read may go on its way. */
  const mayRead = async (signal: AbortSignal): Promise<void> => {
    if (time.now() >= readsFailUntil) return;
    tally.add(readsHang ? 'reads left hanging' : 'reads refused');
    if (readsHang && !signal.aborted) {
      await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
    }
    throw new Error('no read succeeds');
  };

  const get: Get = async (path, { token, signal }) => {
    const mustGoOn = (): void => {
      if (signal.aborted) throw new Error('given up');
      if (isOffline()) throw new Error('no network');
    };
    if (path.includes('/snapshot')) tally.add('snapshots fetched');
    await mayRead(signal);
    await world.way();
    mustGoOn();
    const node = world.anyNode();
    if (node === null) throw new Error('nobody answers');
    const before = node.place();
    const compressed = random.chance(0.5);
    const { status, text, isCompressed } = await time.standsFor(async () =>
      node.ask({ method: 'GET', path, compressed, ...(token === undefined ? {} : { token }) }),
    );
    if (isCompressed && token === undefined) tally.add('compressed bodies searched');
    if (token === undefined) world.sentToPublic.push({ channel: path, text, places: [before, node.place()] });
    await world.way();
    mustGoOn();
    return { status, body: status === 200 ? (JSON.parse(text) as unknown) : null };
  };

  const openSocket: OpenSocket = (ears) => {
    const node: ServerNode | null = isOffline() ? null : world.anyNode();
    const { audience, token } = settings;
    let isHere = true;
    let wasStalled = false;
    const mine = openLine(
      random,
      () => world.weather,
      {
        page: { take: (packet) => socket.take(packet), closed: () => socket.lost() },
        server: { take: (packet) => served?.take(packet), closed: () => served?.lost() },
      },
      {
        dropped: () => tally.add('packets dropped'),
        repeated: () => tally.add('packets repeated'),
        overtaken: () => tally.add('packets overtaken'),
      },
    );
    const served =
      node?.engine.connect({
        write: (packet) => {
          if (audience === 'public')
            world.sentToPublic.push({ channel: `socket of ${name}`, text: packet, places: [node.place()] });
          const isEvent = packet.startsWith('2');
          if (packet.startsWith('2["feed:delta"')) {
            tally.add('deltas sent');
            if (token !== undefined) world.sendsTo(token, node, packet);
          }
          if (packet.startsWith('2["feed:refetch"') && wasStalled) tally.add('slow readers told to fetch');
          mine.toPage(packet, isEvent);
        },
        close: () => mine.closeFrom('server'),
        backlogBytes: () => {
          const bytes = mine.backlogBytes();
          if (bytes > fullBytes) {
            tally.add('deltas kept from slow readers');
            wasStalled = true;
          }
          return bytes;
        },
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

  const run = (): FeedDriver =>
    runFeed(settings, store, {
      get,
      openSocket,
      after: (ms, then) => {
        const timer = setTimeout(then, ms);
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
  const load = (): FeedDriver => {
    store = createStore<FeedStore>(() => emptyFeed);
    store.subscribe((feed, before) => {
      if (feed.state === null) {
        if (before.state !== null && !isChanging) throw new Error(`${name} shows nothing any more`);
        return;
      }
      if (feed.state === before.state) return;
      if (time.now() < readsFailUntil) tally.add('places shown while no read succeeds');
      sees(feed.state, before.state, settings, name);
    });
    return run();
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
    readsFail: (ms, how) => {
      readsFailUntil = time.now() + ms;
      readsHang = how === 'left hanging';
    },
    reload: (next = settings) => {
      driver.stop();
      settings = next;
      driver = load();
    },
    follows: (next) => {
      driver.stop();
      settings = next;
      isChanging = true;
      driver = run();
      isChanging = false;
      if (store.getState().state !== null) throw new Error(`${name} still shows what another audience had`);
    },
    close: () => {
      driver.stop();
    },
  };
  driver = load();
  return page;
}
