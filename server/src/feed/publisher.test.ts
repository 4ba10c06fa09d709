import { emptyState } from '@yavka/shared/log/empty-state';
import type { Lane, Scope } from '@yavka/shared/protocol/wire';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import type { ElectionSession } from '../live/election-session.ts';
import { publisher } from './publisher.ts';
import type { FeedSocket, Seat } from './seat.ts';
import { seating } from './seating.ts';
import { socketWire } from './socket-wire.ts';

/** What a seat was sent: `[event, body]`. */
type Heard = readonly [string, { readonly logId: string; readonly baseSeq?: number; readonly seq: number }];

/** A session whose log grows by hand; entries are hidden ones, which every audience may see. */
function handSession(logId: string) {
  const entries: { seq: number; contentHash: string; hash: string }[] = [];
  let followed = (): void => undefined;
  const told = () => ({ state: { ...emptyState(), logId, seq: entries.length }, entries });
  const live = {
    told,
    reached: () => Promise.resolve(),
    onFollowed: (listener: () => void) => {
      followed = listener;
      return () => (followed = () => undefined);
    },
  };
  const grow = (): void => {
    entries.push({ seq: entries.length + 1, contentHash: 'c', hash: 'h' });
    followed();
  };
  const clock = { now: () => 1, reading: () => ({ at: 1, rate: 1, running: true }) };
  grow();
  return { session: { logId, live, clock } as unknown as ElectionSession, grow };
}

/** A seat whose socket notes what is written to it; its transport is none that frames could pass by. */
function noting(lane: Lane, scope: Scope = 'summary'): { seat: Seat; heard: Heard[]; frames: unknown[] } {
  const heard: Heard[] = [];
  const frames: unknown[] = [];
  const write = (packet: string, frame: unknown) => {
    heard.push(JSON.parse(packet.slice(1)) as Heard);
    frames.push(frame);
  };
  const conn = { readyState: 'open', writeBuffer: [], transport: { name: 'noting', writable: true }, write };
  const socket = { conn } as unknown as FeedSocket;
  const seat: Seat = {
    socket,
    wire: socketWire(socket),
    audience: 'public',
    lane,
    scope,
    tokenHash: null,
    joinedSeq: 1,
    behind: false,
    left: false,
  };
  return { seat, heard, frames };
}

function open(publicReaders: number) {
  const { session, grow } = handSession('first');
  const studio = noting('air');
  const desk = noting('desk');
  const readers = Array.from({ length: publicReaders }, () => noting('public'));
  const seats = seating();
  for (const { seat } of [...readers, studio, desk]) seats.take(seat);
  const sending = publisher(session, seats, { stations: [] } as never);
  const reached = (seq: number): number =>
    readers.filter(({ heard }) => heard.some(([, body]) => body.seq >= seq)).length;
  return { grow, studio, desk, readers, seats, sending, reached };
}

const tick = 40;

describe('the publisher', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setImmediate', 'clearImmediate'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('[FEED-5] serves the studio at once, and between two chunks of the public', () => {
    const { grow, studio, reached } = open(200);
    grow();
    expect(studio.heard.map(([, body]) => body.seq)).toEqual([2]);
    expect(reached(2)).toBe(0);
    vi.advanceTimersByTime(tick);
    vi.advanceTimersToNextTimer();
    expect(reached(2)).toBeGreaterThan(0);
    expect(reached(2)).toBeLessThan(200);
    grow();
    expect(studio.heard.map(([, body]) => body.seq)).toEqual([2, 3]);
    vi.runAllTimers();
    expect(reached(3)).toBe(200);
  });

  it('[FEED-5] serves studio and desk at once while a heartbeat goes round thousands', () => {
    const { grow, studio, desk, readers, sending } = open(1_000);
    sending.heartbeat();
    vi.advanceTimersToNextTimer();
    const beaten = readers.filter(({ heard }) => heard.length > 0).length;
    expect(beaten).toBeGreaterThan(0);
    expect(beaten).toBeLessThan(1_000);
    grow();
    for (const { heard } of [studio, desk]) {
      expect(heard.map(([event, { seq }]) => [event, seq])).toEqual([
        ['feed:heartbeat', 1],
        ['feed:delta', 2],
      ]);
    }
    expect(readers.filter(({ heard }) => heard.length > 0)).toHaveLength(beaten);
    vi.runAllTimers();
    for (const { heard } of readers) expect(heard.map(([event]) => event)).toEqual(['feed:heartbeat', 'feed:delta']);
  });

  it('[FEED-3] names in a heartbeat the place that its reader has been told of, also between a commit and its tick', () => {
    const { grow, studio, readers, sending } = open(100);
    grow();
    sending.heartbeat();
    vi.runAllTimers();
    for (const { heard } of readers) {
      expect(heard.map(([event, { seq }]) => [event, seq])).toEqual([
        ['feed:heartbeat', 1],
        ['feed:delta', 2],
      ]);
    }
    expect(studio.heard.map(([event, { seq }]) => [event, seq])).toEqual([
      ['feed:delta', 2],
      ['feed:heartbeat', 2],
    ]);
  });

  it('[FEED-44] encodes a delta once for each scope, and a heartbeat once, however many read them', () => {
    const { grow, readers, seats, sending } = open(300);
    const others = Array.from({ length: 300 }, () => noting('public', 'stations:A'));
    for (const { seat } of others) seats.take(seat);
    grow();
    vi.runAllTimers();
    sending.heartbeat();
    vi.runAllTimers();
    const [summary, stations] = [readers, others].map((some) => new Set(some.map(({ frames }) => frames[0])));
    expect([summary?.size, stations?.size]).toEqual([1, 1]);
    expect(readers[0]?.frames[0]).not.toBe(others[0]?.frames[0]);
    expect(new Set([...readers, ...others].map(({ frames }) => frames[1])).size).toBe(1);
  });

  it('[FEED-44] cuts a stretch of one log once for those who come back together', () => {
    const { grow, sending } = open(0);
    grow();
    const first = sending.deltaOf('public', 'summary', 1, 2);
    expect(sending.deltaOf('public', 'summary', 1, 2)).toBe(first);
    const others = [
      sending.deltaOf('desk', 'summary', 1, 2),
      sending.deltaOf('public', 'stations:A', 1, 2),
      sending.deltaOf('public', 'summary', 0, 2),
    ];
    expect(new Set([first, ...others]).size).toBe(4);
    const second = handSession('second');
    second.grow();
    sending.follow(second.session);
    expect(sending.deltaOf('public', 'summary', 1, 2)).toMatchObject({ logId: 'second', baseSeq: 1, seq: 2 });
  });

  it('[FEED-4] sends nothing that still waits to a seat that was left', () => {
    const { grow, readers, seats, sending } = open(1_000);
    const last = readers.at(-1);
    if (last === undefined) throw new Error('nobody reads');
    grow();
    vi.advanceTimersByTime(tick);
    sending.heartbeat();
    seats.leave(last.seat);
    vi.runAllTimers();
    expect(last.heard).toEqual([]);
    expect([seats.all.size, seats.calm.size, seats.urgent.size]).toEqual([1_001, 999, 2]);
  });

  it('[FEED-3] makes one delta of what was written while the one before was on its way', () => {
    const { grow, readers } = open(1_000);
    grow();
    vi.advanceTimersByTime(tick);
    grow();
    grow();
    vi.runAllTimers();
    for (const { heard } of readers) {
      expect(heard.map(([, { baseSeq, seq }]) => [baseSeq, seq])).toEqual([
        [1, 2],
        [2, 4],
      ]);
    }
  });

  it('[FEED-3] lets no heartbeat overtake a delta', () => {
    const { grow, readers, sending } = open(1_000);
    grow();
    vi.advanceTimersByTime(tick);
    sending.heartbeat();
    vi.runAllTimers();
    for (const { heard } of readers) expect(heard.map(([event]) => event)).toEqual(['feed:delta', 'feed:heartbeat']);
  });

  it('[FEED-10] says nothing more of the old log once another has taken its place', () => {
    const { grow, readers, studio, sending } = open(1_000);
    grow();
    vi.advanceTimersByTime(tick);
    vi.advanceTimersToNextTimer();
    sending.follow(handSession('second').session);
    vi.runAllTimers();
    for (const { heard } of [...readers, studio]) {
      const at = heard.findIndex(([event]) => event === 'feed:refetch');
      expect(heard.slice(at)).toEqual([['feed:refetch', { logId: 'second', seq: 1 }]]);
    }
  });

  it.each([
    ['the next delta', true],
    ['the next heartbeat', false],
  ])(
    '[FEED-6] tells a reader who missed something to fetch, in place of %s after what waited was taken',
    (_, grows) => {
      const { grow, readers, sending } = open(1);
      const [{ seat, heard } = noting('public')] = readers;
      const conn = seat.socket.conn as unknown as { writeBuffer: unknown[] };
      const tells = (): void => {
        if (grows) grow();
        else sending.heartbeat();
        vi.runAllTimers();
      };
      conn.writeBuffer = Array.from({ length: 300 });
      grow();
      vi.runAllTimers();
      sending.heartbeat();
      vi.runAllTimers();
      conn.writeBuffer = [{}];
      tells();
      expect(heard).toEqual([]);
      conn.writeBuffer = [];
      tells();
      expect(heard).toEqual([['feed:refetch', { logId: 'first', seq: grows ? 4 : 2 }]]);
      tells();
      expect(heard).toHaveLength(2);
    },
  );
});
