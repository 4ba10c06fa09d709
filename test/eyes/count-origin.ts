import type { Server } from 'node:http';
import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

export const requestKinds = ['page', 'file', 'pointer', 'snapshot', 'election', 'other'] as const;
export type RequestKind = (typeof requestKinds)[number];

/** What a request is for, by its path. */
export function requestKindOf(path: string): RequestKind {
  if (path.startsWith('/embed/')) return 'page';
  if (path.startsWith('/assets/')) return 'file';
  if (path.startsWith('/api/v1/pointer')) return 'pointer';
  if (path.startsWith('/api/v1/snapshots/')) return 'snapshot';
  return path.startsWith('/api/v1/elections/') ? 'election' : 'other';
}

/**
 * A door before a server that counts who comes through it: what a proxy fetches behind its readers' backs stands in no
 * log of its own. A server that is away is away behind it too.
 */
export async function countOrigin(origin: string): Promise<{
  readonly port: number;
  readonly counts: () => Record<RequestKind, number>;
  readonly close: () => void;
}> {
  const counted = new Map<RequestKind, number>();
  const agent = new Agent({ keepAlive: true });
  const door: Server = createServer((incoming, outgoing) => {
    const kind = requestKindOf(incoming.url ?? '');
    counted.set(kind, (counted.get(kind) ?? 0) + 1);
    const { host: _host, ...headers } = incoming.headers;
    const onward = request(origin + (incoming.url ?? ''), { method: incoming.method ?? 'GET', headers, agent });
    onward.on('response', (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on('error', () => outgoing.destroy());
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
  return {
    port: (door.address() as AddressInfo).port,
    counts: () =>
      Object.fromEntries(requestKinds.map((kind) => [kind, counted.get(kind) ?? 0])) as Record<RequestKind, number>,
    close: () => {
      door.closeAllConnections();
      door.close();
    },
  };
}
