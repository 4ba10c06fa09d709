import { firstBrokenSeq } from '@yavka/shared/log/seal';
import type { ClientToServer, ServerToClient } from '@yavka/shared/protocol/wire';
import { socketPath } from '@yavka/shared/protocol/wire';
import type { Socket } from 'socket.io-client';
import { io } from 'socket.io-client';

import type { FeedSocket, SocketEars } from './open-socket.ts';

/** A server that takes longer to answer the handshake is given up, milliseconds. */
const handshakeWithinMs = 5_000;

/**
 * One Socket.IO connection, for one use. It never comes back by itself: there is one way to resync, and it is the
 * connection machine's.
 * @param address of the server; undefined is the page's own
 */
export function feedSocketTo(address: string | undefined, ears: SocketEars): FeedSocket {
  const options = {
    path: socketPath,
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    timeout: handshakeWithinMs,
  };
  const socket: Socket<ServerToClient, ClientToServer> = address === undefined ? io(options) : io(address, options);
  let isDone = false;
  const finish = (): void => {
    isDone = true;
    socket.removeAllListeners();
    socket.disconnect();
  };
  const closed = (): void => {
    if (isDone) return;
    finish();
    ears.closed();
  };
  socket.on('connect', ears.opened);
  socket.on('connect_error', closed);
  socket.on('disconnect', closed);
  socket.on('feed:delta', ears.delta);
  socket.on('feed:refetch', ears.refetch);
  socket.on('feed:heartbeat', ears.heartbeat);
  socket.on('feed:goodbye', ears.goodbye);
  return {
    join: (join, answered) => {
      socket.emit('feed:join', join, (answer) => {
        if (!isDone) answered(answer);
      });
    },
    // Telemetry: a socket that cannot send it now drops it.
    painted: (painted) => {
      socket.volatile.emit('screen:painted', painted);
    },
    firstBrokenSeq,
    close: finish,
  };
}
