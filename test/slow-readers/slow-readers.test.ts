import { backlogLimit } from '@yavka/server/feed/backlog-limit';
import { backlogOf } from '@yavka/server/feed/socket-wire';
import { afterEach, describe, expect, it } from 'vitest';

import type { FeedUnderTest } from './feed-under-test.ts';
import { openFeed } from './feed-under-test.ts';
import type { RawReader } from './raw-reader.ts';
import { openRawReader } from './raw-reader.ts';

const endings: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

async function serving(): Promise<FeedUnderTest> {
  const server = await openFeed();
  endings.push(server.close);
  return server;
}

/** Readers who have joined and hold what there is. */
async function readersOf({ port, electionId }: FeedUnderTest, count: number): Promise<RawReader[]> {
  const readers = await Promise.all(
    // Every fifth on air, the others as boards are.
    Array.from({ length: count }, (_, index) => openRawReader(port, electionId, index % 5 === 0 ? 'air' : 'public')),
  );
  endings.push(() => {
    for (const { socket } of readers) socket.close();
  });
  return readers;
}

/** What waits in the server for all who sit. */
function waitingIn({ feed }: FeedUnderTest): { readonly most: number; readonly packets: number; readonly sum: number } {
  const backlogs = [...feed.seats].map(({ wire }) => backlogOf(wire));
  const bytes = backlogs.map((backlog) => backlog.bytes);
  return {
    most: Math.max(...bytes),
    packets: Math.max(...backlogs.map((backlog) => backlog.packets)),
    sum: bytes.reduce((sum, each) => sum + each, 0),
  };
}

const burst = 200;
/** More bytes than any report has in a delta. */
const largestReport = 1_200;

/** The log grows until everyone who stalls misses something: until the kernels' buffers are full, and the server's. */
async function growsUntilMissed(server: FeedUnderTest, stalled: number, others: readonly RawReader[]): Promise<void> {
  const missing = (): number => [...server.feed.seats].filter(({ behind }) => behind).length;
  while (missing() < stalled) {
    const seq = await server.grows(burst);
    await Promise.all(others.map(async (reader) => reader.reached(seq)));
  }
}

describe('a hundred readers who do not read', () => {
  it('[FEED-6, FEED-52] cost the server a bounded queue each, while others are served, and are right when they read on', async () => {
    const server = await serving();
    const others = await readersOf(server, 10);
    const stalled = await readersOf(server, 100);
    for (const { socket } of stalled) socket.stalls();
    await growsUntilMissed(server, stalled.length, others);
    const full = waitingIn(server);
    expect(full.most).toBeGreaterThan(backlogLimit.bytes);
    expect(full.most).toBeLessThanOrEqual(backlogLimit.bytes + burst * largestReport);
    expect(full.packets).toBeLessThanOrEqual(backlogLimit.packets + 1);

    // However much the log grows now, nothing more waits for anybody, and the others have it.
    for (let more = 0; more < 10; more += 1) {
      const seq = await server.grows(burst);
      await Promise.all(others.map(async (reader) => reader.reached(seq)));
      server.feed.heartbeat();
    }
    expect(waitingIn(server).sum).toBeLessThanOrEqual(full.sum);
    expect(others.map((reader) => reader.fetches())).toEqual(others.map(() => 1));

    for (const { socket } of stalled) socket.readsOn();
    const { seq } = server.publicState();
    const right = Promise.all(stalled.map(async (reader) => reader.reached(seq)));
    let isRight = false;
    void right.then(() => (isRight = true));
    while (!isRight) {
      // As every few seconds; a reader that has taken everything is told then.
      server.feed.heartbeat();
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    for (const reader of [...stalled, ...others]) expect(reader.state()).toEqual(server.publicState());
  });
});

describe('one reader who does not read', () => {
  it('[FEED-52] has one answer waiting for it, however often it asks to join', async () => {
    const server = await serving();
    const reports = 1_500;
    await server.grows(reports);
    const [reader] = await readersOf(server, 1);
    const [seat] = server.feed.seats;
    if (reader === undefined || seat === undefined) throw new Error('nobody sits');
    reader.socket.stalls();
    // Each answer is a megabyte, and made for this reader alone.
    for (let asked = 0; asked < 90; asked += 1) reader.joins(1);
    while (backlogOf(seat.wire).bytes <= backlogLimit.bytes) await new Promise((resolve) => setImmediate(resolve));
    // Whatever else it asked for has long been heard when another reader's first question is answered.
    await readersOf(server, 1);
    expect(backlogOf(seat.wire).bytes).toBeLessThanOrEqual(reports * largestReport);
    reader.socket.readsOn();
    await reader.reached(await server.grows(1));
    expect(reader.state()).toEqual(server.publicState());
  });

  it('[FEED-52] is given up when it does not answer, and leaves nothing waiting', async () => {
    const server = await serving();
    server.pings.pingInterval = 100;
    server.pings.pingTimeout = 60_000;
    const [reader] = await readersOf(server, 1);
    reader?.socket.stalls();
    server.pings.pingTimeout = 1;
    await growsUntilGone(server);
    // In the same turn in which it lost its seat, not when a closing word has been waited for in vain.
    expect([...server.connections].map(({ destroyed }) => destroyed)).not.toContain(false);
  });
});

/** The log grows while somebody sits. */
async function growsUntilGone(server: FeedUnderTest): Promise<void> {
  while (server.feed.seats.size > 0) {
    await server.grows(burst);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
