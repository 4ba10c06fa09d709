import { pino } from 'pino';
import request from 'supertest';
import { expect, it } from 'vitest';

import { buildHttp } from './build-http.ts';

/** The address that a server with these proxies counts a request to, when it is said to have come by that way. */
async function countedAs(trustedProxies: readonly string[], forwardedFor: string): Promise<string> {
  const app = buildHttp(pino({ level: 'silent' }), () => undefined, trustedProxies);
  app.get('/who', (asked, response) => {
    response.json(asked.ip);
  });
  return (await request(app).get('/who').set('X-Forwarded-For', forwardedFor)).body as string;
}

it('[ACC-6] counts who asks by his own address behind a proxy that is believed, and by the asker’s own word never', async () => {
  expect(await countedAs(['loopback'], '203.0.113.7')).toBe('203.0.113.7');
  expect(await countedAs(['loopback'], '198.51.100.1, 203.0.113.7')).toBe('203.0.113.7');
  expect(await countedAs(['loopback', '203.0.113.0/24'], '198.51.100.1, 203.0.113.7')).toBe('198.51.100.1');
  expect(await countedAs([], '203.0.113.7')).toMatch(/127\.0\.0\.1$/);
});
