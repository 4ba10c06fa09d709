import { describe, expect, it } from 'vitest';

import type { ConnectionEffect, ConnectionEvent, ConnectionState, ConnectionStateName } from './connection-machine.ts';
import { initialConnection, slowAttempt, step } from './connection-machine.ts';

const mine = { logId: 'log-a', seq: 10 };
const memory = {
  ...{ have: mine, attempt: 0, mistrusts: false, fetchesFirst: false, sentAway: false, insists: null },
} as const;

/** Every state, those with more than one face once for each. */
const states = {
  starting: { ...memory, name: 'starting', have: null },
  connecting: { ...memory, name: 'connecting' },
  joining: { ...memory, name: 'joining' },
  live: { ...memory, name: 'live' },
  refetching: { ...memory, name: 'refetching', socketOpen: true },
  refetchingAlone: { ...memory, name: 'refetching', socketOpen: false },
  waiting: { ...memory, name: 'waiting', attempt: 2 },
  waitingToFetch: { ...memory, name: 'waiting', attempt: 2, fetchesFirst: true },
  waitingEmpty: { ...memory, name: 'waiting', attempt: 2, have: null },
  rejected: { ...memory, name: 'rejected', reason: 'wrongMode' },
} satisfies Record<string, ConnectionState>;
type StateCase = keyof typeof states;

const delta = (baseSeq: number, seq: number, over: object = {}) => ({
  logId: mine.logId,
  baseSeq,
  seq,
  chainHolds: true,
  ...over,
});

/** Every event, those with more than one meaning once for each. */
const events = {
  snapshotFetched: { type: 'snapshotFetched', at: { logId: 'log-a', seq: 12 }, mode: 'live' },
  snapshotOlder: { type: 'snapshotFetched', at: { logId: 'log-a', seq: 8 }, mode: 'live' },
  snapshotOtherLog: { type: 'snapshotFetched', at: { logId: 'log-b', seq: 3 }, mode: 'live' },
  snapshotFailed: { type: 'snapshotFailed' },
  snapshotRefused: { type: 'snapshotRefused', reason: 'notAllowed' },
  socketOpened: { type: 'socketOpened' },
  socketClosed: { type: 'socketClosed' },
  joinedDelta: { type: 'joined', delta: delta(10, 11) },
  joinedGap: { type: 'joined', delta: delta(9, 11) },
  joinRefetch: { type: 'joinRefetch' },
  joinRejectedVersion: { type: 'joinRejected', reason: 'wrongVersion' },
  joinRejectedMode: { type: 'joinRejected', reason: 'wrongMode' },
  deltaGood: { type: 'delta', delta: delta(10, 12) },
  deltaOld: { type: 'delta', delta: delta(7, 10) },
  deltaGap: { type: 'delta', delta: delta(11, 12) },
  deltaOverlapping: { type: 'delta', delta: delta(9, 12) },
  deltaOtherLog: { type: 'delta', delta: delta(10, 12, { logId: 'log-b' }) },
  deltaBrokenChain: { type: 'delta', delta: delta(10, 12, { chainHolds: false }) },
  unreadable: { type: 'unreadable' },
  refetchAsked: { type: 'refetchAsked' },
  heartbeat: { type: 'heartbeat', at: mine },
  heartbeatAhead: { type: 'heartbeat', at: { logId: 'log-a', seq: 11 } },
  heartbeatOtherLog: { type: 'heartbeat', at: { logId: 'log-b', seq: 10 } },
  heartbeatsMissed: { type: 'heartbeatsMissed' },
  online: { type: 'online' },
  tabReturned: { type: 'tabReturned' },
  goodbyeShutdown: { type: 'goodbye', reason: 'shutdown', toldMs: 700 },
  goodbyeUntold: { type: 'goodbye', reason: 'shutdown', toldMs: null },
  goodbyeRevoked: { type: 'goodbye', reason: 'revoked', toldMs: null },
  backoffElapsed: { type: 'backoffElapsed' },
} satisfies Record<string, ConnectionEvent>;
type EventCase = keyof typeof events;

/** The next state and what is to be done; `stays` is the very same state and nothing to do. */
type Expected = 'stays' | readonly [ConnectionStateName, ...ConnectionEffect['type'][]];

const fetchAgain: Expected = ['refetching', 'fetchSnapshot'];
const comeBack: Expected = ['waiting', 'closeSocket', 'startBackoff'];
const refused: Expected = ['rejected', 'closeSocket'];
const needsNewPage: Expected = ['rejected', 'closeSocket', 'awaitNewPage'];
const openNext: Expected = ['connecting', 'applySnapshot', 'openSocket'];

const nothing = {
  snapshotFetched: 'stays',
  snapshotOlder: 'stays',
  snapshotOtherLog: 'stays',
  snapshotFailed: 'stays',
  snapshotRefused: 'stays',
  socketOpened: 'stays',
  socketClosed: 'stays',
  joinedDelta: 'stays',
  joinedGap: 'stays',
  joinRefetch: 'stays',
  joinRejectedVersion: 'stays',
  joinRejectedMode: 'stays',
  deltaGood: 'stays',
  deltaOld: 'stays',
  deltaGap: 'stays',
  deltaOverlapping: 'stays',
  deltaOtherLog: 'stays',
  deltaBrokenChain: 'stays',
  unreadable: 'stays',
  refetchAsked: 'stays',
  heartbeat: 'stays',
  heartbeatAhead: 'stays',
  heartbeatOtherLog: 'stays',
  heartbeatsMissed: 'stays',
  online: 'stays',
  tabReturned: 'stays',
  goodbyeShutdown: 'stays',
  goodbyeUntold: 'stays',
  goodbyeRevoked: 'stays',
  backoffElapsed: 'stays',
} as const satisfies Record<EventCase, Expected>;

const table: Record<StateCase, Record<EventCase, Expected>> = {
  starting: {
    ...nothing,
    snapshotFetched: openNext,
    snapshotOlder: openNext,
    snapshotOtherLog: openNext,
    snapshotFailed: comeBack,
    snapshotRefused: refused,
  },
  connecting: {
    ...nothing,
    socketOpened: ['joining', 'join'],
    socketClosed: comeBack,
    unreadable: needsNewPage,
    heartbeatsMissed: comeBack,
    online: comeBack,
    tabReturned: comeBack,
    goodbyeShutdown: comeBack,
    goodbyeUntold: comeBack,
    goodbyeRevoked: refused,
  },
  joining: {
    ...nothing,
    socketClosed: comeBack,
    joinedDelta: ['live', 'applyDelta'],
    joinedGap: fetchAgain,
    joinRefetch: fetchAgain,
    joinRejectedVersion: needsNewPage,
    joinRejectedMode: fetchAgain,
    unreadable: needsNewPage,
    heartbeatsMissed: comeBack,
    online: comeBack,
    tabReturned: comeBack,
    goodbyeShutdown: comeBack,
    goodbyeUntold: comeBack,
    goodbyeRevoked: refused,
  },
  live: {
    ...nothing,
    socketClosed: comeBack,
    deltaGood: ['live', 'applyDelta'],
    deltaGap: fetchAgain,
    deltaOverlapping: fetchAgain,
    deltaOtherLog: fetchAgain,
    deltaBrokenChain: fetchAgain,
    unreadable: needsNewPage,
    refetchAsked: fetchAgain,
    heartbeatAhead: ['joining', 'join'],
    heartbeatOtherLog: fetchAgain,
    heartbeatsMissed: comeBack,
    online: comeBack,
    tabReturned: comeBack,
    goodbyeShutdown: comeBack,
    goodbyeUntold: comeBack,
    goodbyeRevoked: refused,
  },
  refetching: {
    ...nothing,
    snapshotFetched: ['joining', 'applySnapshot', 'join'],
    snapshotOlder: ['joining', 'join'],
    snapshotOtherLog: ['joining', 'applySnapshot', 'join'],
    snapshotFailed: comeBack,
    snapshotRefused: refused,
    socketClosed: ['refetching'],
    unreadable: needsNewPage,
    heartbeatsMissed: comeBack,
    online: comeBack,
    tabReturned: comeBack,
    goodbyeShutdown: comeBack,
    goodbyeUntold: comeBack,
    goodbyeRevoked: refused,
  },
  refetchingAlone: {
    ...nothing,
    snapshotFetched: openNext,
    snapshotOlder: ['connecting', 'openSocket'],
    snapshotOtherLog: openNext,
    snapshotFailed: comeBack,
    snapshotRefused: refused,
    socketClosed: 'stays',
  },
  waiting: { ...nothing, online: comeBack, tabReturned: comeBack, backoffElapsed: ['connecting', 'openSocket'] },
  waitingToFetch: { ...nothing, online: comeBack, tabReturned: comeBack, backoffElapsed: fetchAgain },
  waitingEmpty: { ...nothing, online: comeBack, tabReturned: comeBack, backoffElapsed: ['starting', 'fetchSnapshot'] },
  rejected: { ...nothing, backoffElapsed: fetchAgain },
};

const cells = (Object.keys(states) as StateCase[]).flatMap((state) =>
  (Object.keys(events) as EventCase[]).map((event) => [state, event, table[state][event]] as const),
);

describe('[FEED-20] the connection, every state on every event', () => {
  it.each(cells)('%s on %s', (stateCase, eventCase, expected) => {
    const before: ConnectionState = states[stateCase];
    const { state, effects } = step(before, events[eventCase]);
    if (expected === 'stays') {
      expect(state).toBe(before);
      expect(effects).toEqual([]);
      return;
    }
    const [name, ...types] = expected;
    expect([state.name, ...effects.map((effect) => effect.type)]).toEqual([name, ...types]);
  });

  it('begins by fetching the snapshot', () => {
    expect(initialConnection(null)).toEqual({
      state: { ...states.starting, have: null },
      effects: [{ type: 'fetchSnapshot' }],
    });
  });
});

/** Runs events one after another; answers the last step. */
function run(from: ConnectionState, ...each: ConnectionEvent[]) {
  return each.reduce((before, event) => step(before.state, event), {
    state: from,
    effects: [] as readonly ConnectionEffect[],
  });
}

describe('the place that is held', () => {
  it('[FEED-21] moves by whole deltas only, and is named in the next join', () => {
    const { state } = run(states.live, events.deltaGood, events.deltaOld);
    expect(state.have).toEqual({ logId: 'log-a', seq: 12 });
    const back = run(state, events.socketClosed, events.backoffElapsed, events.socketOpened);
    expect(back.effects).toEqual([{ type: 'join', have: { logId: 'log-a', seq: 12 } }]);
  });

  it('[FEED-22] is kept through a refetch that fails, so that joining can still bring what was missed', () => {
    const { effects } = run(
      states.live,
      events.deltaGap,
      events.snapshotFailed,
      events.backoffElapsed,
      events.socketOpened,
    );
    expect(effects).toEqual([{ type: 'join', have: mine }]);
  });

  it('[FEED-23] is another log’s as soon as its snapshot is taken', () => {
    const { state } = run(states.live, events.heartbeatOtherLog, events.snapshotOtherLog);
    expect(state.have).toEqual({ logId: 'log-b', seq: 3 });
  });

  it('[FEED-24] is given up when the chain breaks, and a second break in a row is told', () => {
    const first = run(states.live, events.deltaBrokenChain);
    expect(first.state.have).toBeNull();
    const joined = run(first.state, events.snapshotOlder, { type: 'joined', delta: delta(8, 8) });
    expect(joined.state.name).toBe('live');
    const again = run(joined.state, { type: 'delta', delta: delta(8, 9, { chainHolds: false }) });
    expect(again.state).toMatchObject({ name: 'rejected', reason: 'brokenChain' });
    expect(again.effects).toContainEqual({ type: 'startBackoff', attempt: slowAttempt });
    const healed = run(
      joined.state,
      { type: 'delta', delta: delta(8, 9) },
      { type: 'delta', delta: delta(9, 10, { chainHolds: false }) },
    );
    expect(healed.state.name).toBe('refetching');
  });
});

describe('coming back', () => {
  it('[FEED-25] waits longer with each failure, and from the beginning once the link has proved itself', () => {
    const failed = run(
      states.live,
      events.socketClosed,
      events.backoffElapsed,
      events.socketClosed,
      events.backoffElapsed,
      events.socketClosed,
    );
    expect(failed.effects).toContainEqual({ type: 'startBackoff', attempt: 3 });
    const joined = run(failed.state, events.backoffElapsed, events.socketOpened, events.joinedDelta);
    expect(joined.state).toMatchObject({ name: 'live', attempt: 3 });
    const proved = run(joined.state, { type: 'heartbeat', at: { logId: 'log-a', seq: 11 } });
    expect(proved.state).toMatchObject({ name: 'live', attempt: 0 });
  });

  it('[FEED-26] is at once, with the jitter alone, after missed heartbeats, online, or a returned tab', () => {
    for (const event of [events.heartbeatsMissed, events.online, events.tabReturned])
      expect(run(states.live, event).effects).toContainEqual({ type: 'startBackoff', attempt: 0 });
  });

  it('[RUN-2] is when the server has asked for, after its goodbye, and with the jitter where it has not', () => {
    expect(run(states.live, events.goodbyeShutdown).effects).toContainEqual({
      ...{ type: 'startBackoff', attempt: 0 },
      toldMs: 700,
    });
    expect(run(states.live, events.goodbyeUntold).effects).toContainEqual({ type: 'startBackoff', attempt: 0 });
  });

  it('[FEED-27] fetches once when a join is sent away, and pauses before fetching again', () => {
    const once = run(states.joining, events.joinRefetch);
    expect(once.effects).toEqual([{ type: 'fetchSnapshot' }]);
    const twice = run(once.state, events.snapshotOtherLog, events.joinRefetch);
    expect(twice.state.name).toBe('waiting');
    expect(twice.effects).toContainEqual({ type: 'startBackoff', attempt: 2 });
    expect(run(twice.state, events.backoffElapsed).effects).toEqual([{ type: 'fetchSnapshot' }]);
  });

  /** The link is lost, and opening it fails twice more. */
  const outage = [
    ...[events.socketClosed, events.backoffElapsed, events.socketClosed],
    ...[events.backoffElapsed, events.socketClosed, events.backoffElapsed],
  ];
  const back = run(states.live, ...outage, events.socketOpened).state;
  const fetchesOf = (from: ConnectionState, each: readonly ConnectionEvent[]) =>
    each.map((_, index) =>
      run(from, ...each.slice(0, index + 1)).effects.filter(({ type }) => type === 'fetchSnapshot'),
    );

  it('[FEED-55] fetches at once when sent away after a long outage, by a server that has another log', () => {
    expect(back).toMatchObject({ name: 'joining', attempt: 3 });
    const away = run(back, events.joinRefetch);
    expect([away.state.name, away.effects]).toEqual(['refetching', [{ type: 'fetchSnapshot' }]]);
    expect(run(away.state, events.snapshotOtherLog).effects).toEqual([
      { type: 'applySnapshot' },
      { type: 'join', have: { logId: 'log-b', seq: 3 } },
    ]);
  });

  it('[FEED-55] has one fetch at once on each way back, and waits longer with each', () => {
    const sentAwayAgain = [events.joinRefetch, events.snapshotOlder, events.joinRefetch];
    const first = run(back, ...sentAwayAgain);
    expect(first.effects).toContainEqual({ type: 'startBackoff', attempt: 5 });
    // What was fetched before the join is not fetched once more when that is sent away.
    const round = [events.backoffElapsed, events.snapshotOlder, events.socketOpened, events.joinRefetch];
    expect(fetchesOf(first.state, [...round, ...round]).flat()).toHaveLength(2);
    expect(run(first.state, ...round, ...round).effects).toContainEqual({ type: 'startBackoff', attempt: 7 });
    // A server that closes the door instead of sending away a second time is asked no faster either.
    const closing = run(back, events.joinRefetch, events.socketClosed, events.snapshotOlder, events.socketClosed);
    expect(closing.effects).toContainEqual({ type: 'startBackoff', attempt: 5 });
    const anew = run(closing.state, events.backoffElapsed, events.socketOpened, events.joinRefetch);
    expect(anew.effects).toEqual([{ type: 'fetchSnapshot' }]);
  });
  it('[FEED-51] a server that is behind takes no page back, however often it sends its join away', () => {
    const { state } = run(
      states.joining,
      events.joinRefetch,
      events.snapshotOlder,
      events.joinRefetch,
      events.backoffElapsed,
      events.snapshotOlder,
    );
    expect(state).toMatchObject({ name: 'connecting', have: mine });
  });
});

describe('the mode', () => {
  const insisting: ConnectionState = { ...states.starting, insists: 'live' };

  it('[FEED-28] a page that insists on live never takes a rehearsal’s snapshot, and asks again slowly', () => {
    const { state, effects } = run(insisting, { ...events.snapshotFetched, mode: 'rehearsal' });
    expect(state).toMatchObject({ name: 'rejected', reason: 'wrongMode' });
    expect(effects.map((effect) => effect.type)).not.toContain('applySnapshot');
    const later = run(state, events.backoffElapsed, events.snapshotFetched);
    expect(later.effects.map((effect) => effect.type)).toEqual(['applySnapshot', 'openSocket']);
  });

  it('[FEED-29] a page that insists on nothing follows the server into another mode', () => {
    const { effects } = run(states.joining, events.joinRejectedMode, events.snapshotOtherLog);
    expect(effects).toEqual([{ type: 'applySnapshot' }, { type: 'join', have: { logId: 'log-b', seq: 3 } }]);
  });
});
