import type { Audience } from '@yavka/shared/log/audience';
import type { ClientToServer, Lane, Scope, ServerToClient } from '@yavka/shared/protocol/wire';
import type { Socket } from 'socket.io';

import type { SocketWire } from './socket-wire.ts';

export type FeedSocket = Socket<ClientToServer, ServerToClient>;

/** A reader that has joined: where it sits and what it was told. */
export interface Seat {
  readonly socket: FeedSocket;
  readonly wire: SocketWire;
  readonly audience: Audience;
  readonly lane: Lane;
  readonly scope: Scope;
  /** The hash of the token it joined with; null for the public. */
  readonly tokenHash: string | null;
  /** The place that its join was answered at. */
  readonly joinedSeq: number;
  /** True when it read too slowly and missed something: it will be told to fetch, once it reads again. */
  behind: boolean;
  /** True once it has gone or taken another seat: nothing that still waits for this one is sent. */
  left: boolean;
}
