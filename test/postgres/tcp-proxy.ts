import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { connect, createServer } from 'node:net';
import path from 'node:path';

/** A network between a server and its database, that can be broken. */
export interface TcpProxy {
  /** The database's address through the proxy. */
  readonly url: string;
  /** Ends every connection and lets none in. */
  cut(): void;
  /**
   * Holds back every byte of both directions; connections are taken, and answered nothing. Resolves when the first of
   * those that use one has given it up.
   */
  stall(): Promise<void>;
  /** Lets the database hear everything, and nobody hear its answers. */
  mute(): void;
  /**
   * Lets everything through again, first what was held back: also to the database what was sent by somebody since gone.
   * Resolves when the database has done with that.
   */
  restore(): Promise<void>;
  close(): Promise<void>;
}

/** Where the database of this address listens: a port, or a socket in a folder. */
export function placeOf(url: URL): { host: string; port: number } | { path: string } {
  const folder = url.searchParams.get('host');
  const port = Number(url.port === '' ? 5_432 : url.port);
  if (folder?.startsWith('/') === true) return { path: path.join(folder, `.s.PGSQL.${String(port)}`) };
  return { host: folder ?? url.hostname, port };
}

/** Opens a proxy before the database of `url`. */
export async function openTcpProxy(url: string): Promise<TcpProxy> {
  const target = new URL(url);
  const place = placeOf(target);
  let way: 'open' | 'cut' | 'stalled' | 'muted' = 'open';
  let held: (() => void)[] = [];
  let onGivenUp = (): void => undefined;
  /** Connections to the database whose user has gone. */
  const left = new Set<Socket>();
  const sockets = new Set<Socket>();
  const passOn = (send: () => void): void => {
    if (way === 'stalled') held.push(send);
    else send();
  };

  const server = createServer((near) => {
    const far = connect(place);
    for (const socket of [near, far]) {
      sockets.add(socket);
      // The other end's 'close' says all there is to say.
      socket.on('error', () => undefined);
      socket.on('close', () => sockets.delete(socket));
    }
    near.on('data', (bytes) => {
      passOn(() => far.write(bytes));
    });
    far.on('data', (bytes) => {
      if (way !== 'muted') passOn(() => near.write(bytes));
    });
    near.on('close', () => {
      // What was on its way when the sender went still arrives.
      left.add(far);
      onGivenUp();
      passOn(() => far.end());
    });
    far.on('close', () => {
      left.delete(far);
      near.destroy();
    });
    if (way === 'cut') near.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  target.searchParams.delete('host');
  target.hostname = '127.0.0.1';
  target.port = String((server.address() as AddressInfo).port);
  const cut = (): void => {
    way = 'cut';
    held = [];
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: target.href,
    cut,
    stall: () => {
      way = 'stalled';
      return new Promise((resolve) => {
        onGivenUp = resolve;
      });
    },
    mute: () => {
      way = 'muted';
    },
    restore: async () => {
      way = 'open';
      const closing = [...left].filter((far) => !far.destroyed).map((far) => once(far, 'close'));
      for (const send of held.splice(0)) send();
      await Promise.all(closing);
    },
    close: async () => {
      cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
