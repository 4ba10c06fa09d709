import type { Socket } from 'node:net';
import { connect, createServer } from 'node:net';

/** A cable between browser and server that can be cut: nothing gets through and nobody is told, as with a real one. */
export interface Cable {
  /** The server's address by way of the cable. */
  readonly url: string;
  cut(): void;
  mend(): void;
  remove(): Promise<void>;
}

export async function layCable(serverUrl: string): Promise<Cable> {
  const { port: serverPort } = new URL(serverUrl);
  const sockets = new Set<Socket>();
  let isCut = false;
  const entrance = createServer((near) => {
    const far = connect(Number(serverPort), '127.0.0.1');
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
    if (isCut) for (const socket of [near, far]) socket.pause();
  });
  await new Promise<void>((resolve) => entrance.listen(0, '127.0.0.1', resolve));
  const address = entrance.address();
  if (address === null || typeof address === 'string') throw new Error('the cable has no end');
  return {
    url: `http://127.0.0.1:${address.port}`,
    cut: () => {
      isCut = true;
      for (const socket of sockets) socket.pause();
    },
    mend: () => {
      isCut = false;
      for (const socket of sockets) socket.resume();
    },
    remove: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => entrance.close(resolve));
    },
  };
}
