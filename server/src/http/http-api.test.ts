import { createServer } from 'node:http';

import { buildParser } from '@yavka/shared/announcement/build-parser';
import { commandSchema } from '@yavka/shared/log/command';
import type { Actor } from '@yavka/shared/log/entry';
import type { Snapshot } from '@yavka/shared/protocol/wire';
import { Router } from 'express';
import { pino } from 'pino';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import request from 'supertest';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { access } from '../access/access.ts';
import { liveClock } from '../clock/election-clock.ts';
import { feedServer } from '../feed/feed-server.ts';
import { gateway } from '../feed/gateway.ts';
import { electionHost } from '../live/election-host.ts';
import { openSession } from '../live/election-session.ts';
import { loadPack } from '../packs/load-pack.ts';
import { MemoryLogStore } from '../storage/memory-log-store.ts';
import { StoreUnavailable } from '../storage/store-unavailable.ts';
import { adminRoutes } from './admin-routes.ts';
import { buildHttp, endHttp } from './build-http.ts';
import { openApiDocument } from './openapi.ts';
import { readRoutes } from './read-routes.ts';
import { writeRoutes } from './write-routes.ts';

const actor: Actor = { role: 'system', id: 'test' };
const endings: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

async function openApi() {
  const { resolved, geometry } = await loadPack('test-two-zones');
  const store = new MemoryLogStore();
  const payload = {
    type: 'log.opened' as const,
    logId: 'log',
    electionId: resolved.pack.id,
    packHash: resolved.packHash,
    mode: 'rehearsal' as const,
  };
  await store.openLog('log', [{ v: 1, entryId: 'e', commandId: 'open', actor, payload }], 1);
  const parse = buildParser(resolved.pack);
  const session = await openSession({
    logId: 'log',
    headSeq: 1,
    store,
    resolved,
    parse,
    clock: liveClock(() => 5_000),
    onStoreError: () => undefined,
  });
  const host = electionHost(session);
  const grants = access(store.tokens, () => 1);
  const app = buildHttp(pino({ level: 'silent' }));
  const http = createServer(app);
  const feed = gateway({ io: feedServer(http, () => true), host, resolved, access: grants });
  const failures = new RateLimiterMemory({ points: 3, duration: 60 });
  const api = Router();
  api.use(readRoutes({ host, gateway: feed, resolved, geometry, access: grants, store }));
  api.use(writeRoutes({ host, resolved, parse, access: grants, store, failures }));
  api.use(adminRoutes({ host, access: grants, store, failures }));
  app.use('/api/v1', api);
  endHttp(app);
  endings.push(async () => {
    await feed.close();
    await session.close();
  });
  const published = () =>
    new Promise<void>((resolve) => {
      const look = (): void => {
        if (feed.published().seq === session.live.told('desk').state.seq) resolve();
        else setImmediate(look);
      };
      look();
    });
  const operator = await grants.issue('operator', 'desk');
  const admin = await grants.issue('admin', 'admin');
  const send = (command: object, token = operator) =>
    request(app).post('/api/v1/commands').set('Authorization', `Bearer ${token}`).send(command);
  const openAnother = async (logId: string) => {
    await store.openLog(logId, [{ v: 1, entryId: 'e', commandId: 'open', actor, payload: { ...payload, logId } }], 1);
    return openSession({
      ...{ logId, headSeq: 1, store, resolved, parse },
      clock: liveClock(() => 5_000),
      onStoreError: () => undefined,
    });
  };
  return { app, send, operator, admin, published, geometry, store, host, grants, openAnother };
}

const text = 'As of 18:00 Highcastle time 55.40% of the citizens on the lists had received ballots.';
const enter = { type: 'EnterAnnouncement', commandId: 'c-1', announcementId: 'a-1', source: 'board', text };

describe('writing', () => {
  it('[ACC-1] refuses without a token, with an unknown one, with another role, and slows down who guesses', async () => {
    const { app, send, admin } = await openApi();
    expect((await request(app).post('/api/v1/commands').send(enter)).body).toMatchObject({ rejected: 'notSignedIn' });
    const guesses = await Promise.all(
      Array.from({ length: 5 }, (_, index) => send(enter, `yv_guess_${String(index)}`)),
    );
    expect(guesses.map((guess) => guess.status).toSorted((a, b) => a - b)).toEqual([401, 401, 401, 429, 429]);
    expect((await send({ type: 'ReleaseDue', commandId: 'c', withholdingId: 'w' }, admin)).body).toMatchObject({
      rejected: 'notAllowed',
    });
  });

  it('[LOG-4] answers a command sent twice as the first time', async () => {
    const { send } = await openApi();
    const first = await send(enter);
    expect(first.body).toEqual({ seq: 2 });
    expect((await send(enter)).body).toEqual(first.body);
  });

  it('refuses with a stable key and a sentence in three languages', async () => {
    const { send } = await openApi();
    const refused = await send({ ...enter, text: 'The weather was fine.' });
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({
      rejected: 'nothingFound',
      message: { kk: /табылмады/, ru: /не найдено/, en: /No turnout/ },
    });
  });

  it('[FIG-5] takes no id from outside by which the server itself would announce an embargo’s end', async () => {
    const { send } = await openApi();
    expect((await send({ ...enter, commandId: 'due:w-1' })).body).toMatchObject({ rejected: 'notAllowed' });
  });

  it('refuses what is no command, no JSON, or too large, each with its own key', async () => {
    const { send, app, operator } = await openApi();
    expect((await send({ type: 'Dance' })).body).toMatchObject({ rejected: 'invalidCommand' });
    expect((await send({ ...enter, text: 'x'.repeat(70_000) })).body).toMatchObject({ rejected: 'tooLarge' });
    const broken = await request(app)
      .post('/api/v1/commands')
      .set('Authorization', `Bearer ${operator}`)
      .type('json')
      .send('{"type":');
    expect(broken.body).toMatchObject({ rejected: 'invalidCommand' });
    const foreign = await request(app)
      .post('/api/v1/commands')
      .set({ Authorization: `Bearer ${operator}`, 'Content-Type': 'application/json; charset=latin1' })
      .send('{}');
    expect(foreign.body).toMatchObject({ rejected: 'invalidCommand' });
  });
});

describe('writing while a replay puts another log in place', () => {
  it('[PLAY-10] acknowledges what stands in the log that is in use then', async () => {
    const { send, store, host, openAnother } = await openApi();
    const append = store.append.bind(store);
    const next = await openAnother('log-2');
    store.append = async (...args) => {
      const written = await append(...args);
      if (args[0] === 'log') void host.swap(next);
      return written;
    };
    const answer = await send(enter);
    expect(answer.body).toEqual({ seq: 2 });
    expect(host.current().live.told('desk').state).toMatchObject({
      logId: 'log-2',
      announcements: { 'a-1': { text } },
    });
  });

  it('[PLAY-10] takes nothing into a log that was closed', async () => {
    const { host, openAnother } = await openApi();
    const old = host.current();
    await host.swap(await openAnother('log-2'));
    const command = commandSchema.parse({ type: 'LiftWithholding', commandId: 'c-1', withholdingId: 'w-1' });
    expect(await old.queue.submit(command, actor)).toEqual({ rejected: 'storeUnavailable' });
  });
});

describe('the words of a dispatch', () => {
  const dispatch = {
    dispatchId: 'd-1',
    area: 'TT-W',
    at: 1,
    claimant: 'voters',
    officialResponse: 'asked',
    source: 'caller',
  };
  const entering = { type: 'EnterDispatch', commandId: 'c-1', dispatch, text: 'A queue stands at the door.' };

  it('[DIS-2] are kept once, for a dispatch that stands, and for no other', async () => {
    const { send, store } = await openApi();
    const kept = new Set<string>();
    const [put, erase] = [store.putText.bind(store), store.eraseText.bind(store)];
    store.putText = async (ref, words) => {
      kept.add(ref);
      await put(ref, words);
    };
    store.eraseText = async (ref) => {
      kept.delete(ref);
      await erase(ref);
    };
    await send({ ...entering, dispatch: { ...dispatch, area: 'TT-NOWHERE' } });
    expect(kept.size).toBe(0);
    await send(entering);
    await send(entering);
    await send({ ...entering, commandId: 'c-2' });
    expect(kept.size).toBe(1);
    await send({ type: 'EraseDispatchText', commandId: 'c-3', dispatchId: 'd-1', reason: 'asked for by law' });
    expect(kept.size).toBe(0);
  });

  it('[DIS-2] are erased when it is asked again after the store failed to', async () => {
    const { app, send, store, operator, published } = await openApi();
    const words = () =>
      request(app).get('/api/v1/dispatches/d-1/text?audience=desk').set('Authorization', `Bearer ${operator}`);
    await send(entering);
    const erase = store.eraseText.bind(store);
    store.eraseText = () => Promise.reject(new StoreUnavailable('the disk is full'));
    const erasing = { type: 'EraseDispatchText', commandId: 'c-3', dispatchId: 'd-1', reason: 'asked for by law' };
    expect((await send(erasing)).status).toBe(503);
    await published();
    expect((await words()).status).toBe(404);
    const erased: string[] = [];
    store.eraseText = async (ref) => {
      erased.push(ref);
      await erase(ref);
    };
    await send({ ...erasing, commandId: 'c-4' });
    expect(erased).toHaveLength(1);
  });
});

describe('reading an announcement', () => {
  it('writes nothing, and compares with released figures only when nobody is signed in', async () => {
    const { app, send, operator } = await openApi();
    await send({
      type: 'EnterFigure',
      commandId: 'c-0',
      area: 'TT',
      cutoff: '12:00',
      turnout: { min: 5600, max: 5600 },
      ballots: null,
      status: 'preliminary',
      source: 'phone',
    });
    const parse = (token?: string) => {
      const asked = request(app).post('/api/v1/announcements/parse?lang=ru');
      return (token === undefined ? asked : asked.set('Authorization', `Bearer ${token}`)).send({ text });
    };
    const open = await parse();
    expect(open.body).toMatchObject({
      language: 'en',
      asOf: '18:00',
      figures: [{ area: 'TT', cutoff: '18:00', turnout: { min: 5540, max: 5540 } }],
      findings: [],
    });
    const [figure] = (open.body as { figures: { words: string; snippet: { start: number; end: number } }[] }).figures;
    expect(text.slice(figure?.snippet.start, figure?.snippet.end)).toBe(figure?.words);
    expect((await parse(operator)).body).toMatchObject({
      findings: [{ check: 'M', severity: 'stop', message: expect.stringMatching(/[а-я]/) as string }],
    });
  });
});

describe('the limits of reading for nobody in particular', () => {
  it('[ACC-2] lets long texts be read less often than short ones, and one always', async () => {
    const { app } = await openApi();
    const read = (words: string) => request(app).post('/api/v1/announcements/parse').send({ text: words });
    const long = 'The weather was fine. '.repeat(2_700);
    // The limit is of so much in so long: time stands still, however long this machine reads.
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] });
    endings.push(async () => vi.useRealTimers());
    expect((await read(long)).status).toBe(200);
    expect((await read(long)).status).toBe(429);
  });

  it('[ACC-2] shows a token that only drives the replay nothing unreleased', async () => {
    const { app, send, grants } = await openApi();
    await send(enter);
    const driver = await grants.issue('replay', 'driver');
    const answer = await request(app).get('/api/v1/figures?audience=desk').set('Authorization', `Bearer ${driver}`);
    expect(answer.status).toBe(401);
  });
});

describe('reading the state', () => {
  it('[FEED-9] gives the snapshot of one place with its ETag, and 304 to who has it', async () => {
    const { app, send, published } = await openApi();
    await send({
      type: 'ReportStation',
      commandId: 'c-1',
      report: { station: 'w-1', status: 'closed', asOf: 1, source: 'board' },
    });
    await published();
    const snapshot = await request(app).get('/api/v1/snapshot');
    expect(snapshot.headers['etag']).toBe('"log.public.summary.2"');
    expect(snapshot.body).toMatchObject({
      clock: { at: 5_000, rate: 1, running: true },
      state: { seq: 2, stations: { 'w-1': { status: 'closed' } } },
    });
    expect((await request(app).get('/api/v1/snapshot').set('If-None-Match', '"log.public.summary.2"')).status).toBe(
      304,
    );
  });

  it('[FEED-13] gives the snapshot of one area’s stations, as its entries fold, and of no area that is not there', async () => {
    const { app, send, published, host, openAnother } = await openApi();
    const report = (station: string, commandId: string) =>
      send({ type: 'ReportStation', commandId, report: { station, status: 'closed', asOf: 1, source: 'board' } });
    const east = async () => (await request(app).get('/api/v1/snapshot?scope=stations:TT-E')).body as Snapshot;
    await report('w-1', 'c-1');
    await published();
    expect((await east()).state).toMatchObject({ seq: 2, stations: {} });
    await report('e-1', 'c-2');
    await published();
    const { state } = await east();
    expect(Object.keys(state.stations)).toEqual(['e-1']);
    expect(state.hash).toBe(host.current().live.told('public').state.hash);
    await host.swap(await openAnother('log-2'));
    expect((await east()).state).toMatchObject({ logId: 'log-2', seq: 1, stations: {} });
    expect((await request(app).get('/api/v1/snapshot?scope=stations:NOWHERE')).status).toBe(422);
  });

  it('[FIG-4] keeps the desk’s audience for those with a token', async () => {
    const { app, send, operator, published } = await openApi();
    await send(enter);
    await published();
    expect((await request(app).get('/api/v1/snapshot?audience=desk')).status).toBe(401);
    expect((await request(app).get('/api/v1/figures')).body).toMatchObject({ figures: [] });
    const desk = await request(app)
      .get('/api/v1/figures?audience=desk&area=TT')
      .set('Authorization', `Bearer ${operator}`);
    expect(desk.body).toMatchObject({
      figures: [{ revisions: [{ turnout: { min: 5540, max: 5540 } }], announcements: { 'a-1': { text } } }],
    });
  });

  it.each(['snapshot', 'figures'])('[ACC-7] lets no cache that others read from keep the desk’s %s', async (read) => {
    const { app, operator } = await openApi();
    const headersOf = async (audience: string) =>
      (await request(app).get(`/api/v1/${read}?audience=${audience}`).set('Authorization', `Bearer ${operator}`))
        .headers;
    expect((await headersOf('desk'))['cache-control']).toBe('private, no-cache');
    expect((await headersOf('public'))['cache-control']).toBe('no-cache');
  });

  it('[FIG-2] gives a figure to everyone in the answer that follows its verification', async () => {
    const { app, send } = await openApi();
    await send(enter);
    await send({ type: 'VerifyAnnouncement', commandId: 'c-2', announcementId: 'a-1' });
    const figures = await request(app).get('/api/v1/figures?cutoff=18:00');
    expect(figures.body).toMatchObject({ seq: 5, figures: [{ revisions: [{ turnout: { min: 5540, max: 5540 } }] }] });
  });

  it.each(['br', 'gzip'])('[FEED-54] gives figures compressed to who takes them so (%s)', async (taken) => {
    const { app, send } = await openApi();
    await send(enter);
    await send({ type: 'VerifyAnnouncement', commandId: 'c-2', announcementId: 'a-1' });
    const read = (accepted: string) => request(app).get('/api/v1/figures').set('Accept-Encoding', accepted);
    const [plain, small] = [await read('identity'), await read(taken)];
    expect([plain.headers['content-encoding'], small.headers['content-encoding']]).toEqual([undefined, taken]);
    expect(small.headers['vary']).toBe('Authorization, Accept-Encoding');
    expect(small.body).toEqual(plain.body);
    expect(Number(small.headers['content-length'])).toBeLessThan(Number(plain.headers['content-length']));
  });

  it('gives the geometry at an address that may be kept for ever', async () => {
    const { app, geometry } = await openApi();
    const answer = await request(app).get(geometry?.path ?? '');
    expect(answer.headers['cache-control']).toContain('immutable');
    expect(answer.body).toMatchObject({ type: 'Topology' });
  });

  it('[ACC-1] gives the log and its proof to administrators only', async () => {
    const { app, send, admin, operator } = await openApi();
    await send(enter);
    expect((await request(app).get('/api/v1/log').set('Authorization', `Bearer ${operator}`)).status).toBe(403);
    const log = await request(app)
      .get('/api/v1/log')
      .set('Authorization', `Bearer ${admin}`)
      .buffer(true)
      .parse((response, done) => {
        let body = '';
        response.on('data', (chunk: Buffer) => (body += chunk.toString()));
        response.on('end', () => {
          done(null, body);
        });
      });
    expect((log.body as string).trim().split('\n')).toHaveLength(3);
    const proof = await request(app).get('/api/v1/log/verification').set('Authorization', `Bearer ${admin}`);
    expect(proof.body).toMatchObject({ entries: 3, problem: null });
  });

  it('describes itself in OpenAPI, every command among it', () => {
    const described = JSON.stringify(openApiDocument('1.0.0'));
    for (const part of [
      '/api/v1/commands',
      '/api/v1/announcements/parse',
      'EnterAnnouncement',
      'CorrectFigure',
      'ReportStationCount',
    ]) {
      expect(described).toContain(part);
    }
  });

  it('[LOG-28] finds nothing under a name that every object has by birth', async () => {
    const { app } = await openApi();
    expect((await request(app).get('/api/v1/dispatches/constructor/text')).status).toBe(404);
  });

  it('answers 404 to what is not there', async () => {
    const { app } = await openApi();
    expect((await request(app).get('/api/v1/nothing')).status).toBe(404);
    expect((await request(app).get('/embed/number')).status).toBe(404);
  });
});
