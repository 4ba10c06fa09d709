import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { ClientToServer, ServerToClient } from '@yavka/shared/protocol/wire';
import type { ServerOptions, Socket } from 'socket.io';
import { Server } from 'socket.io';
import { io } from 'socket.io-client';
import { afterEach, describe, expect, it } from 'vitest';

import { sharedFrame } from './shared-frame.ts';
import { backlogOf, sendFrame, socketWire } from './socket-wire.ts';

type Here = Socket<ClientToServer, ServerToClient>;
interface Beneath {
  readonly writeBuffer: readonly unknown[];
  readonly transport: { writable: boolean };
}

const endings: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

/** A server and one reader of it: the server's side of the socket, and what the reader has heard when told goodbye. */
async function connected(options: Partial<ServerOptions> = {}) {
  const http = createServer();
  const server = new Server<ClientToServer, ServerToClient>(http, { transports: ['websocket'], ...options });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;
  const here = new Promise<Here>((resolve) => server.once('connection', resolve));
  const client = io(`http://127.0.0.1:${String(port)}`, { transports: ['websocket'], reconnection: false });
  endings.push(
    () => server.close(),
    () => client.disconnect(),
  );
  const heard: unknown[] = [];
  client.onAny((...event: unknown[]) => heard.push(event));
  const goodbye = new Promise((resolve) => client.once('feed:goodbye', resolve));
  // Once the reader has heard of the connection nothing waits in the socket's queue.
  const [socket] = await Promise.all([here, new Promise((resolve) => client.once('connect', () => resolve(null)))]);
  const beneath = socket.conn as unknown as Beneath;
  const heardAll = async (): Promise<unknown[]> => {
    socket.emit('feed:goodbye', { reason: 'shutdown' });
    await goodbye;
    return heard.slice(0, -1);
  };
  return { socket, beneath, heardAll };
}

const refetch = { logId: 'журнал – «№ 1» 𝟙', seq: 7 };
const again = { logId: 'x'.repeat(70_000), seq: 8 };
const event = 'feed:refetch';

describe('a shared frame', () => {
  it.each([
    ['past the queue', {}],
    ['through the queue, where messages are compressed', { perMessageDeflate: { threshold: 0 } }],
  ])('[FEED-11] delivers what an emit delivers, letter for letter, in order: %s', async (_, options) => {
    const { socket, heardAll } = await connected(options);
    sendFrame(socketWire(socket), sharedFrame(event, refetch));
    socket.emit(event, again);
    sendFrame(socketWire(socket), sharedFrame(event, again));
    sendFrame(socketWire(socket), sharedFrame(event, refetch));
    socket.emit(event, refetch);
    expect(await heardAll()).toEqual([
      [event, refetch],
      [event, again],
      [event, again],
      [event, refetch],
      [event, refetch],
    ]);
  });

  it('[FEED-11] keeps its place behind what waits in the queue', async () => {
    const { socket, beneath, heardAll } = await connected();
    beneath.transport.writable = false;
    socket.emit(event, again);
    sendFrame(socketWire(socket), sharedFrame(event, refetch));
    expect(beneath.writeBuffer).toHaveLength(2);
    beneath.transport.writable = true;
    expect(await heardAll()).toEqual([
      [event, again],
      [event, refetch],
    ]);
  });

  it.each([
    ['passes the queue by when nothing waits there', {}, 0],
    ['goes by the queue where the transport beneath is another', { name: 'another' }, 1],
    ['goes by the queue where the transport beneath may compress', { perMessageDeflate: {} }, 1],
  ])('[FEED-11] %s', async (_, change, queued) => {
    const { socket, beneath, heardAll } = await connected();
    for (const [name, value] of Object.entries(change)) Object.defineProperty(beneath.transport, name, { value });
    let packets = 0;
    socket.conn.on('packetCreate', () => (packets += 1));
    sendFrame(socketWire(socket), sharedFrame(event, refetch));
    expect(packets).toBe(queued);
    expect(await heardAll()).toEqual([[event, refetch]]);
  });

  it('[FEED-11] is dropped where the socket has gone', async () => {
    const { socket, beneath } = await connected();
    socket.disconnect(true);
    sendFrame(socketWire(socket), sharedFrame(event, refetch));
    expect(beneath.writeBuffer).toEqual([]);
  });
});

it('[FEED-6] sees what a reader has not taken', async () => {
  const { socket } = await connected();
  expect(backlogOf(socketWire(socket))).toEqual({ packets: 0, bytes: 0 });
  const frame = sharedFrame(event, { logId: 'x'.repeat(100_000), seq: 1 });
  for (let count = 0; count < 200; count += 1) sendFrame(socketWire(socket), frame);
  const { packets, bytes } = backlogOf(socketWire(socket));
  expect(packets + bytes).toBeGreaterThan(0);
});
