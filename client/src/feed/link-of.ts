import type { ConnectionState } from './connection-machine.ts';
import type { FeedLink } from './store.ts';

/** How the link is shown. Before it was ever live it is starting; the same again keeps its beginning and its identity. */
export function linkOf(before: FeedLink, connection: ConnectionState, wasLive: boolean, elapsedMs: number): FeedLink {
  const status = statusOf(connection, wasLive);
  const reason = connection.name === 'rejected' ? connection.reason : undefined;
  if (before.status === status && before.reason === reason) return before;
  const { lastHeardMs } = before;
  return { status, sinceMs: elapsedMs, lastHeardMs, ...(reason === undefined ? {} : { reason }) };
}

function statusOf(connection: ConnectionState, wasLive: boolean): FeedLink['status'] {
  if (connection.name === 'live' || connection.name === 'rejected') return connection.name;
  return wasLive ? 'reconnecting' : 'starting';
}
