import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { App } from '@yavka/server/build-app';
import { buildApp } from '@yavka/server/build-app';
import { embedPlateOf } from '@yavka/shared/embeds/embed-plate-of';
import { resolvedPackSchema } from '@yavka/shared/pack/pack';
import { pointerSchema, snapshotSchema } from '@yavka/shared/protocol/wire';
import { pino } from 'pino';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { recordedElection } from '../e2e/recorded-election.ts';
import { seededRandom } from '../seeded-random.ts';
import type { CachedAnswer } from './shared-cache.ts';
import { sharedCache } from './shared-cache.ts';
import type { Reader } from './virtual-readers.ts';
import { openReader, sharedTime } from './virtual-readers.ts';

const election = recordedElection('test-two-zones');
const endings: (() => Promise<unknown> | void)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

async function startApp(): Promise<App> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'yavka-eyes-'));
  endings.push(() => rmSync(dataDir, { recursive: true }));
  const app = await buildApp(
    {
      ...{ port: 0, host: '127.0.0.1', dataDir, databaseUrl: null, packId: election.pack.id, mode: 'rehearsal' },
      ...{ logLevel: 'silent', allowedOrigins: [], trustedProxies: ['loopback'], publicUrl: null },
      replay: { enabled: false, at: '18:30', speed: 60 },
    },
    '0.0.0-test',
    pino({ level: 'silent' }),
  );
  endings.push(app.close);
  return app;
}

/** Enters and verifies an announcement of the recorded day, and waits until the public's pointer names its place. */
async function announce(app: App, id: string): Promise<void> {
  const send = async (command: object): Promise<number> => {
    const answer = await fetch(`${app.url}/api/v1/commands`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${app.tokens.adminToken}` },
      body: JSON.stringify(command),
    });
    expect(answer.status).toBe(200);
    return ((await answer.json()) as { seq: number }).seq;
  };
  const source = 'commission' as const;
  await send({
    type: 'EnterAnnouncement',
    commandId: `${id}-e`,
    announcementId: id,
    source,
    text: election.textOf(id),
  });
  const seq = await send({ type: 'VerifyAnnouncement', commandId: `${id}-v`, announcementId: id });
  await vi.waitFor(
    async () => {
      const pointer = (await (await fetch(`${app.url}/api/v1/pointer`)).json()) as { seq: number };
      expect(pointer.seq).toBeGreaterThanOrEqual(seq);
    },
    { timeout: 60_000, interval: 20 },
  );
}

type Kind = 'pointer' | 'snapshot' | 'election' | 'page' | 'asset' | 'other';
const kindOf = (asked: string): Kind => {
  if (asked.startsWith('/api/v1/pointer')) return 'pointer';
  if (asked.startsWith('/api/v1/snapshots/')) return 'snapshot';
  if (asked.startsWith('/api/v1/elections/')) return 'election';
  if (asked.startsWith('/embed/')) return 'page';
  return asked.startsWith('/assets/') ? 'asset' : 'other';
};

/** The server behind a cache, every request that reaches it counted. */
function behindCache(app: App, time: ReturnType<typeof sharedTime>) {
  const asked: string[] = [];
  let isDown = false;
  const ask = async (at: string, headers: Readonly<Record<string, string>>): Promise<CachedAnswer> => {
    asked.push(at);
    if (isDown) throw new Error('the origin is away');
    const answer = await fetch(app.url + at, {
      headers: { ...headers, 'Accept-Encoding': 'identity' },
      redirect: 'manual',
    });
    return { status: answer.status, headers: Object.fromEntries(answer.headers), body: await answer.text() };
  };
  const cache = sharedCache(ask, time.now);
  let edge = 0;
  return {
    get: (at: string) => ((edge += 1), cache.get(at)),
    edge: () => edge,
    asked: (kind: Kind) => asked.filter((each) => kindOf(each) === kind),
    forget: () => asked.splice(0),
    goes: (away: boolean) => (isDown = away),
  };
}

/** What an embed shows of what the origin says now. */
async function expectAllCurrent(app: App, readers: readonly Reader[]): Promise<void> {
  const pointer = pointerSchema.parse(await (await fetch(`${app.url}/api/v1/pointer`)).json());
  const { state } = snapshotSchema.parse(await (await fetch(app.url + pointer.snapshot)).json());
  const resolved = resolvedPackSchema.parse(await (await fetch(app.url + pointer.election)).json());
  for (const { html, request } of readers) {
    expect(html).toBe(embedPlateOf(state, resolved, pointer.clock.at, request).html);
  }
}

describe('a thousand eyes', () => {
  it('[EMB-13, EMB-14] cost the server nothing but a pointer a second, and each snapshot, page and file once (seed 1)', async () => {
    const app = await startApp();
    await announce(app, 'a-1200');
    const time = sharedTime();
    const edge = behindCache(app, time);
    const random = seededRandom(1);
    const readers: Reader[] = [];
    for (let second = 0; second < 10; second += 1) {
      readers.push(
        ...(await Promise.all(Array.from({ length: 100 }, () => openReader(time, edge.get, random, election.pack.id)))),
      );
      await time.passes(1_000);
    }
    expect(readers).toHaveLength(1_000);
    // Twelve pages, each good for two seconds.
    expect(edge.asked('page').length).toBeLessThanOrEqual(12 * 5);
    expect(edge.asked('asset')).toHaveLength(new Set(edge.asked('asset')).size);
    expect(edge.asked('snapshot')).toEqual([]);
    expect(edge.asked('other')).toEqual([]);

    edge.forget();
    const asked = edge.edge();
    await time.passes(60_000);
    // Each reader asks every 2 to 2.3 s; the server hears one of them a second.
    expect(edge.edge() - asked).toBeGreaterThan(1_000 * 25);
    expect(edge.asked('pointer').length).toBeLessThanOrEqual(61);
    expect(edge.asked('pointer').length).toBeGreaterThan(20);
    for (const kind of ['snapshot', 'election', 'page', 'asset', 'other'] as const)
      expect(edge.asked(kind)).toEqual([]);

    await announce(app, 'a-1800-list');
    await time.passes(10_000);
    await expectAllCurrent(app, readers);
    expect(readers.every(({ changes }) => changes >= 1)).toBe(true);
    const snapshots = edge.asked('snapshot');
    expect(snapshots).toHaveLength(new Set(snapshots).size);
    expect(snapshots.length).toBeGreaterThan(0);
    expect(edge.asked('election')).toHaveLength(1);
    expect(edge.asked('pointer').length).toBeLessThanOrEqual(71);
    expect(readers.reduce((sum, { failures }) => sum + failures, 0)).toBe(0);
  });

  it('[EMB-14] see the last figure and no error while the server is away, and the next one when it is back (seed 2)', async () => {
    const app = await startApp();
    await announce(app, 'a-1200');
    const time = sharedTime();
    const edge = behindCache(app, time);
    const random = seededRandom(2);
    const readers = await Promise.all(
      Array.from({ length: 200 }, () => openReader(time, edge.get, random, election.pack.id)),
    );
    await time.passes(5_000);
    const shown = readers.map(({ html }) => html);
    edge.goes(true);
    await time.passes(60_000);
    expect(readers.map(({ html }) => html)).toEqual(shown);
    expect(readers.reduce((sum, { failures }) => sum + failures, 0)).toBe(0);
    // Who comes while nobody answers reads the last page too.
    const late = await openReader(time, edge.get, seededRandom(2), election.pack.id);
    expect(late.html).toContain(late.request.lang === 'en' ? '30.00' : '30,00');
    await announce(app, 'a-1800-list');
    edge.goes(false);
    await time.passes(10_000);
    await expectAllCurrent(app, [...readers, late]);
  });
});

describe('the cache of these tests', () => {
  const answer = (cacheControl: string, body = 'x', status = 200): CachedAnswer => ({
    ...{ status, body },
    headers: { 'cache-control': cacheControl, 'content-type': 'text/plain' },
  });

  it('[EMB-14] keeps what it may, as long as it may, and asks once for all who ask at once', async () => {
    let now = 0;
    let isDown = false;
    const asked: string[] = [];
    const answers: Record<string, CachedAnswer> = {
      '/short': answer('public, max-age=1'),
      '/stale': answer('public, max-age=1, stale-while-revalidate=1, stale-if-error=60'),
      '/never': answer('no-store', 'x', 404),
      '/ever': answer('public, max-age=31536000, immutable'),
    };
    const { get } = sharedCache(
      (at) => {
        asked.push(at);
        const found = answers[at];
        return isDown || found === undefined ? Promise.reject(new Error('away')) : Promise.resolve(found);
      },
      () => now,
    );
    const count = (at: string): number => asked.filter((each) => each === at).length;
    await Promise.all(Array.from({ length: 50 }, () => Promise.all(Object.keys(answers).map(get))));
    expect(Object.keys(answers).map(count)).toEqual([1, 1, 1, 1]);
    await get('/never');
    expect(count('/never')).toBe(2);
    now = 1_500;
    expect((await get('/short')).from).toBe('origin');
    expect((await get('/stale')).from).toBe('stale');
    expect((await get('/ever')).from).toBe('cache');
    isDown = true;
    now = 30_000;
    expect(await get('/stale')).toMatchObject({ from: 'stale', body: 'x' });
    await expect(get('/short')).rejects.toThrow('away');
    now = 120_000;
    await expect(get('/stale')).rejects.toThrow('away');
    expect(count('/ever')).toBe(1);
  });
});
