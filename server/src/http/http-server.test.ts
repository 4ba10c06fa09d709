import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';

import { afterEach, describe, expect, it } from 'vitest';

import { httpServer } from './http-server.ts';

const endings: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

describe('the door', () => {
  it.each([
    ['head', 'GET / HTTP/1.1\r\nHost: x\r\nX-Drop: 1\r\n'],
    ['body', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{'],
  ])('[RUN-8] closes on who never ends the %s of a request', async (_part, begun) => {
    const server = httpServer(
      (request, response) => {
        request.on('end', () => response.end()).resume();
      },
      { headMs: 200, requestMs: 300, idleMs: 5_000, lookEveryMs: 50 },
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    endings.push(() => new Promise((resolve) => server.close(resolve)));
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    let said = '';
    socket.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.write(begun);
    await closed;
    expect(said).toMatch(/^HTTP\/1.1 408 /);
  });

  it('[RUN-8] gives a request a quarter of a minute for its head and half a minute in all, and outwaits a proxy', () => {
    const server = httpServer(() => undefined);
    expect([server.headersTimeout, server.requestTimeout]).toEqual([15_000, 30_000]);
    expect(server.keepAliveTimeout).toBeGreaterThan(60_000);
  });
});
