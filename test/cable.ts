import type { Socket, TcpNetConnectOpts, IpcNetConnectOpts } from 'node:net';
import { connect, createServer } from 'node:net';

/** A cable to a server that can be cut. */
export interface Cable {
  /** The near end, on loopback. */
  readonly port: number;
  /** Breaks what is open and refuses what comes, as a server that is gone; or lets nothing through and tells nobody. */
  cut(how: 'refused' | 'silent'): void;
  mend(): void;
  remove(): Promise<void>;
}

/** Lays a cable to a server at `place`; a port of loopback is its near end. */
export async function layCable(place: TcpNetConnectOpts | IpcNetConnectOpts): Promise<Cable> {
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
  return {
    port: address.port,
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
