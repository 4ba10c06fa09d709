import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterEach, describe, expect, it } from 'vitest';

import { callServer } from './call-server.ts';

const endings: (() => void)[] = [];
afterEach(() => {
  for (const end of endings.splice(0)) end();
});

/** A server that answers every request with `body`, and remembers what it was asked for. */
async function serverAnswering(status: number, body: string) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(status).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  endings.push(() => server.close());
  return { asked, url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}` };
}

const token = 'a-token-for-tests';

describe('a verb that calls a server', () => {
  it('[CLI-1] says in a sentence when nobody answers, when it is no address, and when it is another program', async () => {
    const nobody = callServer({ url: 'http://127.0.0.1:1', token }, 'GET', '/tokens');
    await expect(nobody).rejects.toThrow(/No server answers at http:\/\/127\.0\.0\.1:1 \(.+\)/);
    await expect(callServer({ url: 'localhost', token }, 'GET', '/tokens')).rejects.toThrow(/is no address/);
    const { url } = await serverAnswering(404, 'Not found');
    await expect(callServer({ url, token }, 'GET', '/tokens')).rejects.toThrow(/is not this product's server/);
  });

  it('[CLI-1] takes an address with a stroke at its end, and tells a refusal in the server’s words', async () => {
    const { url, asked } = await serverAnswering(200, '{"tokens":[]}');
    expect(await callServer({ url: `${url}/`, token }, 'GET', '/tokens')).toEqual({ tokens: [] });
    expect(asked).toEqual(['/api/v1/tokens']);
    const refusing = await serverAnswering(
      403,
      '{"rejected":"notAllowed","message":{"en":"This token may not do that."}}',
    );
    await expect(callServer({ url: refusing.url, token }, 'GET', '/tokens')).rejects.toThrow(
      'This token may not do that.',
    );
  });
});
