import type { Socket } from 'node:net';
import { connect, createServer } from 'node:net';

import { placeOf } from '../postgres/tcp-proxy.ts';

/** A node's cable to the database. */
export interface Cable {
  /** The database's address by way of the cable. */
  readonly url: string;
  /** Breaks what is open and refuses what comes, as a database that is gone; or lets nothing through and tells nobody. */
  cut(how: 'refused' | 'silent'): void;
  mend(): void;
  remove(): Promise<void>;
}

export async function layCable(databaseUrl: string): Promise<Cable> {
  const place = placeOf(new URL(databaseUrl));
  const sockets = new Set<Socket>();
  let broken: 'refused' | 'silent' | null = null;
  const entrance = createServer((near) => {
    if (broken === 'refused') {
      near.destroy();
      return;
    }
    const far = connect(place);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('close', () => {
        sockets.delete(socket);
        near.destroy();
        far.destroy();
      });
      socket.on('error', () => socket.destroy());
    }
    near.on('data', (chunk: Buffer) => far.write(chunk));
    far.on('data', (chunk: Buffer) => near.write(chunk));
    if (broken === 'silent') for (const socket of [near, far]) socket.pause();
  });
  await new Promise<void>((resolve) => entrance.listen(0, '127.0.0.1', resolve));
  const address = entrance.address();
  if (address === null || typeof address === 'string') throw new Error('the cable has no end');
  const url = new URL(databaseUrl);
  // A database that listens on a socket in a folder is reached by a port now.
  url.searchParams.delete('host');
  url.host = `127.0.0.1:${String(address.port)}`;
  return {
    url: url.href,
    cut: (how) => {
      broken = how;
      for (const socket of sockets) {
        if (how === 'refused') socket.destroy();
        else socket.pause();
      }
    },
    mend: () => {
      // What was held back goes on its way, late.
      broken = null;
      for (const socket of sockets) socket.resume();
    },
    remove: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => entrance.close(resolve));
    },
  };
}
