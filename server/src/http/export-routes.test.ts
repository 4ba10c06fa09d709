import { at, pack, resolved } from '@yavka/shared/scenes/recorded-scenes.fixture';
import { pino } from 'pino';
import request from 'supertest';
import { describe, expect, it } from 'vitest';

import { access } from '../access/access.ts';
import { eveningState } from '../exports/recorded-table.fixture.ts';
import type { ElectionHost } from '../live/election-host.ts';
import { MemoryLogStore } from '../storage/memory-log-store.ts';
import { atomRoutes } from './atom-routes.ts';
import { buildHttp, endHttp } from './build-http.ts';
import { exportRoutes } from './export-routes.ts';
import type { KeptBodies } from './kept-bodies.ts';
import { keptBodies } from './kept-bodies.ts';
import { openApiDocument } from './openapi.ts';

/** The routes over a state that the test moves along. */
async function openExports(publicUrl: string | null = null, bodies: KeptBodies = keptBodies()) {
  const grants = access(new MemoryLogStore().tokens, () => 1);
  const stands = { state: eveningState(), now: at('20:14') };
  const session = { live: { told: () => ({ state: stands.state, entries: [] }) }, clock: { now: () => stands.now } };
  const host = { current: () => session } as unknown as ElectionHost;
  const app = buildHttp(pino({ level: 'silent' }));
  app.use('/api/v1', exportRoutes({ host, resolved, access: grants }, bodies));
  app.use(atomRoutes({ host, resolved, publicUrl }));
  endHttp(app);
  const get = (path: string, headers: Record<string, string> = {}) => request(app).get(`/api/v1/${path}`).set(headers);
  const feed = (query: string, headers: Record<string, string> = {}) =>
    request(app).get(`/feed.atom${query}`).set(headers).buffer(true);
  return { get, feed, stands, operator: await grants.issue('operator', 'desk') };
}

describe('exports over HTTP', () => {
  it('[OUT-6] refuse what they do not understand by the parameter’s name, in three languages', async () => {
    const { get } = await openExports();
    const refusals = [
      ['lang=de', 'invalidQuery', 'lang: kk, ru, en'],
      ['at=21:00', 'invalidQuery', `at: ${pack.cutoffs.map(({ id }) => id).join(', ')}, all`],
      ['are=x', 'invalidQuery', 'are'],
      ['table=x', 'invalidQuery', 'table: figures, revisions'],
      ['lang=ru&lang=en', 'invalidQuery', 'lang: kk, ru, en'],
      ['at=20:05&at=18:05', 'invalidQuery', 'at: once'],
      ['area=nowhere', 'unknownArea', 'nowhere'],
    ] as const;
    for (const [query, rejected, detail] of refusals) {
      for (const format of ['csv', 'json', 'xlsx']) {
        const refused = await get(`export.${format}?${query}`);
        expect(refused.status).toBeGreaterThanOrEqual(400);
        expect(refused.body).toMatchObject({ rejected, detail, message: { kk: /\S/, ru: /\S/, en: /\S/ } });
      }
    }
    expect((await get('export.pdf')).status).toBe(404);
  });

  it('[OUT-17] that cannot be made are an error, which is no file, is not encoded as one and is kept by nobody', async () => {
    const failing: KeptBodies[] = [
      { holds: () => false, at: async () => Promise.reject(new Error('no room')) },
      { holds: () => true, at: async () => Promise.resolve({ as: async () => Promise.reject(new Error('no room')) }) },
    ];
    for (const bodies of failing) {
      const { get } = await openExports(null, bodies);
      const failed = await get('export.csv', { 'Accept-Encoding': 'br, gzip' });
      expect([failed.status, failed.body]).toEqual([500, { error: 'internal' }]);
      expect(failed.headers['content-type']).toMatch(/^application\/json/);
      const said = ['content-encoding', 'content-disposition', 'cache-control'].filter(
        (name) => name in failed.headers,
      );
      expect(said).toEqual([]);
    }
  });

  it('[OUT-6] are made for a reader only so often', async () => {
    const { get } = await openExports();
    const statuses: number[] = [];
    for (const { id } of pack.areas) statuses.push((await get(`export.xlsx?area=${id}`)).status);
    expect(statuses).toContain(429);
    const refused = await get('export.xlsx?lang=kk');
    expect(refused.body).toMatchObject({ rejected: 'tooMany' });
    expect(refused.headers['retry-after']).toBe('10');
  });

  it('[OUT-7] show the desk’s audience to who may see it, and keep that in no cache', async () => {
    const { get, operator } = await openExports();
    expect((await get('export.csv?audience=desk')).body).toMatchObject({ rejected: 'notSignedIn' });
    const shown = await get('export.csv?audience=desk', { Authorization: `Bearer ${operator}` });
    expect(shown.status).toBe(200);
    expect(shown.headers['cache-control']).toBe('private, no-cache');
    expect(shown.headers['access-control-allow-origin']).toBeUndefined();
  });

  it('[OUT-8] are the same for the same place and question, and are held by their tag', async () => {
    const { get, stands } = await openExports();
    const first = await get('export.csv?lang=kk');
    const { etag = '' } = first.headers as { etag?: string };
    expect(first.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'cache-control': 'public, max-age=2, stale-if-error=86400',
      'content-disposition': `attachment; filename="${pack.id}_turnout_20-05_kk_rehearsal.csv"`,
      'access-control-allow-origin': '*',
    });
    expect((await get('export.csv?lang=kk', { 'If-None-Match': etag })).status).toBe(304);
    for (const other of ['export.csv?lang=ru', 'export.json?lang=kk', 'export.csv?lang=kk&at=all']) {
      expect((await get(other, { 'If-None-Match': etag })).status).toBe(200);
    }
    stands.state = { ...stands.state, seq: stands.state.seq + 1 };
    expect((await get('export.csv?lang=kk', { 'If-None-Match': etag })).status).toBe(200);
  });

  it.each(['br', 'gzip'])(
    '[OUT-8, FEED-54] go compressed to who takes them so, and are the same (%s)',
    async (taken) => {
      const { get, feed } = await openExports();
      for (const ask of [
        (headers: Record<string, string>) => get('export.csv?lang=en', headers),
        (headers: Record<string, string>) => get('export.json?lang=kk', headers),
        (headers: Record<string, string>) => feed('', headers),
      ]) {
        const [plain, small] = [await ask({ 'Accept-Encoding': 'identity' }), await ask({ 'Accept-Encoding': taken })];
        expect([plain.headers['content-encoding'], small.headers['content-encoding']]).toEqual([undefined, taken]);
        expect(small.headers['vary']).toBe('Accept-Encoding');
        expect(textOf(small)).toBe(textOf(plain));
        expect(Number(small.headers['content-length'])).toBeLessThan(Number(plain.headers['content-length']));
      }
      const book = await get('export.xlsx', { 'Accept-Encoding': taken });
      expect(book.headers['content-encoding']).toBeUndefined();
    },
  );

  it('[OUT-8] say anew what is awaited once a cutoff’s time has come', async () => {
    const { get, stands } = await openExports();
    const path = `export.json?at=22:00&area=${pack.root}`;
    const early = await get(path);
    expect(early.body).toMatchObject({ figures: [{ missing: 'notYetDue' }] });
    stands.now = at('22:01');
    const { etag = '' } = early.headers as { etag?: string };
    const late = await get(path, { 'If-None-Match': etag });
    expect(late.body).toMatchObject({ figures: [{ missing: 'awaited' }] });
  });

  it('[OUT-6] are described with what may be asked of them', () => {
    const { paths } = openApiDocument('1.0.0') as {
      paths: Record<string, { get: { parameters: { name: string }[] } } | undefined>;
    };
    for (const format of ['csv', 'json', 'xlsx']) {
      const names = paths[`/api/v1/export.${format}`]?.get.parameters.map(({ name }) => name);
      expect(names).toEqual(['lang', 'at', 'area', 'table', 'audience']);
    }
  });
});

/** The client of the tests takes what is no text of the web's for bytes. */
function textOf({ text, body }: request.Response): string {
  return Buffer.isBuffer(body) ? body.toString() : text;
}

describe('the feed over HTTP', () => {
  it('[OUT-11] may be kept by caches and is held by its tag', async () => {
    const { feed, stands } = await openExports();
    const first = await feed('?lang=kk');
    expect(first.headers).toMatchObject({
      'content-type': 'application/atom+xml; charset=utf-8',
      'cache-control': 'public, max-age=2, stale-if-error=86400',
    });
    const { etag = '' } = first.headers as { etag?: string };
    expect((await feed('?lang=kk', { 'If-None-Match': etag })).status).toBe(304);
    expect((await feed('?lang=ru', { 'If-None-Match': etag })).status).toBe(200);
    stands.state = { ...stands.state, seq: stands.state.seq + 1 };
    expect((await feed('?lang=kk', { 'If-None-Match': etag })).status).toBe(200);
  });

  it.each([
    ['https://yavka.example', 'https://yavka.example/feed.atom?lang=kk'],
    [null, '/feed.atom?lang=kk'],
  ])(
    '[OUT-16] names the address that was set (%s), whatever host its reader and his proxies name',
    async (set, self) => {
      const { feed } = await openExports(set);
      const read = [
        await feed('?lang=kk', { Host: 'evil.example' }),
        await feed('?lang=kk', { Host: 'evil"><x', 'X-Forwarded-Host': 'evil.example', 'X-Forwarded-Proto': 'gopher' }),
      ].map(textOf);
      for (const text of read) {
        expect(text).toContain(`rel="self" type="application/atom+xml" hreflang="kk" href="${self}"`);
        expect(
          [...text.matchAll(/ href="([^"]*)"/g)].filter(([, href = '']) => !href.startsWith(`${set ?? ''}/`)),
        ).toEqual([]);
        expect(text).not.toMatch(/evil|gopher/);
      }
    },
  );

  it('[OUT-6] refuses a language that it does not have', async () => {
    const { feed } = await openExports();
    expect((await feed('?lang=de')).body).toMatchObject({ rejected: 'invalidQuery', detail: 'lang: kk, ru, en' });
  });
});

describe('bodies that are kept', () => {
  it('are made once for all who ask at the same time, again where making failed, and not for ever', async () => {
    const bodies = keptBodies(2);
    let made = 0;
    const make = async (): Promise<Buffer> => {
      made += 1;
      return Promise.resolve(Buffer.from(String(made)));
    };
    await Promise.all([bodies.at('a', make), bodies.at('a', make)]);
    expect(made).toBe(1);
    await expect(bodies.at('b', async () => Promise.reject(new Error('no room')))).rejects.toThrow('no room');
    await bodies.at('b', make);
    await bodies.at('c', make);
    expect([bodies.holds('a'), bodies.holds('b'), bodies.holds('c')]).toEqual([false, true, true]);
  });
});
