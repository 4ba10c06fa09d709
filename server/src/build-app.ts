import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

import { buildParser } from '@yavka/shared/announcement/build-parser';
import { entryVersion } from '@yavka/shared/log/entry';
import type { Actor, EntryDraft } from '@yavka/shared/log/entry';
import type { InstantMs } from '@yavka/shared/ids';
import { Router } from 'express';
import type { Logger } from 'pino';
import { RateLimiterMemory } from 'rate-limiter-flexible';

import { access } from './access/access.ts';
import type { StartTokens } from './access/start-tokens.ts';
import { startTokens } from './access/start-tokens.ts';
import { watchRevocations } from './access/watch-revocations.ts';
import type { Clock } from './clock/election-clock.ts';
import { machineNow } from './clock/election-clock.ts';
import { embargoTimer } from './clock/embargo-timer.ts';
import { replayClock } from './clock/replay-clock.ts';
import { storeClock } from './clock/store-clock.ts';
import type { Config } from './config.ts';
import { BadSetting } from './config.ts';
import { endServer } from './end-server.ts';
import { feedServer } from './feed/feed-server.ts';
import { gateway } from './feed/gateway.ts';
import { adminRoutes } from './http/admin-routes.ts';
import { atomRoutes } from './http/atom-routes.ts';
import { buildHttp, endHttp } from './http/build-http.ts';
import { embedAssets } from './http/embed-assets.ts';
import { embedPages } from './http/embed-pages.ts';
import { endingRoutes } from './http/ending-routes.ts';
import { exportRoutes } from './http/export-routes.ts';
import { healthRoutes } from './http/health-routes.ts';
import { httpServer } from './http/http-server.ts';
import { metricsRoutes } from './http/metrics-routes.ts';
import { openApiDocument } from './http/openapi.ts';
import { pageRoutes } from './http/page-routes.ts';
import { publicReads } from './http/public-reads.ts';
import { readRoutes } from './http/read-routes.ts';
import { replayRoutes } from './http/replay-routes.ts';
import { writeRoutes } from './http/write-routes.ts';
import { electionHost } from './live/election-host.ts';
import type { ElectionSession } from './live/election-session.ts';
import { openSession } from './live/election-session.ts';
import { followLogInUse } from './live/follow-log-in-use.ts';
import { isLevel } from './live/is-level.ts';
import { observeServer } from './observe/observe-server.ts';
import { loadPack } from './packs/load-pack.ts';
import type { PreparedReplay, Replay } from './replay/replay.ts';
import { prepareReplay, standInstant } from './replay/replay.ts';
import { LogBroken } from './storage/log-broken.ts';
import type { OpenLogOptions, StoreChange } from './storage/log-store.ts';
import { nameOfPlace, openStore } from './storage/open-store.ts';
import { storeFolder } from './storage/store-folder.ts';
import { StoreRefused } from './storage/store-refused.ts';
import { verifyLog } from './storage/verify-log.ts';

/** Connections that may wait to be taken up: thousands of pages come back in the same second after a restart. The kernel's own limit holds too. */
const connectionBacklog = 4_096;
const system: Actor = { role: 'system', id: 'server' };

/** A server at work. */
export interface App {
  readonly url: string;
  readonly tokens: StartTokens;
  /** Can be repeated. */
  close(): Promise<void>;
}

/**
 * Puts the whole server together and starts it. The only module that knows which store is behind the port.
 *
 * @throws BadSetting, PackRefused, FolderHeld, LogBroken or StoreUnavailable, each with a sentence for the person who started it
 */
export async function buildApp(config: Config, version: string, logger: Logger): Promise<App> {
  const { resolved, geometry, warnings } = await loadPack(config.packId);
  for (const warning of warnings) logger.warn(warning);
  const parse = buildParser(resolved.pack);
  const observer = observeServer({ version, mode: config.mode, node: process.version }, resolved, logger);
  const store = observer.watchStore(await openStore(config));
  // A folder has one server; a database may have others, which write too.
  const isShared = config.databaseUrl !== null;
  const time = await storeClock(isShared ? () => store.storeTime() : () => Promise.resolve(machineNow()));

  const reopen = async (logId: string, headSeq: number, clock: Clock): Promise<ElectionSession> =>
    observer.watchSession(
      await openSession({ logId, headSeq, store, resolved, parse, clock, onStoreError: observer.storeError }),
    );
  const openLog = async (
    logId: string,
    clock: Clock,
    at: InstantMs,
    options: OpenLogOptions,
  ): Promise<ElectionSession> => {
    const payload = {
      type: 'log.opened' as const,
      logId,
      electionId: resolved.pack.id,
      packHash: resolved.packHash,
      mode: config.mode,
    };
    const draft: EntryDraft = {
      v: entryVersion,
      entryId: randomUUID(),
      commandId: `open:${logId}`,
      actor: system,
      payload,
    };
    await store.openLog(logId, [draft], at, options);
    return reopen(logId, 1, clock);
  };

  const isOfPack = async (logId: string): Promise<boolean> => {
    const [first] = await store.read(logId, 0, 1);
    return first?.payload.type === 'log.opened' && first.payload.packHash === resolved.packHash;
  };

  /**
   * The log in use when it is whole and this pack's. A live log that is broken or another pack's is refused, a
   * rehearsal's is left behind.
   */
  const resumable = async () => {
    const head = await store.currentLog();
    if (head === null) return null;
    const proof = await verifyLog(store, head.logId);
    if (proof.problem !== null) {
      const broken = new LogBroken(nameOfPlace(config), head.logId, proof);
      if (config.mode === 'live') throw broken;
      logger.error(`${broken.message} A new rehearsal begins.`);
      return null;
    }
    if (await isOfPack(head.logId)) return head;
    if (config.mode === 'live') {
      throw new BadSetting(
        `${nameOfPlace(config)} holds the live log of another election pack. Choose another ${config.databaseUrl === null ? 'YAVKA_DATA_DIR' : 'DATABASE_URL'}.`,
      );
    }
    return null;
  };

  const sessionWithoutReplay = async (): Promise<ElectionSession> => {
    const expectedCurrent = (await store.currentLog())?.logId ?? null;
    const head = await resumable();
    // The clock stands no earlier than what the log says already.
    const stands =
      config.replay.at === null ? null : Math.max(standInstant(resolved, config.replay.at), head?.recordedAt ?? 0);
    const clock = stands === null ? time : replayClock(stands, 1, false);
    if (head !== null) return reopen(head.logId, head.seq, clock);
    // Of several nodes that start at once on an empty store one opens the log, and the others find it.
    return openLog(`${config.mode}-${randomUUID()}`, clock, clock.now(), { expectedCurrent }).catch(
      async (error: unknown) => {
        if (error instanceof StoreRefused && error.reason === 'currentMoved') return sessionWithoutReplay();
        throw error;
      },
    );
  };

  let prepared: PreparedReplay | null = null;
  let session: ElectionSession;
  if (config.replay.enabled && resolved.pack.recordedDay !== null) {
    const head = await resumable();
    prepared = await prepareReplay({
      store,
      resolved,
      settings: config.replay,
      mayResume: head !== null,
      openLog: (logId, clock, at) => openLog(logId, clock, at, { inUse: false }),
      reopenLog: async (logId, clock) => reopen(logId, (await store.headOf(logId)).seq, clock),
      ...(isShared ? { sharedTime: time.now } : {}),
      onStopped: (reason) => {
        logger.fatal({ err: reason }, 'the replay stopped');
      },
    });
    session = prepared.session;
  } else session = await sessionWithoutReplay();

  const host = electionHost(session);
  const grants = access(store.tokens, time.now);
  const app = buildHttp(logger, observer.commandAnswered, config.trustedProxies);
  const http = httpServer((request, response) => {
    // What thousands ask for at once does not go through the application's layers.
    const url = request.url ?? '';
    const isAnswered = !ending && (reads.answer(request, response, url) || embeds.answer(request, response, url));
    if (!isAnswered) app(request, response);
  });
  let ending = false;
  const mayConnect = originCheck(config.allowedOrigins);
  const io = feedServer(http, (origin, hostHeader) => !ending && mayConnect(origin, hostHeader));
  const feed = gateway({ io, host, resolved, access: grants, observer: observer.feed });
  const reads = publicReads({ host, gateway: feed, resolved, geometry });
  const embeds = embedPages({ host, gateway: feed, resolved, assets: embedAssets() });
  const replay: Replay | null = prepared?.begin(host, feed.heartbeat) ?? null;
  const embargoes = embargoTimer(host);
  const onChange = (wanted: StoreChange) => (listener: () => void) =>
    store.onChanged((change) => {
      if (change === wanted) listener();
    });
  const revocations = watchRevocations({
    ...{ access: grants, tokens: store.tokens, onTokensChanged: onChange('tokens') },
  });
  const logInUse = followLogInUse({
    ...{ host, store, onLogInUseChanged: onChange('currentLog'), onError: observer.storeError },
    open: async (head) => {
      if (!(await isOfPack(head.logId))) {
        logger.error(`the log ${head.logId}, now in use, is of another election pack: it is not served`);
        return null;
      }
      return replay === null ? reopen(head.logId, head.seq, host.current().clock) : replay.follow(head);
    },
  });
  const failures = new RateLimiterMemory({ points: 20, duration: 60 });

  let ready = false;
  const isReady = (): boolean => ready && !ending && isLevel(time, logInUse, host.current());
  observer.observe({ host, store, seats: feed.seats, isReady });
  app.use(healthRoutes(version, isReady));
  app.use(metricsRoutes(observer.metrics, grants, failures));
  app.use(endingRoutes(() => ending));
  const api = Router();
  api.use(readRoutes({ host, gateway: feed, resolved, geometry, access: grants, store }, reads));
  api.use(exportRoutes({ host, resolved, access: grants }));
  api.use(writeRoutes({ host, resolved, parse, access: grants, store, failures, ...(isShared ? { logInUse } : {}) }));
  api.use(adminRoutes({ host, access: grants, store, failures }));
  if (replay !== null) api.use(replayRoutes({ replay, resolved, access: grants, failures }));
  let openApi: object | null = null;
  app.get('/api/openapi.json', (_request, response) => {
    // Described when somebody asks: no start waits for it.
    openApi ??= openApiDocument(version);
    response.json(openApi);
  });
  app.use('/api/v1', api);
  app.use(atomRoutes({ host, resolved, publicUrl: config.publicUrl }));
  const fetchedFirst = [
    '/api/v1/election',
    '/api/v1/snapshot?scope=summary',
    ...(resolved.geometryPath === null ? [] : [resolved.geometryPath]),
  ];
  app.use(pageRoutes({ fetchedFirst }));
  endHttp(app);

  await new Promise<void>((resolve, reject) => {
    http.once('error', reject);
    http.listen({ port: config.port, host: config.host, backlog: connectionBacklog }, resolve);
  });
  const { port } = http.address() as AddressInfo;
  const url = `http://localhost:${String(port)}`;
  const tokens = await startTokens(grants, {
    file: path.join(storeFolder(config.dataDir, config.mode), 'server.json'),
    url,
    mode: config.mode,
    withReplay: replay !== null,
  });
  ready = true;
  const { state } = host.current().live.told('public');
  logger.info(
    { version, mode: config.mode, pack: resolved.pack.id, port, logId: state.logId, seq: state.seq },
    'started',
  );

  const end = async (): Promise<void> => {
    ending = true;
    await endServer({
      http,
      stopOwnCommands: async () => {
        embargoes.stop();
        revocations.stop();
        logInUse.stop();
        await replay?.stop();
      },
      drained: () => host.current().queue.drained(),
      farewell: feed.farewell,
      closeDoor: feed.close,
      closeStore: async () => {
        time.stop();
        await host.current().close();
        await store.close();
      },
    });
  };
  let ended: Promise<void> | null = null;
  return { url, tokens, close: () => (ended ??= end()) };
}

/** A page of the server's own host, one that was allowed by name, or no page at all (a program sends no Origin). */
function originCheck(allowed: readonly string[]) {
  return (origin: string | undefined, host: string | undefined): boolean => {
    if (origin === undefined || allowed.includes(origin)) return true;
    return URL.canParse(origin) && new URL(origin).host === host;
  };
}
