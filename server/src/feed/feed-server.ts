import type { Server as HttpServer } from 'node:http';

import type { ClientToServer, ServerToClient } from '@yavka/shared/protocol/wire';
import { socketPath } from '@yavka/shared/protocol/wire';
import { Server } from 'socket.io';

import { feedParser } from './feed-parser.ts';

export type FeedServer = Server<ClientToServer, ServerToClient>;

/** Socket.IO as the feed has it, on `http`: websocket only, and not for pages of another origin. */
export function feedServer(
  http: HttpServer,
  allowOrigin: (origin: string | undefined, host: string | undefined) => boolean,
): FeedServer {
  return new Server<ClientToServer, ServerToClient>(http, {
    path: socketPath,
    parser: feedParser,
    transports: ['websocket'],
    serveClient: false,
    perMessageDeflate: false,
    maxHttpBufferSize: 64_000,
    // Only to find readers who went without a word: pages go by our own heartbeat, and a ping with its answer costs more than a delta.
    pingInterval: 25_000,
    pingTimeout: 20_000,
    allowRequest: (request, decide) => {
      // CORS does not protect WebSockets: a page of another site may not open one.
      decide(null, allowOrigin(request.headers.origin, request.headers.host));
    },
  });
}
