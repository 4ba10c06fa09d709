import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

import express from 'express';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { pageRoutes } from './page-routes.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'yavka-site-'));
const script = 'globalThis.answer = 42;\n'.repeat(20);
const app = express();

beforeAll(() => {
  mkdirSync(path.join(folder, 'assets'));
  const lay = (file: string, words: string | Buffer): void => writeFileSync(path.join(folder, file), words);
  for (const [file, words] of [
    ['index.html', '<title>Board</title>'],
    ['desk.html', '<title>Desk</title>'],
    ['assets/board-1.js', script],
  ] as const) {
    lay(file, words);
    lay(`${file}.br`, brotliCompressSync(words));
    lay(`${file}.gz`, gzipSync(words));
  }
  lay('assets/font-1.woff2', Buffer.of(1, 2, 3));
  app.use(pageRoutes({ folder, fetchedFirst: ['/api/v1/election'] }));
  app.use((_request, response) => {
    response.status(404).type('text').send('Not found');
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the built pages', () => {
  for (const [asked, given] of [
    ['gzip, deflate, br', 'br'],
    ['gzip', 'gzip'],
    ['identity', undefined],
    ['br;q=0, gzip', 'gzip'],
  ] as const) {
    it(`[RUN-13] go as they were compressed at the build: asked for ${asked}`, async () => {
      const answer = await request(app).get('/assets/board-1.js').set('Accept-Encoding', asked);
      expect(answer.status).toBe(200);
      expect(answer.headers['content-encoding']).toBe(given);
      expect(answer.headers['content-type']).toBe('text/javascript; charset=utf-8');
      expect(answer.headers['vary']).toBe('Accept-Encoding');
      expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable');
      if (given !== 'br') expect(answer.text).toBe(script);
    });
  }

  it('[RUN-13, RUN-14] are asked for anew each time, and told by a tag when they are the same', async () => {
    for (const [address, title] of [
      ['/', 'Board'],
      ['/regions/X-1', 'Board'],
      ['/desk', 'Desk'],
    ] as const) {
      const answer = await request(app).get(address).set('Accept-Encoding', 'gzip');
      expect(answer.text).toBe(`<title>${title}</title>`);
      expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
      expect(answer.headers['cache-control']).toBe('no-cache');
      const first = '</api/v1/election>; rel=preload; as=fetch; crossorigin=anonymous';
      expect(answer.headers['link']).toBe(title === 'Board' ? first : undefined);
      const again = await request(app)
        .get(address)
        .set('Accept-Encoding', 'gzip')
        .set('If-None-Match', answer.headers['etag'] ?? '');
      expect(again.status).toBe(304);
    }
  });

  it('[RUN-13] have nothing beside them at an address of its own', async () => {
    const font = await request(app).get('/assets/font-1.woff2');
    expect([font.status, font.headers['vary'], font.headers['content-encoding']]).toEqual([200, undefined, undefined]);
    for (const none of ['/assets/board-1.js.br', '/index.html', '/assets/none.js', '/assets/', '/..%2fsecret', '/no']) {
      const answer = await request(app).get(none);
      expect([none, answer.status, answer.headers['content-encoding']]).toEqual([none, 404, undefined]);
    }
    expect((await request(app).post('/assets/board-1.js')).status).toBe(404);
  });
});
