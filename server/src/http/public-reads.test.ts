import type { RequestListener } from 'node:http';

import { applyEntries } from '@yavka/shared/log/apply-entry';
import { emptyState } from '@yavka/shared/log/empty-state';
import type { AudienceEntry } from '@yavka/shared/log/entry';
import type { Payload } from '@yavka/shared/log/payload';
import { PROTOCOL_VERSION, pointerSchema, snapshotSchema } from '@yavka/shared/protocol/wire';
import type { Response } from 'supertest';
import request from 'supertest';
import { describe, expect, it } from 'vitest';

import type { ElectionHost } from '../live/election-host.ts';
import { loadPack } from '../packs/load-pack.ts';
import { publicReads } from './public-reads.ts';

const logId = 'log';
const places = `/api/v1/snapshots/v${String(PROTOCOL_VERSION)}`;
const ranges = `/api/v1/entries/v${String(PROTOCOL_VERSION)}`;

/** The reads over a log that a test moves on by hand; whatever is not theirs is answered with 418. */
async function open() {
  const { resolved, geometry } = await loadPack('test-two-zones');
  const entries: AudienceEntry[] = [
    {
      ...{ v: 1, seq: 1, entryId: 'e', commandId: 'open', actor: { role: 'system', id: 'test' }, recordedAt: 7 },
      hash: 'h1',
      payload: { type: 'log.opened', logId, electionId: 'test-two-zones', packHash: 'p', mode: 'rehearsal' },
    },
  ];
  let encoded = 0;
  let clockAt = 100;
  const stateNow = () => ({ ...applyEntries(emptyState(), entries) });
  let state = stateNow();
  const published = () => {
    const counted = { ...state, toJSON: () => ((encoded += 1), state) };
    return { seq: state.seq, publicState: counted, deskState: counted };
  };
  const host = {
    current: () => ({
      live: { told: () => ({ state, entries }) },
      clock: { reading: () => ({ at: (clockAt += 1), rate: 1, running: true }) },
    }),
  } as unknown as ElectionHost;
  let elapsed = 0;
  const reads = publicReads({ host, gateway: { published }, resolved, geometry, elapsed: () => elapsed });
  const listener: RequestListener = (asked, response) => {
    if (!reads.answer(asked, response, asked.url ?? '')) response.writeHead(418).end();
  };
  const grow = (count = 1): void => {
    for (let added = 0; added < count; added += 1) {
      const seq = entries.length + 1;
      entries.push({ seq, contentHash: 'c', hash: `h${String(seq)}` });
    }
    state = stateNow();
  };
  const add = (payload: Payload): void => {
    const seq = entries.length + 1;
    const actor = { role: 'system' as const, id: 'test' };
    const entryId = `e${String(seq)}`;
    entries.push({ v: 1, seq, entryId, commandId: entryId, actor, recordedAt: 7, hash: `h${String(seq)}`, payload });
    state = stateNow();
  };
  const get = (path: string, headers: Record<string, string> = {}) =>
    request(listener).get(path).set(headers).buffer(true).parse(bytes);
  const head = (path: string) => request(listener).head(path).set(plain);
  const passes = (ms: number): void => void (elapsed += ms);
  return { get, head, grow, passes, add, resolved, geometry, encodings: () => encoded };
}

/** The body's bytes, decoded by the client as any other client would. */
function bytes(response: Response, done: (error: Error | null, body: Buffer) => void): void {
  const chunks: Buffer[] = [];
  response.on('data', (chunk: Buffer) => chunks.push(chunk));
  response.on('end', () => {
    done(null, Buffer.concat(chunks));
  });
}

const plain = { 'Accept-Encoding': 'identity' };
const brotli = { 'Accept-Encoding': 'gzip, br' };
const jsonOf = ({ body }: { body: unknown }): unknown => JSON.parse((body as Buffer).toString());

describe('the snapshot', () => {
  it('[FEED-42] is encoded once for all who ask at once, and tells each the time of its own answer', async () => {
    const { get, encodings } = await open();
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, number) => get('/api/v1/snapshot', number % 2 === 0 ? brotli : plain)),
    );
    expect(encodings()).toBe(1);
    const read = answers.map((answer) => snapshotSchema.parse(jsonOf(answer)));
    expect(answers.filter(({ headers }) => headers['content-encoding'] === 'br')).toHaveLength(20);
    expect(new Set(read.map(({ clock }) => clock.at)).size).toBe(40);
    for (const { state } of read) expect(state).toMatchObject({ logId, seq: 1 });
    for (const { headers } of answers) expect(headers['etag']).toBe('"log.public.summary.1"');
  });

  it('[FEED-9, FEED-42] is encoded anew at the next place, and not sent to who holds it', async () => {
    const { get, grow, encodings } = await open();
    await get('/api/v1/snapshot', brotli);
    grow();
    expect((await get('/api/v1/snapshot', { 'If-None-Match': '"log.public.summary.2"' })).status).toBe(304);
    expect((await get('/api/v1/snapshot', { 'If-None-Match': 'W/"x", W/"log.public.summary.2"' })).status).toBe(304);
    expect(encodings()).toBe(1);
    const anew = await get('/api/v1/snapshot', { 'If-None-Match': '"log.public.summary.1"', ...plain });
    expect([anew.status, encodings()]).toEqual([200, 2]);
  });

  it('[FEED-54] goes as the reader takes it most gladly, wherever JSON is read, and says that it hangs on that', async () => {
    const { get, grow } = await open();
    grow(3);
    for (const path of [
      '/api/v1/snapshot',
      '/api/v1/election',
      `${places}/log/summary/4.json`,
      `${ranges}/log/summary/1-4.json`,
    ]) {
      // The client undoes each encoding by itself; the snapshot's clock is of the answer.
      const contents = new Set<string>();
      for (const accepted of ['identity', 'gzip', 'br', 'br;q=0.5, gzip']) {
        const answer = await get(path, { 'Accept-Encoding': accepted });
        const expected = { identity: undefined, gzip: 'gzip', br: 'br', 'br;q=0.5, gzip': 'gzip' }[accepted];
        expect([path, answer.headers['content-encoding']]).toEqual([path, expected]);
        expect(answer.headers['vary']).toContain('Accept-Encoding');
        contents.add((answer.body as Buffer).toString().replace(/"clock":\{.*/, ''));
      }
      expect(contents.size).toBe(1);
    }
  });

  it('[FEED-42] tells its length and tag to who asks for the head alone', async () => {
    const { get, head } = await open();
    for (const path of ['/api/v1/snapshot', '/api/v1/election', `${places}/log/summary/1.json`]) {
      const [whole, asked] = [await get(path, plain), await head(path)];
      expect([asked.status, asked.headers['etag']]).toEqual([200, whole.headers['etag']]);
      expect(asked.headers['content-length']).toBe(whole.headers['content-length']);
    }
  });

  it('[FEED-42] leaves to the application what needs a token, is refused or is no read', async () => {
    const { get } = await open();
    for (const path of [
      '/api/v1/snapshot?audience=desk',
      '/api/v1/snapshot?scope=stations:NOWHERE',
      '/api/v1/snapshot?scope=%00',
      '/api/v1/figures',
      `${places}/log/stations:NOWHERE/1.json`,
      '/api/v1/snapshots/v0/log/summary/1.json',
      '/',
    ]) {
      expect((await get(path)).status).toBe(418);
    }
  });

  it('[FEED-42] is data and no page, whoever asks for it', async () => {
    const { get } = await open();
    const { headers } = await get('/api/v1/snapshot');
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'cross-origin-resource-policy': 'same-origin',
      vary: 'Authorization, Accept-Encoding',
    });
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });
});

describe('reading without a socket', () => {
  it('[FEED-43] a pointer says of itself what it is to those who take compressed bodies', async () => {
    const { get } = await open();
    const asked = await get('/api/v1/pointer', brotli);
    expect(asked.headers['content-encoding']).toBeUndefined();
    expect(pointerSchema.parse(jsonOf(asked))).toMatchObject({ logId, seq: 1 });
  });

  it('[FEED-43] finds the newest snapshot behind the pointer, at an address that may be kept for ever', async () => {
    const { get, grow } = await open();
    grow();
    const asked = await get('/api/v1/pointer');
    const pointer = pointerSchema.parse(jsonOf(asked));
    expect(asked.headers).toMatchObject({
      'cache-control': 'public, max-age=1, stale-while-revalidate=1, stale-if-error=86400',
      'access-control-allow-origin': '*',
    });
    expect(pointer).toMatchObject({ logId, seq: 2, snapshot: `${places}/log/summary/2.json` });
    const found = await get(pointer.snapshot, plain);
    const forAnyPageAndCache = {
      'cache-control': 'public, max-age=31536000, immutable',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      vary: 'Accept-Encoding',
    };
    expect(found.headers).toMatchObject(forAnyPageAndCache);
    expect(jsonOf(found)).toMatchObject({ audience: 'public', state: { logId, seq: 2, hash: 'h2' } });
    const election = await get(pointer.election, plain);
    expect(election.headers).toMatchObject(forAnyPageAndCache);
    expect(jsonOf(election)).toMatchObject({ pack: { id: 'test-two-zones' } });
  });

  it('[FEED-43] gives the same bytes at an address, also when the log has gone on and the bodies were made anew', async () => {
    const { get, grow } = await open();
    grow();
    const at = `${places}/log/summary/2.json`;
    const then = (await get(at, plain)).body as Buffer;
    grow();
    for (const scope of ['summary', 'stations:TT-W', 'stations:TT-E']) {
      for (let seq = 1; seq <= 3; seq += 1) await get(`${places}/log/${scope}/${String(seq)}.json`);
    }
    expect((await get(at, plain)).body).toEqual(then);
    expect(jsonOf({ body: then })).toMatchObject({ clock: { at: 7, rate: 0, running: false } });
  });

  it('[EMB-13] finds every place that a pointer has named in the last minute, however much was said since', async () => {
    const { get, grow, passes } = await open();
    grow();
    const named = pointerSchema.parse(jsonOf(await get('/api/v1/pointer', plain)));
    for (let second = 0; second < 60; second += 1) {
      grow(50);
      passes(1_000);
      if (second % 7 === 0) await get('/api/v1/pointer', plain);
    }
    expect((await get(named.snapshot, plain)).status).toBe(200);
    passes(2_000);
    await get('/api/v1/pointer', plain);
    passes(60_000);
    expect((await get(named.snapshot, plain)).status).toBe(404);
    // What nobody has asked about for long may be named by another server's pointer.
    const last = pointerSchema.parse(jsonOf(await get('/api/v1/pointer', plain)));
    passes(3_600_000);
    grow(500);
    expect((await get(last.snapshot, plain)).status).toBe(200);
  });

  it('[FEED-43] finds no place that is not reached, of another log, or long gone, and lets nobody keep that', async () => {
    const { get, grow } = await open();
    grow();
    const missing = ['log/summary/0', 'log/summary/3', 'other/summary/1', 'other/summary/2'];
    for (const place of missing) expect((await get(`${places}/${place}.json`)).status).toBe(404);
    grow(99);
    for (const place of ['log/summary/102', 'other/summary/60', 'log/summary/0', 'log/summary/37']) {
      const { status, headers } = await get(`${places}/${place}.json`);
      expect([status, headers['cache-control']]).toEqual([404, 'no-store']);
    }
    // The last 64 places are kept.
    expect((await get(`${places}/log/summary/38.json`)).status).toBe(200);
  });

  it('[FEED-43] gives the election and the outlines compressed once, at addresses of their contents', async () => {
    const { get, geometry, resolved } = await open();
    const outlines = await get(geometry?.path ?? '', brotli);
    expect(outlines.headers['cache-control']).toContain('immutable');
    expect(outlines.headers['content-encoding']).toBe('br');
    expect(jsonOf(outlines)).toMatchObject({ type: 'Topology' });
    const election = await get('/api/v1/election', brotli);
    expect(election.headers).toMatchObject({ 'cache-control': 'no-cache', etag: `"${resolved.packHash}"` });
    expect((await get('/api/v1/election', { 'If-None-Match': `"${resolved.packHash}"` })).status).toBe(304);
  });
});

describe('reading the entries of a range', () => {
  const rangeOf = async (
    { get }: Pick<Awaited<ReturnType<typeof open>>, 'get'>,
    range: string,
    scope = 'summary',
  ): Promise<{ readonly entries: readonly AudienceEntry[] }> =>
    jsonOf(await get(`${ranges}/log/${scope}/${range}.json`, plain)) as { entries: AudienceEntry[] };

  it('[FEED-53] gives both ends and all between, whole where public and else by place and hashes', async () => {
    const opened = await open();
    opened.grow(4);
    expect(await rangeOf(opened, '1-2')).toMatchObject({
      protocolVersion: PROTOCOL_VERSION,
      logId,
      scope: 'summary',
      from: 1,
      to: 2,
      entries: [
        { seq: 1, hash: 'h1', payload: { type: 'log.opened' } },
        { seq: 2, contentHash: 'c', hash: 'h2' },
      ],
    });
    expect((await rangeOf(opened, '3-5')).entries.map(({ seq }) => seq)).toEqual([3, 4, 5]);
  });

  it('[FEED-53] shows the entries as their scope does', async () => {
    const opened = await open();
    const report = { station: 'none', status: 'open' as const, asOf: 8, source: 'a source' };
    opened.add({ type: 'station.reported', report });
    expect((await rangeOf(opened, '2-2')).entries[0]).toHaveProperty('payload.report.station', 'none');
    const hidden = (await rangeOf(opened, '2-2', 'stations:TT-W')).entries[0] ?? {};
    expect(Object.keys(hidden)).toEqual(['seq', 'contentHash', 'hash']);
  });

  it('[FEED-53] may be kept for ever by any page and any cache, and is the same bytes when the log has gone on', async () => {
    const { get, grow } = await open();
    grow();
    const at = `${ranges}/log/summary/1-2.json`;
    const then = await get(at, plain);
    expect(then.headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      vary: 'Accept-Encoding',
    });
    grow(200);
    for (let to = 3; to <= 90; to += 1) await get(`${ranges}/log/summary/1-${String(to)}.json`, plain);
    expect((await get(at, plain)).body).toEqual(then.body);
    const compressed = await get(at, brotli);
    expect(compressed.headers['content-encoding']).toBe('br');
    expect(compressed.body).toEqual(then.body);
  });

  it('[FEED-53] finds no range that is none, too long, not published or of another log, and lets nobody keep that', async () => {
    const { get, grow } = await open();
    grow(600);
    for (const range of ['log/summary/1-500', 'log/summary/2-501', 'log/summary/601-601']) {
      expect((await get(`${ranges}/${range}.json`)).status).toBe(200);
    }
    for (const range of [
      'log/summary/0-3',
      'log/summary/3-2',
      'log/summary/1-501',
      'log/summary/601-602',
      'old/summary/1-2',
    ]) {
      const { status, headers } = await get(`${ranges}/${range}.json`);
      expect([range, status, headers['cache-control']]).toEqual([range, 404, 'no-store']);
    }
  });

  it('[FEED-53] leaves to the application what is no such address', async () => {
    const { get } = await open();
    for (const path of [
      `${ranges}/log/summary/1.json`,
      `${ranges}/log/stations:NOWHERE/1-1.json`,
      '/api/v1/entries/v0/log/summary/1-1.json',
      `${places}/log/summary/1-1.json`,
    ]) {
      expect((await get(path)).status).toBe(418);
    }
  });
});
