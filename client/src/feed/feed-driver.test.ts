import type { Join, JoinAnswer } from '@yavka/shared/protocol/wire';
import { firstBrokenSeq } from '@yavka/shared/log/seal';
import { heartbeatEveryMs, PROTOCOL_VERSION } from '@yavka/shared/protocol/wire';
import { describe, expect, it } from 'vitest';
import { createStore } from 'zustand';

import type { FixtureLog } from './election-log.fixture.ts';
import { dayStart, fixtureLog, releaseOf, smallPack } from './election-log.fixture.ts';
import type { FeedSettings } from './feed-driver.ts';
import { runFeed } from './feed-driver.ts';
import type { SocketEars } from './open-socket.ts';
import type { FeedStore } from './store.ts';
import { emptyFeed } from './store.ts';

/** A server, a network and a clock in memory: the test says when anything arrives. */
function world(first: FixtureLog, settings: Partial<FeedSettings> = {}) {
  let log = first;
  let elapsed = 0;
  let slept = 0;
  let isUp = true;
  let httpIsUp = true;
  const timers: { at: number; run: () => void }[] = [];
  const sockets: { ears: SocketEars; isOpen: boolean }[] = [];
  const joins: Join[] = [];
  const gets: string[] = [];
  let newPagesAwaited = 0;
  let answerOf = (join: Join): JoinAnswer => {
    if (settings.expects !== undefined && log.state().mode !== join.expects)
      return { answer: 'rejected', reason: 'wrongMode' };
    const { seq } = log.state();
    if (join.have.logId !== log.logId || join.have.seq > seq)
      return { answer: 'refetch', refetch: { logId: log.logId, seq } };
    const clock = { at: dayStart + 1000, rate: 1, running: true };
    return { answer: 'delta', delta: log.deltaFrom(join.have.seq), clock };
  };
  const store = createStore<FeedStore>()(() => emptyFeed);
  const driver = runFeed({ lane: 'public', audience: 'public', scope: 'summary', ...settings }, store, {
    get: (path, { signal }) => {
      gets.push(path);
      if (!isUp || !httpIsUp) return Promise.reject(new Error('no network'));
      signal.throwIfAborted();
      const body = path === '/api/v1/election' ? smallPack : log.snapshot();
      return Promise.resolve({ status: 200, body: JSON.parse(JSON.stringify(body)) as unknown });
    },
    openSocket: (ears) => {
      const socket = { ears, isOpen: true };
      sockets.push(socket);
      queueMicrotask(() => {
        if (isUp) ears.opened();
        else {
          socket.isOpen = false;
          ears.closed();
        }
      });
      return {
        join: (join, answered) => {
          joins.push(join);
          queueMicrotask(() => {
            if (socket.isOpen) answered(answerOf(join));
          });
        },
        painted: () => undefined,
        firstBrokenSeq,
        close: () => {
          socket.isOpen = false;
        },
      };
    },
    after: (ms, run) => {
      const timer = { at: elapsed + ms, run };
      timers.push(timer);
      return () => {
        const index = timers.indexOf(timer);
        if (index >= 0) timers.splice(index, 1);
      };
    },
    elapsed: () => elapsed,
    machineNow: () => dayStart + elapsed + slept,
    jitterMs: (least) => least,
    awaitNewPage: () => {
      newPagesAwaited += 1;
      return () => undefined;
    },
  });
  /** Lets what is under way (promises only, no time) come to its end. */
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 30; turn += 1) await Promise.resolve();
  };
  const pass = async (ms: number): Promise<void> => {
    const until = elapsed + ms;
    await settle();
    for (;;) {
      const next = timers.filter((timer) => timer.at <= until).sort((a, b) => a.at - b.at)[0];
      if (next === undefined) break;
      timers.splice(timers.indexOf(next), 1);
      elapsed = Math.max(elapsed, next.at);
      next.run();
      await settle();
    }
    elapsed = until;
  };
  const live = () => sockets.filter((socket) => socket.isOpen);
  return {
    store,
    driver,
    joins,
    gets,
    sockets,
    settle,
    pass,
    newPagesAwaited: () => newPagesAwaited,
    send: (event: 'delta' | 'heartbeat' | 'refetch' | 'goodbye', body: unknown) => {
      for (const { ears } of live()) ears[event](JSON.parse(JSON.stringify(body)));
    },
    beat: (over: object = {}) => {
      const { seq } = log.state();
      const clock = { at: dayStart + elapsed, rate: 1, running: true };
      for (const { ears } of live()) ears.heartbeat({ logId: log.logId, seq, clock, ...over });
    },
    swap: (next: FixtureLog) => {
      log = next;
    },
    answerWith: (answer: typeof answerOf) => {
      answerOf = answer;
    },
    goDown: () => {
      isUp = false;
      for (const socket of live()) {
        socket.isOpen = false;
        socket.ears.closed();
      }
    },
    comeUp: () => {
      isUp = true;
    },
    blockHttp: () => {
      httpIsUp = false;
    },
    sleep: (ms: number) => {
      slept += ms;
    },
    status: () => store.getState().link.status,
    state: () => store.getState().state,
  };
}

describe('following', () => {
  it('[FEED-30] takes the snapshot, joins with its place, and folds every delta as the server does', async () => {
    const log = fixtureLog('log-a', 'live');
    const page = world(log);
    await page.settle();
    expect(page.status()).toBe('live');
    expect(page.joins).toEqual([
      {
        protocolVersion: PROTOCOL_VERSION,
        electionId: 'small-election',
        expects: 'live',
        audience: 'public',
        lane: 'public',
        scope: 'summary',
        have: { logId: 'log-a', seq: 1, hash: log.state().hash },
      },
    ]);
    page.send('delta', log.append(releaseOf('AA', '10:00', 2337)));
    page.send('delta', log.append(releaseOf('AA-1', '10:00', 3101), releaseOf('AA-2', '10:00', 1999)));
    expect(page.state()).toEqual(log.state());
  });

  it('[FEED-30] takes what it missed from the join’s own answer, without another snapshot', async () => {
    const log = fixtureLog('log-a', 'live');
    const page = world(log);
    await page.settle();
    const fetched = page.gets.length;
    page.goDown();
    log.append(releaseOf('AA', '10:00', 2337), releaseOf('AA-1', '10:00', 3101));
    page.comeUp();
    await page.pass(3_000);
    expect(page.state()).toEqual(log.state());
    expect([page.joins.at(-1)?.have.seq, page.gets.length]).toEqual([1, fetched]);
    page.send('delta', log.append(releaseOf('AA-2', '10:00', 1999)));
    expect(page.state()).toEqual(log.state());
  });

  it('[FEED-56] names the hash of the place it has, in each join', async () => {
    const log = fixtureLog('log-a', 'live');
    const page = world(log);
    await page.settle();
    page.send('delta', log.append(releaseOf('AA', '10:00', 2337)));
    const { hash } = log.state();
    page.goDown();
    page.comeUp();
    await page.pass(3_000);
    expect(page.joins).toHaveLength(2);
    expect(page.joins.at(-1)?.have).toEqual({ logId: 'log-a', seq: 2, hash });
  });

  it('[FEED-21] a gap is never patched: the snapshot is fetched, then joined again', async () => {
    const log = fixtureLog('log-a', 'live');
    const page = world(log);
    await page.settle();
    log.append(releaseOf('AA', '10:00', 2337));
    page.send('delta', log.append(releaseOf('AA-1', '10:00', 3101)));
    expect(page.state()?.seq).toBe(1);
    await page.settle();
    expect(page.state()).toEqual(log.state());
    expect(page.joins.at(-1)?.have.seq).toBe(3);
    expect(page.status()).toBe('live');
  });

  it('[FEED-23] another log drops everything held and takes its own snapshot', async () => {
    const page = world(fixtureLog('log-a', 'rehearsal'));
    await page.settle();
    const next = fixtureLog('log-b', 'rehearsal');
    next.append(releaseOf('AA', '12:00', 3855));
    page.swap(next);
    page.send('refetch', { logId: 'log-b', seq: 2 });
    await page.settle();
    expect(page.state()).toEqual(next.state());
  });
});

describe('what goes wrong', () => {
  it('[FEED-31] with every read over HTTP blocked after the first, a restarted server still brings what was missed', async () => {
    const log = fixtureLog('log-a', 'live');
    const page = world(log);
    await page.settle();
    page.blockHttp();
    page.goDown();
    const held = page.state();
    await page.pass(9_000);
    expect(page.status()).toBe('reconnecting');
    expect(page.state()).toBe(held);
    log.append(releaseOf('AA', '10:00', 2337));
    page.comeUp();
    await page.pass(12_000);
    expect(page.status()).toBe('live');
    expect(page.state()).toEqual(log.state());
  });

  it('[FEED-26] a cut cable tells nothing: after two heartbeats missed it comes back by itself', async () => {
    const log = fixtureLog('log-a', 'live');
    const page = world(log);
    await page.settle();
    await page.pass(heartbeatEveryMs);
    page.beat();
    await page.pass(2 * heartbeatEveryMs);
    expect(page.status()).toBe('live');
    log.append(releaseOf('AA', '10:00', 2337));
    await page.pass(3_000);
    expect(page.sockets).toHaveLength(2);
    expect(page.state()).toEqual(log.state());
  });

  it('[RUN-2] a server that says when to come back is taken at its word', async () => {
    const page = world(fixtureLog('log-a', 'live'));
    await page.settle();
    page.send('goodbye', { reason: 'shutdown', reconnectInMs: 1_234 });
    await page.pass(1_233);
    expect(page.status()).toBe('reconnecting');
    expect(page.sockets).toHaveLength(1);
    await page.pass(1);
    expect(page.sockets).toHaveLength(2);
    expect(page.status()).toBe('live');
  });

  it('[FEED-32] a machine that slept notices by its own date, though the page’s count stood still', async () => {
    const page = world(fixtureLog('log-a', 'live'));
    await page.settle();
    page.sleep(3_600_000);
    await page.pass(1_000);
    expect(page.status()).toBe('reconnecting');
    await page.pass(1_000);
    expect(page.status()).toBe('live');
  });

  it('[FEED-24] entries whose chain does not hold are not shown; a second time in a row the page says so', async () => {
    const log = fixtureLog('log-a', 'live');
    const page = world(log);
    await page.settle();
    const forge = () => {
      const delta = log.append(releaseOf('AA', '10:00', 9999));
      return { ...delta, entries: delta.entries.map((entry) => ({ ...entry, hash: 'f'.repeat(64) })) };
    };
    page.send('delta', forge());
    expect(page.state()?.seq).toBe(1);
    await page.settle();
    expect(page.status()).toBe('live');
    page.send('delta', forge());
    expect(page.store.getState().link).toMatchObject({ status: 'rejected', reason: 'brokenChain' });
    expect(page.state()?.seq).toBe(2);
    await page.pass(20_000);
    expect(page.status()).toBe('live');
  });

  it('[FEED-33] what the schemas cannot read is not shown: the figures stay and a newer page is awaited', async () => {
    const page = world(fixtureLog('log-a', 'live'));
    await page.settle();
    const held = page.state();
    page.send('delta', { logId: 'log-a', baseSeq: 1, seq: 2, entries: [{ payload: { type: 'figure.foretold' } }] });
    expect(page.store.getState().link).toMatchObject({ status: 'rejected', reason: 'unreadable' });
    expect(page.state()).toBe(held);
    expect(page.newPagesAwaited()).toBe(1);
  });

  it('[FEED-57] a page whose code for the socket is gone from the server keeps its figures, and a newer one is awaited', async () => {
    const page = world(fixtureLog('log-a', 'live'));
    await page.settle();
    const held = page.state();
    page.sockets.at(-1)?.ears.outdated();
    expect([page.state(), page.newPagesAwaited()]).toEqual([held, 1]);
  });

  it('[FEED-33] a server of another version is not argued with', async () => {
    const page = world(fixtureLog('log-a', 'live'));
    page.answerWith(() => ({ answer: 'rejected', reason: 'wrongVersion' }));
    await page.settle();
    expect(page.store.getState().link).toMatchObject({ status: 'rejected', reason: 'wrongVersion' });
    expect(page.newPagesAwaited()).toBe(1);
  });

  it('[FEED-28] a page that insists on live shows nothing of a rehearsal, and takes the live log when there is one', async () => {
    const page = world(fixtureLog('log-r', 'rehearsal'), { expects: 'live' });
    await page.settle();
    expect(page.state()).toBeNull();
    expect(page.store.getState().link).toMatchObject({ status: 'rejected', reason: 'wrongMode' });
    const real = fixtureLog('log-l', 'live');
    page.swap(real);
    await page.pass(20_000);
    expect(page.state()).toEqual(real.state());
  });

  it('[FEED-34] nothing is asked for once it was stopped', async () => {
    const page = world(fixtureLog('log-a', 'live'));
    await page.settle();
    page.driver.stop();
    const { length } = page.gets;
    await page.pass(60_000);
    expect(page.gets).toHaveLength(length);
    expect(page.sockets.filter((socket) => socket.isOpen)).toHaveLength(0);
  });
});

describe('the clock', () => {
  it('[FEED-35] heartbeats of another log do not move it', async () => {
    const page = world(fixtureLog('log-a', 'live'));
    await page.settle();
    const before = page.store.getState().clock;
    page.beat({ logId: 'log-z', clock: { at: 5, rate: 600, running: true } });
    expect(page.store.getState().clock).toBe(before);
  });
});
