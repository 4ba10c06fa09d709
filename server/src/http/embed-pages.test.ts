import type { RequestListener } from 'node:http';

import { recordedDayUntil, stateAfter } from '@yavka/shared/analysis/released-state.fixture';
import type { Mode } from '@yavka/shared/ids';
import { embedKinds } from '@yavka/shared/embeds/embed-request';
import type { ElectionState } from '@yavka/shared/log/state';
import request from 'supertest';
import { describe, expect, it } from 'vitest';

import type { ElectionHost } from '../live/election-host.ts';
import { loadPack } from '../packs/load-pack.ts';
import { embedAssets } from './embed-assets.ts';
import { embedPages } from './embed-pages.ts';

const electionId = 'test-two-zones';
const assets = { script: '/assets/embed-1.js', sheets: ['/assets/embed-1.css'] };

/** The pages over a state and a clock that a test moves by hand; whatever is not theirs is answered with 418. */
async function open() {
  const { resolved } = await loadPack(electionId);
  const at = (hour: string): number => Date.parse(`${resolved.pack.date}T${hour}:00+01:00`);
  const dayUntil = (id: string, mode: Mode = 'live'): ElectionState => ({
    ...stateAfter(recordedDayUntil(resolved.pack, at('18:01'), id)),
    ...{ logId: 'log', electionId, mode },
  });
  let state = dayUntil('a-1800-list');
  let now = at('18:30');
  const host = {
    current: () => ({ clock: { reading: () => ({ at: now, rate: 1, running: true }) } }),
  } as unknown as ElectionHost;
  const gateway = { published: () => ({ seq: state.seq, publicState: state, deskState: state }) };
  const pages = embedPages({ host, gateway, resolved, assets });
  const listener: RequestListener = (asked, response) => {
    if (!pages.answer(asked, response, asked.url ?? '')) response.writeHead(418).end();
  };
  return {
    get: (path: string, headers: Record<string, string> = {}) => request(listener).get(path).set(headers),
    send: (method: 'head' | 'post', path: string) => request(listener)[method](path),
    show: (id: string, mode?: Mode) => (state = dayUntil(id, mode)),
    stand: (hour: string) => (now = at(hour)),
  };
}

const addressOf = (kind: string, more = ''): string => `/embed/${kind}?election=${electionId}&lang=en${more}`;

describe('an embed’s page', () => {
  it.each(embedKinds)(
    '[EMB-1, EMB-5] %s is whole as it comes: its value, its title, one script and one sheet',
    async (kind) => {
      const { get } = await open();
      const { status, text, type } = await get(addressOf(kind));
      expect([status, type]).toEqual([200, 'text/html']);
      expect(text).toContain('<html lang="en" data-surface="embed" data-theme="ink">');
      expect(text).toContain('<title>55.40% as of 18:00 · Senate election in Tarvia</title>');
      expect(text).toMatch(/data-log-id="log" data-seq="\d+" data-changes-at="\d+" data-protocol-version="\d+"/);
      expect(text).toContain('55.40');
      expect(text.match(/<script/g)).toHaveLength(1);
      expect(text).toContain('<link rel="stylesheet" href="/assets/embed-1.css">');
    },
  );

  it('[EMB-7] may stand in anybody’s frame and runs and loads nothing but our own files', async () => {
    const { get } = await open();
    const { headers, text } = await get(addressOf('number'));
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain('frame-ancestors *');
    expect(policy).not.toMatch(/unsafe|data:|https?:|(script|style|connect|font)-src[^;]*\*/);
    expect(headers['x-frame-options']).toBeUndefined();
    expect(headers['cross-origin-resource-policy']).toBe('cross-origin');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['x-robots-tag']).toBe('noindex, indexifembedded');
    expect(text).not.toMatch(/<style|style="|\son[a-z]+="|<script(?![^>]* src=)/);
  });

  it('[EMB-2] names its election: without one the answer is the address that does', async () => {
    const { get } = await open();
    const { status, headers } = await get('/embed/curve?lang=kk&theme=paper&utm_source=x');
    expect(status).toBe(302);
    expect(headers['location']).toBe(`/embed/curve?election=${electionId}&lang=kk&theme=paper`);
  });

  it('[EMB-2] of another election says so in three languages and has no figure', async () => {
    const { get } = await open();
    for (const kind of embedKinds) {
      const { status, text } = await get(`/embed/${kind}?election=another-2030&lang=kk`);
      expect(status).toBe(410);
      expect([...text.matchAll(/<section lang="(\w\w)">/g)].map(([, lang]) => lang)).toEqual(['kk', 'ru', 'en']);
      expect(text).toContain('another-2030');
      expect(text).not.toMatch(/\d\d[.,]\d|<script/);
    }
  });

  it.each([
    ['election', 'election=%3Cscript%3E'],
    ['election', 'election='],
    ['election', `election=another-2030&election=${electionId}`],
    ['at', `election=${electionId}&at=`],
    ['at', `election=${electionId}&at=18%2000`],
    ['at', 'at=%3Cscript%3E'],
    ['at', `election=${electionId}&at=12:00&at=18:00`],
    ['expects', `election=${electionId}&expects=Live`],
  ])('[EMB-17] whose %s cannot be read says so and has no figure: %s', async (name, search) => {
    const { get } = await open();
    for (const kind of embedKinds) {
      const { status, headers, text } = await get(`/embed/${kind}?${search}&lang=en`);
      expect([status, headers['location']]).toEqual([400, undefined]);
      expect([...text.matchAll(/<section lang="(\w\w)">/g)].map(([, lang]) => lang)).toEqual(['en', 'kk', 'ru']);
      expect(text).toContain(`Its parameter ${name} cannot be read.`);
      expect(text).not.toMatch(/\d\d[.,]\d|<script/);
    }
  });

  it('[EMB-17] is not refused for what decides no figure, nor for the same said twice', async () => {
    const { get } = await open();
    for (const more of ['&theme=neon&utm_source=x&lang=xx', '&at=18:00&at=18:00', `&election=${electionId}`]) {
      expect((await get(addressOf('number', more))).status).toBe(200);
    }
  });

  it('[EMB-2] of a time that the election does not have is not found', async () => {
    const { get } = await open();
    expect((await get(addressOf('number', '&at=13:00'))).status).toBe(404);
    expect((await get(addressOf('number', '&at=12:00'))).text).toContain('30.00');
  });

  it('[EMB-3] that expects a live day shows no rehearsal', async () => {
    const { get, show } = await open();
    expect((await get(addressOf('map', '&expects=live'))).status).toBe(200);
    show('a-1800-list', 'rehearsal');
    const refused = await get(addressOf('map', '&expects=live'));
    expect(refused.status).toBe(404);
    expect(refused.text).not.toMatch(/\d\d[.,]\d/);
    const rehearsed = await get(addressOf('map'));
    expect([rehearsed.status, rehearsed.text.includes('REHEARSAL')]).toEqual([200, true]);
  });

  it('[EMB-8] is kept by caches for two seconds, for a day where nobody answers, and known again by its tag', async () => {
    const { get, show } = await open();
    const first = await get(addressOf('number'));
    expect(first.headers['cache-control']).toBe('public, max-age=2, stale-while-revalidate=10, stale-if-error=86400');
    expect(first.headers['vary']).toBe('Accept-Encoding');
    expect(first.headers['set-cookie']).toBeUndefined();
    const etag = String(first.headers['etag']);
    expect(etag).toMatch(/^"log\.\d+\.[\w-]{16}"$/);
    const again = await get(addressOf('number'), { 'If-None-Match': etag });
    expect([again.status, again.text]).toEqual([304, '']);
    show('a-2130');
    const after = await get(addressOf('number'), { 'If-None-Match': etag });
    expect(after.status).toBe(200);
    expect(after.text).toContain('58.13');
  });

  it('[EMB-8] is written anew when the clock changes what it shows, and only then', async () => {
    const { get, stand } = await open();
    const tagAt = async (hour: string): Promise<unknown> => {
      stand(hour);
      return (await get(addressOf('map'))).headers['etag'];
    };
    const before = await tagAt('18:30');
    expect(await tagAt('18:40')).toBe(before);
    // The west closes an hour after the capital, and an announcement becomes late.
    expect(await tagAt('21:45')).not.toBe(before);
    expect(await tagAt('18:30')).toBe(before);
  });

  it('[EMB-1] answers HEAD without a body, and leaves what is no embed to others', async () => {
    const { get, send } = await open();
    const head = await send('head', addressOf('number'));
    expect([head.status, head.text ?? '']).toEqual([200, '']);
    expect(Number(head.headers['content-length'])).toBeGreaterThan(500);
    expect((await send('post', addressOf('number'))).status).toBe(418);
    expect((await get('/embed/studio?lang=ru')).status).toBe(418);
    expect((await get('/embed')).status).toBe(418);
  });

  it('[EMB-1] has its figures where no site was built', () => {
    expect(embedAssets('/nowhere/manifest.json')).toEqual({ script: null, sheets: [] });
  });
});
