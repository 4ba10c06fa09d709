import { EventEmitter } from 'node:events';

import type { FeedServer } from '@yavka/server/feed/feed-server';
import { Server } from 'socket.io';

/** What lies under a socket of the server: the server's end of a line. */
export interface ServerEnd {
  /** A packet came up. */
  take(packet: string): void;
  /** The connection is gone. */
  lost(): void;
}

interface Down {
  readonly write: (packet: string) => void;
  readonly close: () => void;
  readonly backlogBytes: () => number;
}

/**
 * The real Socket.IO server on an engine without a network: its connections are handed to it, and what it writes is
 * handed on as the text that would go into a WebSocket frame.
 */
export interface MemoryEngine {
  readonly io: FeedServer;
  connect(down: Down): ServerEnd;
}

export function memoryEngine(): MemoryEngine {
  const engine = Object.assign(new EventEmitter(), { close: () => undefined });
  const io: FeedServer = new Server({ serveClient: false });
  io.bind(engine);
  let connections = 0;
  return {
    io,
    connect: (down) => {
      const lost = (): void => {
        if (conn.readyState === 'closed') return;
        conn.readyState = 'closed';
        conn.emit('close', 'transport close');
      };
      const conn = Object.assign(new EventEmitter(), {
        id: `line${String((connections += 1))}`,
        protocol: 4,
        readyState: 'open',
        request: { headers: {}, connection: {}, url: '/' },
        remoteAddress: '192.0.2.1',
        writeBuffer: [],
        transport: {
          name: 'memory',
          writable: true,
          socket: {
            get bufferedAmount() {
              return down.backlogBytes();
            },
          },
        },
        write: (packet: string): void => {
          if (conn.readyState === 'open') down.write(packet);
        },
        close: (): void => {
          down.close();
          lost();
        },
      });
      engine.emit('connection', conn);
      return {
        take: (packet) => {
          if (conn.readyState === 'open') conn.emit('data', packet);
        },
        lost,
      };
    },
  };
}
