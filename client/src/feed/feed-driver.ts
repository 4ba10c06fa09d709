import type { Mode } from '@yavka/shared/ids';
import type { Audience } from '@yavka/shared/log/audience';
import { applyEntries } from '@yavka/shared/log/apply-entry';
import type { Delta, ElectionClock, JoinAnswer, Lane, Scope } from '@yavka/shared/protocol/wire';
import {
  deltaSchema,
  goodbyeSchema,
  heartbeatEveryMs,
  heartbeatSchema,
  joinAnswerSchema,
  PROTOCOL_VERSION,
  refetchSchema,
} from '@yavka/shared/protocol/wire';
import type * as z from 'zod/mini';
import type { StoreApi } from 'zustand';

import { readClock } from './clock-reading.ts';
import type { ConnectionEffect, ConnectionEvent, DeltaPlace } from './connection-machine.ts';
import { initialConnection, step } from './connection-machine.ts';
import type { FeedSocket, OpenSocket } from './open-socket.ts';
import { linkOf } from './link-of.ts';
import type { Beginning, Get } from './read-server.ts';
import { readBeginning } from './read-server.ts';
import type { FeedStore } from './store.ts';
import { emptyFeed } from './store.ts';

export interface FeedSettings {
  readonly lane: Lane;
  readonly audience: Audience;
  readonly scope: Scope;
  /** Insisted on: another mode is refused. Left out, the page takes what the server says it is. */
  readonly expects?: Mode;
  /** For the desk's audience. */
  readonly token?: string;
}

/** The world outside, given so that tests can be it. */
export interface FeedWorld {
  readonly get: Get;
  readonly openSocket: OpenSocket;
  /** Calls back after `ms`; what it answers cancels. */
  readonly after: (ms: number, run: () => void) => () => void;
  /** Milliseconds that the page has been running for. */
  readonly elapsed: () => number;
  /** The machine's own time, which goes on while it sleeps. */
  readonly machineNow: () => number;
  readonly jitterMs: (least: number, most: number) => number;
  /** A newer page is needed: calls back when asking again may help. */
  readonly awaitNewPage: (askAgain: () => void) => () => void;
}

export interface FeedDriver {
  /** Something of the page that concerns the link. */
  readonly tell: (event: Extract<ConnectionEvent, { type: 'online' | 'tabReturned' }>) => void;
  /** Tells the server which place this page has painted, when it can be told. */
  readonly painted: (at: { readonly seq: number; readonly paintedAt: number }) => void;
  readonly stop: () => void;
}

/** Two heartbeats and a little for the way. */
const silenceLimitMs = 2 * heartbeatEveryMs + 500;
const watchEveryMs = 1_000;
const jitter = { least: 250, most: 2_000 };
const backoff = { first: 500, most: 8_000 };
const fetchWithinMs = 15_000;

/** Runs the connection machine: does its effects, tells it what happened, and keeps the store in step. */
export function runFeed(settings: FeedSettings, store: StoreApi<FeedStore>, world: FeedWorld): FeedDriver {
  let connection = initialConnection(settings.expects ?? null).state;
  let socket: FeedSocket | null = null;
  let fetching: AbortController | null = null;
  let cancelWait: () => void = () => undefined;
  let wasLive = false;
  let heard = { elapsed: world.elapsed(), machine: world.machineNow() };
  /** What the event under way brought, for the effect that takes it. */
  let brought: { readonly beginning?: Beginning; readonly delta?: Delta } = {};

  const handle = (event: ConnectionEvent, with_: typeof brought = {}): void => {
    brought = with_;
    const next = step(connection, event);
    connection = next.state;
    wasLive ||= connection.name === 'live';
    for (const effect of next.effects) perform(effect);
    store.setState((feed) => ({ link: linkOf(feed.link, connection, wasLive, world.elapsed()) }));
  };

  const perform = (effect: ConnectionEffect): void => {
    switch (effect.type) {
      case 'fetchSnapshot':
        void fetchBeginning();
        break;
      case 'applySnapshot':
        if (brought.beginning !== undefined) takeBeginning(brought.beginning);
        break;
      case 'applyDelta':
        if (brought.delta !== undefined) takeDelta(brought.delta);
        break;
      case 'openSocket':
        open();
        break;
      case 'closeSocket':
        socket?.close();
        socket = null;
        fetching?.abort();
        break;
      case 'join':
        join(effect.have);
        break;
      case 'startBackoff':
        cancelWait();
        cancelWait = world.after(effect.toldMs ?? waitOf(effect.attempt), () => handle({ type: 'backoffElapsed' }));
        break;
      case 'awaitNewPage':
        cancelWait();
        cancelWait = world.awaitNewPage(() => handle({ type: 'backoffElapsed' }));
        break;
    }
  };

  const waitOf = (attempt: number): number =>
    (attempt === 0 ? 0 : Math.min(backoff.most, backoff.first * 2 ** (attempt - 1))) +
    world.jitterMs(jitter.least, jitter.most);

  const fetchBeginning = async (): Promise<void> => {
    fetching?.abort();
    const mine = new AbortController();
    fetching = mine;
    const cancelLimit = world.after(fetchWithinMs, () => mine.abort());
    const reading = await readBeginning(world.get, settings, store.getState().resolved, mine.signal);
    cancelLimit();
    // Another fetch has taken its place, or nobody waits for it any more.
    if (fetching !== mine) return;
    fetching = null;
    if (reading.kind === 'failed') return handle({ type: 'snapshotFailed' });
    if (reading.kind === 'refused') return handle({ type: 'snapshotRefused', reason: reading.reason });
    const { beginning } = reading;
    const { logId, seq, mode } = beginning.snapshot.state;
    handle({ type: 'snapshotFetched', at: { logId, seq }, mode }, { beginning });
  };

  const takeBeginning = ({ resolved, snapshot }: Beginning): void => {
    store.setState((feed) => {
      // The clock of the same log is known better from the socket than from a copy of the state.
      const isSameLog = feed.state?.logId === snapshot.state.logId;
      const clock = isSameLog && feed.clock !== null ? feed.clock : readClock(null, snapshot.clock, world.elapsed());
      const isSamePack = feed.resolved?.packHash === resolved.packHash;
      return {
        state: snapshot.state,
        resolved: isSamePack ? feed.resolved : resolved,
        geometry: isSamePack ? feed.geometry : null,
        clock,
      };
    });
  };

  const takeDelta = (delta: Delta): void => {
    store.setState(({ state }) => (state === null ? {} : { state: applyEntries(state, delta.entries) }));
  };

  const takeClock = (clock: ElectionClock): void => {
    store.setState((feed) => ({ clock: readClock(feed.clock, clock, world.elapsed()) }));
  };

  const placeOf = (delta: Delta): DeltaPlace => {
    const { state } = store.getState();
    const { logId, baseSeq, seq, entries } = delta;
    const fits = state !== null && state.logId === logId && state.seq === baseSeq;
    const chainHolds = !fits || (baseSeq + entries.length === seq && socket?.firstBrokenSeq(state, entries) === null);
    return { logId, baseSeq, seq, chainHolds };
  };

  const hear = (): void => {
    heard = { elapsed: world.elapsed(), machine: world.machineNow() };
    store.setState(({ link }) => ({ link: { ...link, lastHeardMs: heard.elapsed } }));
  };

  /** Reads what came by its schema; what cannot be read is told to the machine, never guessed at. */
  const read = <Shape>(schema: z.ZodMiniType<Shape>, body: unknown, then: (value: Shape) => void): void => {
    hear();
    const parsed = schema.safeParse(body);
    if (parsed.success) then(parsed.data);
    else handle({ type: 'unreadable' });
  };

  const open = (): void => {
    socket?.close();
    heard = { elapsed: world.elapsed(), machine: world.machineNow() };
    socket = world.openSocket({
      opened: () => handle({ type: 'socketOpened' }),
      closed: () => {
        socket = null;
        handle({ type: 'socketClosed' });
      },
      outdated: () => handle({ type: 'unreadable' }),
      delta: (body) => read(deltaSchema, body, (delta) => handle({ type: 'delta', delta: placeOf(delta) }, { delta })),
      refetch: (body) => read(refetchSchema, body, () => handle({ type: 'refetchAsked' })),
      heartbeat: (body) =>
        read(heartbeatSchema, body, ({ logId, seq, clock }) => {
          if (logId === store.getState().state?.logId) takeClock(clock);
          handle({ type: 'heartbeat', at: { logId, seq } });
        }),
      goodbye: (body) =>
        read(goodbyeSchema, body, ({ reason, reconnectInMs }) =>
          handle({ type: 'goodbye', reason, toldMs: reconnectInMs ?? null }),
        ),
    });
  };

  const join = (have: { readonly logId: string; readonly seq: number }): void => {
    const { state, resolved } = store.getState();
    if (state === null || resolved === null) return;
    socket?.join(
      {
        protocolVersion: PROTOCOL_VERSION,
        electionId: resolved.pack.id,
        expects: settings.expects ?? state.mode,
        audience: settings.audience,
        lane: settings.lane,
        scope: settings.scope,
        have: { ...have, ...(state.logId === have.logId && state.seq === have.seq ? { hash: state.hash } : {}) },
        ...(settings.token === undefined ? {} : { token: settings.token }),
      },
      (body) => read(joinAnswerSchema, body, joined),
    );
  };

  const joined = (answer: JoinAnswer): void => {
    switch (answer.answer) {
      case 'delta':
        handle({ type: 'joined', delta: placeOf(answer.delta) }, { delta: answer.delta });
        if (connection.name === 'live') takeClock(answer.clock);
        break;
      case 'refetch':
        handle({ type: 'joinRefetch' });
        break;
      case 'rejected':
        handle({ type: 'joinRejected', reason: answer.reason });
        break;
    }
  };

  const watch = (): void => {
    // The longer of the two: the page's own count may stand still while the machine sleeps.
    const silence = Math.max(world.elapsed() - heard.elapsed, world.machineNow() - heard.machine);
    if (socket !== null && silence > silenceLimitMs) handle({ type: 'heartbeatsMissed' });
    cancelWatch = world.after(watchEveryMs, watch);
  };
  let cancelWatch = world.after(watchEveryMs, watch);
  // Another audience's state is dropped whole, and what was refused before is asked anew.
  store.setState({ ...emptyFeed, link: { status: 'starting', sinceMs: world.elapsed(), lastHeardMs: null } });
  for (const effect of initialConnection(settings.expects ?? null).effects) perform(effect);

  return {
    tell: (event) => handle(event),
    painted: ({ seq, paintedAt }) => {
      const { state } = store.getState();
      if (state !== null && connection.name === 'live') socket?.painted({ logId: state.logId, seq, paintedAt });
    },
    stop: () => {
      cancelWait();
      cancelWatch();
      fetching?.abort();
      fetching = null;
      socket?.close();
      socket = null;
    },
  };
}
