import type { firstBrokenSeq } from '@yavka/shared/log/seal';
import type { Join, Painted } from '@yavka/shared/protocol/wire';

/** What a socket tells. What comes from the server is unread: the driver reads it by the schemas. */
export interface SocketEars {
  readonly opened: () => void;
  /** Closed, or never opened; said once. */
  readonly closed: () => void;
  /** The page's own code for it is not to be had: only a newer page can open one. */
  readonly outdated: () => void;
  readonly delta: (body: unknown) => void;
  readonly refetch: (body: unknown) => void;
  readonly heartbeat: (body: unknown) => void;
  readonly goodbye: (body: unknown) => void;
}

export interface FeedSocket {
  readonly join: (join: Join, answered: (body: unknown) => void) => void;
  readonly painted: (painted: Painted) => void;
  /** Proves what it brought: its library comes with the socket, since nothing is to be proved before. */
  readonly firstBrokenSeq: typeof firstBrokenSeq;
  /** Closes without a word to the ears. */
  readonly close: () => void;
}
export type OpenSocket = (ears: SocketEars) => FeedSocket;
