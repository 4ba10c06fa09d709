import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';

import { access } from '@yavka/server/access/access';
import { liveClock } from '@yavka/server/clock/election-clock';
import { feedServer } from '@yavka/server/feed/feed-server';
import type { Gateway } from '@yavka/server/feed/gateway';
import { gateway } from '@yavka/server/feed/gateway';
import { httpServer } from '@yavka/server/http/http-server';
import { publicReads } from '@yavka/server/http/public-reads';
import { electionHost } from '@yavka/server/live/election-host';
import { openSession } from '@yavka/server/live/election-session';
import { loadPack } from '@yavka/server/packs/load-pack';
import { MemoryLogStore } from '@yavka/server/storage/memory-log-store';
import { entryVersion } from '@yavka/shared/log/entry';
import type { ElectionState } from '@yavka/shared/log/state';

/** The server's own feed and snapshots on a real port, over a log in memory that grows as fast as a test wants. */
export interface FeedUnderTest {
  readonly port: number;
  readonly electionId: string;
  readonly feed: Gateway;
  /** The connections beneath the sockets of the feed, with whatever waits in them. */
  readonly connections: ReadonlySet<Duplex>;
  /** Of Socket.IO's own question whether somebody is there, milliseconds. */
  readonly pings: { pingInterval: number; pingTimeout: number };
  /** Writes so many reports; resolves with the seq of the last one. */
  grows(reports: number): Promise<number>;
  publicState(): ElectionState;
  close(): Promise<void>;
}

const actor = { role: 'operator', id: 'test' } as const;
/** Long words make large entries. */
const source = 'ж'.repeat(200);

export async function openFeed(): Promise<FeedUnderTest> {
  const { resolved } = await loadPack('test-two-zones');
  const { pack, packHash } = resolved;
  const store = new MemoryLogStore();
  const logId = 'log';
  const payload = { type: 'log.opened', logId, electionId: pack.id, packHash, mode: 'rehearsal' } as const;
  await store.openLog(logId, [{ v: entryVersion, entryId: 'e', commandId: 'open', actor, payload }], 1);
  const clock = liveClock(() => 5_000);
  const parse = (): never => {
    throw new Error('nothing is parsed here');
  };
  const host = electionHost(
    await openSession({ logId, headSeq: 1, store, resolved, parse, clock, onStoreError: () => undefined }),
  );
  const connections = new Set<Duplex>();
  const http = httpServer((request, response) => {
    if (!reads.answer(request, response, request.url ?? '')) response.writeHead(404).end();
  });
  http.on('upgrade', (_request, socket) => {
    connections.add(socket);
    socket.once('close', () => connections.delete(socket));
  });
  const io = feedServer(http, () => true);
  const feed = gateway({ io, host, resolved, access: access(store.tokens, () => 1) });
  const reads = publicReads({ host, gateway: feed, resolved, geometry: null });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  let written = 0;
  return {
    port: (http.address() as AddressInfo).port,
    electionId: pack.id,
    feed,
    connections,
    pings: (io.engine as unknown as { opts: FeedUnderTest['pings'] }).opts,
    grows: async (reports) => {
      const { queue, live } = host.current();
      await Promise.all(
        Array.from({ length: reports }, () => {
          const station = pack.stations[(written += 1) % pack.stations.length]?.id ?? '';
          const report = { station, status: 'open', asOf: written, source } as const;
          return queue.submit({ type: 'ReportStation', commandId: `c${String(written)}`, report }, actor);
        }),
      );
      return live.told('public').state.seq;
    },
    publicState: () => host.current().live.told('public').state,
    close: async () => {
      for (const socket of connections) socket.destroy();
      http.closeAllConnections();
      await feed.close();
      await host.current().close();
    },
  };
}
