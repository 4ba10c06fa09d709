import type { RequestListener } from 'node:http';

import type { Access } from '@yavka/server/access/access';
import { access } from '@yavka/server/access/access';
import { liveClock } from '@yavka/server/clock/election-clock';
import { embargoTimer } from '@yavka/server/clock/embargo-timer';
import type { Gateway } from '@yavka/server/feed/gateway';
import { gateway } from '@yavka/server/feed/gateway';
import { adminRoutes } from '@yavka/server/http/admin-routes';
import { atomRoutes } from '@yavka/server/http/atom-routes';
import { buildHttp, endHttp } from '@yavka/server/http/build-http';
import { exportRoutes } from '@yavka/server/http/export-routes';
import { embedPages } from '@yavka/server/http/embed-pages';
import { publicReads } from '@yavka/server/http/public-reads';
import { readRoutes } from '@yavka/server/http/read-routes';
import { writeRoutes } from '@yavka/server/http/write-routes';
import type { ElectionHost } from '@yavka/server/live/election-host';
import { electionHost } from '@yavka/server/live/election-host';
import type { ElectionSession } from '@yavka/server/live/election-session';
import { openSession } from '@yavka/server/live/election-session';
import type { LogStore } from '@yavka/server/storage/log-store';
import type { ParsedAnnouncement } from '@yavka/shared/announcement/parsed';
import { parsedAnnouncementSchema } from '@yavka/shared/announcement/parsed';
import type { ResolvedPack } from '@yavka/shared/pack/pack';
import { pino } from 'pino';
import { RateLimiterMemory } from 'rate-limiter-flexible';

import type { Answered, Asked } from './ask-in-memory.ts';
import { askInMemory } from './ask-in-memory.ts';
import type { Line } from './line.ts';
import type { MemoryEngine } from './memory-engine.ts';
import { memoryEngine } from './memory-engine.ts';
import type { NodeClock } from './node-clock.ts';
import type { NodeStore } from './node-store.ts';

/** A place in a log. */
export interface Place {
  readonly logId: string;
  readonly seq: number;
}

/** One running server: every real piece but the sockets, the disk and the machine's time. */
export interface ServerNode {
  readonly engine: MemoryEngine;
  /** The lines that lead to it. */
  readonly lines: Set<Line>;
  ask(asked: Asked): Promise<Answered>;
  /** How far this node has followed. */
  place(): Place;
  session(): ElectionSession;
  /** Another log, already in use, takes the place of the one served. */
  swap(next: ElectionSession): Promise<void>;
  openSession(logId: string, headSeq: number): Promise<ElectionSession>;
  /** Takes a token back; the sockets of this node that joined with it are cut. True when it is done. */
  revoke(token: string): Promise<boolean>;
  breaksFollowing(): void;
  /** No way to the store for so long. */
  isCutOff(ms: number): void;
  /** Somebody sets its machine's clock. */
  clockIsSet(): void;
  /** Shuts down in order: sockets are told, what was submitted is answered. */
  stop(): Promise<void>;
  /** Gone from one instruction to the next. */
  die(): Promise<void>;
}

/** A text is the JSON of what it reads as: the parser has tests of its own. */
export function readText(text: string): ParsedAnnouncement {
  return parsedAnnouncementSchema.parse(JSON.parse(text));
}

export async function startNode(deps: {
  readonly resolved: ResolvedPack;
  readonly nodeStore: NodeStore;
  readonly machine: NodeClock;
}): Promise<ServerNode> {
  const { resolved, nodeStore, machine } = deps;
  const { store } = nodeStore;
  const { now } = machine;
  const clock = liveClock(now);
  const open = async (logId: string, headSeq: number): Promise<ElectionSession> =>
    openSession({ logId, headSeq, store, resolved, parse: readText, clock, onStoreError: () => undefined });
  const head = await store.currentLog();
  if (head === null) throw new Error('the store has no log in use');
  const host = electionHost(await open(head.logId, head.seq));
  const engine = memoryEngine();
  const lines = new Set<Line>();
  const grants = access(store.tokens, now);
  /** Looking at a token takes its time, in which the socket may ask for something else. */
  const check: Access['check'] = async (token) => {
    await nodeStore.pause();
    const grant = await grants.check(token);
    await nodeStore.pause();
    return grant;
  };
  const feed = gateway({ io: engine.io, host, resolved, access: { ...grants, check } });
  const app = httpOf(resolved, host, feed, store, grants);
  const embargoes = embargoTimer(host);
  const end = async (): Promise<void> => {
    embargoes.stop();
    await feed.close();
    await host.current().close();
  };
  return {
    engine,
    lines,
    ask: async (asked) => askInMemory(app, asked),
    place: () => {
      const { logId, seq } = host.current().live.told('desk').state;
      return { logId, seq };
    },
    session: () => host.current(),
    swap: async (next) => host.swap(next),
    openSession: open,
    revoke: async (token) => {
      const grant = await grants.check(token);
      return grant !== null && grants.revoke(grant.actorId);
    },
    breaksFollowing: nodeStore.breaksFollowing,
    isCutOff: nodeStore.isCutOff,
    clockIsSet: machine.isSet,
    stop: end,
    die: async () => {
      nodeStore.dies();
      for (const line of lines) line.breaks();
      embargoes.stop();
      await feed.close();
      // Nobody waits for what a dead process had begun.
      void host.current().close();
    },
  };
}

function httpOf(
  resolved: ResolvedPack,
  host: ElectionHost,
  feed: Gateway,
  store: LogStore,
  grants: Access,
): RequestListener {
  const failures = new RateLimiterMemory({ points: 20, duration: 60 });
  const app = buildHttp(pino({ level: 'silent' }));
  const reads = publicReads({ host, gateway: feed, resolved, geometry: null });
  const embeds = embedPages({ host, gateway: feed, resolved, assets: { script: null, sheets: [] } });
  app.use('/api/v1', readRoutes({ host, gateway: feed, resolved, geometry: null, access: grants, store }, reads));
  app.use('/api/v1', exportRoutes({ host, resolved, access: grants }));
  app.use(atomRoutes({ host, resolved, publicUrl: null }));
  app.use('/api/v1', writeRoutes({ host, resolved, parse: readText, access: grants, store, failures }));
  app.use('/api/v1', adminRoutes({ host, access: grants, store, failures }));
  endHttp(app);
  return (request, response) => {
    const url = request.url ?? '';
    if (!reads.answer(request, response, url) && !embeds.answer(request, response, url)) app(request, response);
  };
}
