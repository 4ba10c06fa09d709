import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { applyEntries } from '@yavka/shared/log/apply-entry';
import { emptyState } from '@yavka/shared/log/empty-state';
import { commandSchema } from '@yavka/shared/log/command';
import type { Actor } from '@yavka/shared/log/entry';
import type {
  ClientToServer,
  Delta,
  Heartbeat,
  Join,
  JoinAnswer,
  Refetch,
  ServerToClient,
} from '@yavka/shared/protocol/wire';
import { PROTOCOL_VERSION } from '@yavka/shared/protocol/wire';
import type { Socket } from 'socket.io-client';
import { io } from 'socket.io-client';
import { afterEach, describe, expect, it } from 'vitest';

import { access } from '../access/access.ts';
import { liveClock } from '../clock/election-clock.ts';
import { electionHost } from '../live/election-host.ts';
import { openSession } from '../live/election-session.ts';
import { loadPack } from '../packs/load-pack.ts';
import { MemoryLogStore } from '../storage/memory-log-store.ts';
import { feedServer } from './feed-server.ts';
import { gateway } from './gateway.ts';

type Reader = Socket<ServerToClient, ClientToServer>;
const actor: Actor = { role: 'operator', id: 'test' };
const endings: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

async function openServer() {
  const { resolved } = await loadPack('test-two-zones');
  const store = new MemoryLogStore();
  const openLog = async (logId: string) => {
    const payload = {
      type: 'log.opened' as const,
      logId,
      electionId: resolved.pack.id,
      packHash: resolved.packHash,
      mode: 'rehearsal' as const,
    };
    await store.openLog(logId, [{ v: 1, entryId: 'e', commandId: 'open', actor, payload }], 1, { inUse: false });
    const parse = () => ({
      language: null,
      asOf: null,
      asOfSnippet: null,
      cutoff: null,
      status: null,
      figures: [],
      leftAlone: [],
    });
    return openSession({
      logId,
      headSeq: 1,
      store,
      resolved,
      parse,
      clock: liveClock(() => 5_000),
      onStoreError: () => undefined,
    });
  };
  const host = electionHost(await openLog('log'));
  const grants = access(store.tokens, () => 1);
  const http = createServer();
  const sockets = feedServer(http, (origin) => origin !== 'https://elsewhere.example');
  /** Put a promise there to hold up whoever's token is being looked at. */
  const looking = { until: Promise.resolve() };
  const check = async (token: string) => {
    const grant = await grants.check(token);
    await looking.until;
    return grant;
  };
  const feed = gateway({ io: sockets, host, resolved, access: { ...grants, check } });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  endings.push(async () => {
    await feed.close();
    await host.current().close();
  });
  const url = `http://127.0.0.1:${String((http.address() as AddressInfo).port)}`;
  const connect = (headers: Record<string, string> = {}): Reader => {
    const socket: Reader = io(url, {
      transports: ['websocket'],
      reconnection: false,
      forceNew: true,
      extraHeaders: headers,
    });
    endings.push(async () => socket.disconnect());
    return socket;
  };
  const join = (socket: Reader, asked: Partial<Join> = {}): Promise<JoinAnswer> =>
    socket.emitWithAck('feed:join', {
      protocolVersion: PROTOCOL_VERSION,
      electionId: resolved.pack.id,
      expects: 'rehearsal',
      audience: 'public',
      lane: 'public',
      scope: 'summary',
      have: { logId: 'log', seq: 1 },
      ...asked,
    });
  let commands = 0;
  const close = (station: string) =>
    host.current().queue.submit(
      commandSchema.parse({
        type: 'ReportStation',
        commandId: `c-${String((commands += 1))}`,
        report: { station, status: 'closed', asOf: 1, source: 'board' },
      }),
      actor,
    );
  const withhold = () =>
    host.current().queue.submit(
      {
        type: 'Withhold',
        commandId: `c-${String((commands += 1))}`,
        withholdingId: `w-${String(commands)}`,
        target: { kind: 'desk' },
        until: null,
        reason: 'secret reason',
      },
      actor,
    );
  return { host, feed, grants, looking, connect, join, close, withhold, openLog };
}

const next = <Event extends keyof ServerToClient>(socket: Reader, event: Event) =>
  new Promise<Parameters<ServerToClient[Event]>[0]>((resolve) => {
    socket.once(event, resolve as never);
  });

describe('joining', () => {
  it('[FEED-1] brings a reader who is behind what it missed', async () => {
    const { connect, join, close } = await openServer();
    await close('w-1');
    const answer = await join(connect(), { lane: 'air' });
    expect(answer).toMatchObject({
      answer: 'delta',
      delta: { baseSeq: 1, seq: 2, entries: [{ seq: 2, payload: { type: 'station.reported' } }] },
    });
  });

  it('[FEED-1] says nothing beside the answer', async () => {
    const { connect, join, close } = await openServer();
    await close('w-1');
    const socket = connect();
    const said: string[] = [];
    socket.onAny((event: string) => said.push(event));
    for (const have of [
      { logId: 'log', seq: 1 },
      { logId: 'other', seq: 1 },
    ]) {
      await join(socket, { lane: 'air', have });
    }
    // What comes down a socket comes in order: whatever was said beside the first two answers is here by the third.
    await join(socket, { lane: 'air' });
    expect(said.filter((event) => event !== 'feed:heartbeat')).toEqual([]);
  });

  it('[FEED-1] sends a reader of another log, or from the future, to the snapshot', async () => {
    const { connect, join } = await openServer();
    expect(await join(connect(), { have: { logId: 'other', seq: 1 } })).toEqual({
      answer: 'refetch',
      refetch: { logId: 'log', seq: 1 },
    });
    expect(await join(connect(), { have: { logId: 'log', seq: 99 } })).toMatchObject({ answer: 'refetch' });
  });

  it('[FEED-56] sends a reader whose place has another hash to the snapshot, and takes one that names none', async () => {
    const { connect, join, close, host } = await openServer();
    await close('w-1');
    const { hash } = host.current().live.told('public').state;
    const joinWith = (have: Join['have']) => join(connect(), { lane: 'air', have: { ...have, logId: 'log' } });
    expect(await joinWith({ logId: 'log', seq: 2, hash: 'of a log before the backup' })).toEqual({
      answer: 'refetch',
      refetch: { logId: 'log', seq: 2 },
    });
    for (const have of [
      { logId: 'log', seq: 2, hash },
      { logId: 'log', seq: 2 },
      { logId: 'log', seq: 0, hash },
    ]) {
      expect(await joinWith(have)).toMatchObject({ answer: 'delta', delta: { baseSeq: have.seq, seq: 2 } });
    }
  });

  it.each([
    ['wrongVersion', { protocolVersion: 99 }],
    ['wrongElection', { electionId: 'another' }],
    ['wrongMode', { expects: 'live' as const }],
    ['unknownScope', { scope: 'stations:NOWHERE' }],
    ['notAllowed', { audience: 'desk' as const }],
    ['notAllowed', { audience: 'desk' as const, token: 'yv_guessed' }],
    ['notAllowed', { lane: 'desk' as const }],
    ['badJoin', { have: { logId: 'log', seq: -1 } }],
  ])('[FEED-2] rejects with %s', async (reason, asked) => {
    const { connect, join } = await openServer();
    expect(await join(connect(), asked)).toEqual({ answer: 'rejected', reason });
  });

  it('[FEED-8] refuses a socket opened by a page of another origin', async () => {
    const { connect } = await openServer();
    const socket = connect({ Origin: 'https://elsewhere.example' });
    const refused = await new Promise((resolve) => {
      socket.once('connect_error', () => {
        resolve(true);
      });
      socket.once('connect', () => {
        resolve(false);
      });
    });
    expect(refused).toBe(true);
  });
});

describe('deltas', () => {
  it.each(['air', 'public'] as const)(
    '[FEED-3] follow one another on the %s lane and fold to the log',
    async (lane) => {
      const { connect, join, close, withhold, host } = await openServer();
      const socket = connect();
      const deltas: Delta[] = [];
      await join(socket, { lane });
      const reached = new Promise<void>((resolve) => {
        socket.on('feed:delta', (delta) => {
          deltas.push(delta);
          if (delta.seq === 5) resolve();
        });
      });
      await close('w-1');
      await withhold();
      await Promise.all([close('e-1'), close('e-2')]);
      await reached;
      expect(deltas.map((delta) => delta.baseSeq)).toEqual([1, ...deltas.slice(0, -1).map((delta) => delta.seq)]);
      const start = applyEntries(emptyState(), host.current().live.told('public').entries.slice(0, 1));
      const folded = applyEntries(
        start,
        deltas.flatMap((delta) => delta.entries),
      );
      expect(folded).toEqual(host.current().live.told('public').state);
    },
  );

  it('[FEED-4] hold what the audience may see: the public a hash, the desk the entry', async () => {
    const { connect, join, withhold, grants } = await openServer();
    const [reader, desk] = [connect(), connect()];
    await join(reader);
    await join(desk, { audience: 'desk', lane: 'desk', token: await grants.issue('operator', 'test') });
    const [toPublic, toDesk] = [next(reader, 'feed:delta'), next(desk, 'feed:delta')];
    await withhold();
    expect(JSON.stringify(await toPublic)).not.toContain('secret');
    expect(await toPublic).toMatchObject({ entries: [{ seq: 2, contentHash: expect.any(String) as string }] });
    expect(await toDesk).toMatchObject({
      entries: [{ payload: { type: 'release.withheld', reason: 'secret reason' } }],
    });
  });

  it('[FEED-4] of an area’s stations hold only its stations, and still every place', async () => {
    const { connect, join, close } = await openServer();
    const socket = connect();
    await close('w-1');
    await close('e-1');
    const answer = await join(socket, { scope: 'stations:TT-E', lane: 'air' });
    const entries = answer.answer === 'delta' ? answer.delta.entries : [];
    expect(entries.map((entry) => ('payload' in entry ? entry.payload.type : 'hidden'))).toEqual([
      'hidden',
      'station.reported',
    ]);
  });
});

describe('the rest of the conversation', () => {
  it('[FEED-7] cuts the sockets of a revoked token', async () => {
    const { connect, join, grants } = await openServer();
    const desk = connect();
    const token = await grants.issue('operator', 'test');
    await join(desk, { audience: 'desk', lane: 'desk', token });
    const gone = next(desk, 'feed:goodbye');
    const cut = new Promise((resolve) => desk.once('disconnect', resolve));
    const [held] = await grants.list();
    await grants.revoke(held?.id ?? '');
    expect(await gone).toEqual({ reason: 'revoked' });
    await cut;
  });

  it('[FEED-7] lets nobody in whose token is revoked while it is looked at', async () => {
    const { connect, join, grants, looking } = await openServer();
    const token = await grants.issue('operator', 'test');
    let looked: () => void = () => undefined;
    looking.until = new Promise((resolve) => (looked = resolve));
    const answer = join(connect(), { audience: 'desk', lane: 'desk', token });
    // Another reader's join, answered after the first was taken up, shows that the first is being looked at.
    await join(connect());
    const [held] = await grants.list();
    await grants.revoke(held?.id ?? '');
    looked();
    expect(await answer).toEqual({ answer: 'rejected', reason: 'notAllowed' });
  });

  it('[FEED-50] seats a socket as what it asked for last, though that was looked at sooner', async () => {
    const { connect, join, grants, looking, withhold } = await openServer();
    const socket = connect();
    const token = await grants.issue('operator', 'test');
    let looked: () => void = () => undefined;
    looking.until = new Promise((resolve) => (looked = resolve));
    const answered: string[] = [];
    const desk = join(socket, { audience: 'desk', lane: 'desk', token }).then(() => answered.push('desk'));
    const open = join(socket, { lane: 'air' }).then(() => answered.push('public'));
    // Another reader's join, answered after both were taken up, shows that the first is being looked at.
    await join(connect());
    looked();
    await Promise.all([desk, open]);
    expect(answered).toEqual(['desk', 'public']);
    const told = next(socket, 'feed:delta');
    await withhold();
    expect(JSON.stringify(await told)).not.toContain('secret');
  });

  it('[FEED-2] gives a token that only drives the replay no desk', async () => {
    const { connect, join, grants } = await openServer();
    const token = await grants.issue('replay', 'driver');
    expect(await join(connect(), { audience: 'desk', token })).toEqual({ answer: 'rejected', reason: 'notAllowed' });
    expect(await join(connect(), { token })).toMatchObject({ answer: 'delta' });
  });

  it('[FEED-12] cuts a reader that asks to join without end', async () => {
    const { connect, join } = await openServer();
    const socket = connect();
    const cut = new Promise((resolve) => socket.once('disconnect', resolve));
    for (let asked = 0; asked < 101; asked += 1) join(socket).catch(() => undefined);
    await cut;
  });

  it('[RUN-12] cuts a socket that says more than any page does, whatever it says', async () => {
    const { connect, join } = await openServer();
    const socket = connect();
    await join(socket);
    // However slow the machine is, some ten seconds will have more of them than are allowed.
    while (socket.connected) {
      for (let said = 0; said < 200; said += 1) socket.emit('screen:painted', { logId: 'log', seq: 1, paintedAt: 1 });
      await new Promise((resolve) => setImmediate(resolve));
    }
  });

  it('[FEED-4] sends a reader that joined anew nothing meant for its earlier seat', async () => {
    const { connect, join, withhold, grants } = await openServer();
    const socket = connect();
    const token = await grants.issue('operator', 'test');
    await join(socket);
    const deltas: Delta[] = [];
    socket.on('feed:delta', (delta) => deltas.push(delta));
    await join(socket, { audience: 'desk', lane: 'desk', token });
    await withhold();
    await join(socket, { audience: 'desk', lane: 'desk', token, have: { logId: 'log', seq: 2 } });
    expect(deltas.flatMap(({ entries }) => entries)).toMatchObject([{ payload: { reason: 'secret reason' } }]);
  });

  it('[FEED-10] tells everyone when another log takes the place of the old one', async () => {
    const { connect, join, host, openLog } = await openServer();
    const socket = connect();
    await join(socket);
    const told: Promise<Refetch> = next(socket, 'feed:refetch');
    await host.swap(await openLog('second'));
    expect(await told).toEqual({ logId: 'second', seq: 1 });
  });

  it('[RUN-1, RUN-2] says goodbye after what was written last, to each reader with a time of its own, and takes none', async () => {
    const { connect, join, close, feed } = await openServer();
    const readers = Array.from({ length: 4 }, () => connect());
    for (const reader of readers) await join(reader);
    const heard = readers.map((reader) => {
      const said: unknown[] = [];
      reader.on('feed:delta', ({ seq }) => said.push(seq));
      return new Promise<unknown[]>((resolve) => {
        reader.once('feed:goodbye', ({ reason, reconnectInMs }) => {
          resolve([...said, reason, reconnectInMs]);
        });
      });
    });
    await close('w-1');
    await feed.farewell();
    const said = await Promise.all(heard);
    expect(said.map((words) => words.slice(0, 2))).toEqual(readers.map(() => [2, 'shutdown']));
    const times = said.map((words) => Number(words[2]));
    expect(times.toSorted((a, b) => a - b)).toEqual([250, 833, 1416, 2000]);
    const [reader] = readers;
    const again = new Promise((resolve) => reader?.once('feed:goodbye', resolve));
    if (reader !== undefined) join(reader).catch(() => undefined);
    expect(await again).toEqual({ reason: 'shutdown', reconnectInMs: 250 });
  });

  it('[CLK-2] tells the clock and the place in a heartbeat', async () => {
    const { connect, join, feed } = await openServer();
    const socket = connect();
    await join(socket);
    const told: Promise<Heartbeat> = next(socket, 'feed:heartbeat');
    feed.heartbeat();
    expect(await told).toEqual({ logId: 'log', seq: 1, clock: { at: 5_000, rate: 1, running: true } });
  });
});
