import type { Mode } from '@yavka/shared/ids';
import { joinRejections } from '@yavka/shared/protocol/wire';

/**
 * The connection as data: no socket, no timer, no time. `step` says what a state becomes on an event and what the
 * driver is to do. States are immutable; a step that changes nothing answers the same state.
 */

/** A place in a log. */
export interface Position {
  readonly logId: string;
  readonly seq: number;
}

export const rejectedReasons = [
  ...joinRejections,
  /** What came could not be read by this page's schemas. */
  'unreadable',
  /** The chain of hashes broke twice in a row. */
  'brokenChain',
] as const;
export type RejectedReason = (typeof rejectedReasons)[number];

/** What every state remembers. */
interface Memory {
  /** The place that is held, and so named in a join; null when nothing is held, or nothing that is trusted. */
  readonly have: Position | null;
  /** Failures since the connection last proved itself; the driver waits longer with each. */
  readonly attempt: number;
  /** True from a broken chain until the next delta whose chain holds. */
  readonly mistrusts: boolean;
  /** True once a join was sent away after a fetch as well: the next one is tried only with another snapshot. */
  readonly fetchesFirst: boolean;
  /** True from a join that was sent away until the link has proved itself, or the page comes back without a fetch: it has had its fetch at once. */
  readonly sentAway: boolean;
  /** The mode that the page insists on; null takes what the server says. */
  readonly insists: Mode | null;
}

export type ConnectionState =
  /** A snapshot is being fetched, and there is no place to join from. */
  | (Memory & { readonly name: 'starting' })
  | (Memory & { readonly name: 'connecting' })
  | (Memory & { readonly name: 'joining' })
  | (Memory & { readonly name: 'live' })
  /** A snapshot is being fetched anew; what is shown stays. */
  | (Memory & { readonly name: 'refetching'; readonly socketOpen: boolean })
  /** Backing off; what is shown stays. */
  | (Memory & { readonly name: 'waiting' })
  | (Memory & { readonly name: 'rejected'; readonly reason: RejectedReason });
export type ConnectionStateName = ConnectionState['name'];

/** A delta's place, and whether its chain of hashes continues the held one (asked only where the place fits). */
export interface DeltaPlace {
  readonly logId: string;
  readonly baseSeq: number;
  readonly seq: number;
  readonly chainHolds: boolean;
}

export type ConnectionEvent =
  | { readonly type: 'snapshotFetched'; readonly at: Position; readonly mode: Mode }
  | { readonly type: 'snapshotFailed' }
  | { readonly type: 'snapshotRefused'; readonly reason: RejectedReason }
  | { readonly type: 'socketOpened' }
  | { readonly type: 'socketClosed' }
  | { readonly type: 'joined'; readonly delta: DeltaPlace }
  | { readonly type: 'joinRefetch' }
  | { readonly type: 'joinRejected'; readonly reason: RejectedReason }
  | { readonly type: 'delta'; readonly delta: DeltaPlace }
  | { readonly type: 'unreadable' }
  | { readonly type: 'refetchAsked' }
  | { readonly type: 'heartbeat'; readonly at: Position }
  | { readonly type: 'heartbeatsMissed' }
  | { readonly type: 'online' }
  | { readonly type: 'tabReturned' }
  /** `toldMs`: when the server asks to come back, where it says so. */
  | { readonly type: 'goodbye'; readonly reason: 'shutdown' | 'revoked'; readonly toldMs: number | null }
  | { readonly type: 'backoffElapsed' };

export type ConnectionEffect =
  | { readonly type: 'fetchSnapshot' }
  /** Takes the snapshot of the event in place of everything held. */
  | { readonly type: 'applySnapshot' }
  | { readonly type: 'openSocket' }
  | { readonly type: 'closeSocket' }
  | { readonly type: 'join'; readonly have: Position }
  /** Applies the delta of the event, whole. */
  | { readonly type: 'applyDelta' }
  /** Waits: the jitter alone for attempt 0, longer with every attempt; `toldMs` where the server has said how long. */
  | { readonly type: 'startBackoff'; readonly attempt: number; readonly toldMs?: number }
  /** A newer page is needed; asked for only once the server answers again. */
  | { readonly type: 'awaitNewPage' };

export interface Step {
  readonly state: ConnectionState;
  readonly effects: readonly ConnectionEffect[];
}

/** The wait before asking again a server that refused: as after this many failures. */
export const slowAttempt = 5;

export function initialConnection(insists: Mode | null): Step {
  const memory = { have: null, attempt: 0, mistrusts: false, fetchesFirst: false, sentAway: false, insists } as const;
  const state = { ...memory, name: 'starting' } as const;
  return { state, effects: [{ type: 'fetchSnapshot' }] };
}

/** What `state` becomes on `event`, and what is to be done. Total: every event is understood in every state. */
export function step(state: ConnectionState, event: ConnectionEvent): Step {
  switch (event.type) {
    case 'snapshotFetched':
      return isFetching(state) ? fetched(state, event.at, event.mode) : stay(state);
    case 'snapshotFailed':
      return isFetching(state) ? backOff(state) : stay(state);
    case 'snapshotRefused':
      return isFetching(state) ? reject(state, event.reason) : stay(state);
    case 'socketOpened':
      return state.name === 'connecting' && state.have !== null ? join(state, state.have) : stay(state);
    case 'socketClosed':
      if (!hasSocket(state)) return stay(state);
      return state.name === 'refetching' ? { state: { ...state, socketOpen: false }, effects: [] } : backOff(state);
    case 'joined':
      return state.name === 'joining' ? takeDelta(state, event.delta) : stay(state);
    case 'joinRefetch':
      return state.name === 'joining' ? joinSentAway(state) : stay(state);
    case 'joinRejected':
      return state.name === 'joining' ? joinRefused(state, event.reason) : stay(state);
    case 'delta':
      return state.name === 'live' ? takeDelta(state, event.delta) : stay(state);
    case 'unreadable':
      return hasSocket(state) ? reject(state, 'unreadable') : stay(state);
    case 'refetchAsked':
      return state.name === 'live' ? refetch(state, true) : stay(state);
    case 'heartbeat':
      return state.name === 'live' ? heard(state, event.at) : stay(state);
    case 'heartbeatsMissed':
      return hasSocket(state) ? comeBack(state) : stay(state);
    case 'online':
    case 'tabReturned':
      return hasSocket(state) || state.name === 'waiting' ? comeBack(state) : stay(state);
    case 'goodbye':
      if (!hasSocket(state)) return stay(state);
      return event.reason === 'revoked' ? reject(state, 'notAllowed') : comeBack(state, event.toldMs);
    case 'backoffElapsed':
      return backoffElapsed(state);
  }
}

type Fetching = Extract<ConnectionState, { name: 'starting' | 'refetching' }>;

function isFetching(state: ConnectionState): state is Fetching {
  return state.name === 'starting' || state.name === 'refetching';
}

function hasSocket(state: ConnectionState): boolean {
  return (
    state.name === 'connecting' ||
    state.name === 'joining' ||
    state.name === 'live' ||
    (state.name === 'refetching' && state.socketOpen)
  );
}

function memoryOf({ have, attempt, mistrusts, fetchesFirst, sentAway, insists }: ConnectionState): Memory {
  return { have, attempt, mistrusts, fetchesFirst, sentAway, insists };
}

function stay(state: ConnectionState): Step {
  return { state, effects: [] };
}

function join(state: ConnectionState, have: Position): Step {
  return { state: { ...memoryOf(state), name: 'joining', have }, effects: [{ type: 'join', have }] };
}

/** A snapshot is here: it is taken unless the page already knows more of the same log. */
function fetched(state: Fetching, at: Position, mode: Mode): Step {
  if (state.insists !== null && state.insists !== mode) return reject(state, 'wrongMode');
  const isOlder = state.have !== null && state.have.logId === at.logId && at.seq < state.have.seq;
  const have = isOlder ? state.have : at;
  const taken: readonly ConnectionEffect[] = isOlder ? [] : [{ type: 'applySnapshot' }];
  if (state.name === 'refetching' && state.socketOpen) {
    const next = join(state, have);
    return { ...next, effects: [...taken, ...next.effects] };
  }
  return { state: { ...memoryOf(state), name: 'connecting', have }, effects: [...taken, { type: 'openSocket' }] };
}

/** Applies a delta that begins where the page stands, passes over one that tells nothing new, fetches on any other. */
function takeDelta(state: ConnectionState, delta: DeltaPlace): Step {
  const { have } = state;
  const isMyLog = have !== null && delta.logId === have.logId;
  if (state.name === 'live' && isMyLog && delta.seq <= have.seq) return stay(state);
  if (!isMyLog || delta.baseSeq !== have.seq) return state.name === 'live' ? refetch(state, true) : joinSentAway(state);
  if (!delta.chainHolds) return chainBroke(state);
  return {
    state: {
      ...memoryOf(state),
      name: 'live',
      have: { logId: have.logId, seq: delta.seq },
      // Joining alone proves little: a server that falls over on each join must not be asked without a pause.
      attempt: state.name === 'live' ? 0 : state.attempt,
      sentAway: state.name !== 'live' && state.sentAway,
      mistrusts: state.mistrusts && delta.seq === have.seq,
    },
    effects: [{ type: 'applyDelta' }],
  };
}

/** Nothing held is trusted any more: any snapshot is better. The second time in a row it is shown. */
function chainBroke(state: ConnectionState): Step {
  const distrusting = { ...state, have: null, mistrusts: true };
  return state.mistrusts ? reject(distrusting, 'brokenChain') : refetch(distrusting, true);
}

function refetch(state: ConnectionState, socketOpen: boolean): Step {
  return {
    state: { ...memoryOf(state), name: 'refetching', socketOpen, fetchesFirst: false },
    effects: [{ type: 'fetchSnapshot' }],
  };
}

/**
 * The join's answer was to fetch. Once on each way back it is done at once, however many tries that way took: they were
 * spread over their waits, so the fetches are as well. Again only after a pause, which grows. What is held is kept: a
 * server that is behind, cut off from its store, must not take a page back to what it showed before.
 */
function joinSentAway(state: ConnectionState): Step {
  if (state.sentAway) return backOff({ ...state, fetchesFirst: true });
  return refetch({ ...state, attempt: state.attempt + 1, sentAway: true }, true);
}

function joinRefused(state: ConnectionState, reason: RejectedReason): Step {
  // The server has become another one, or another log: what it is now is told by its snapshot.
  const mayHaveChanged = reason === 'wrongElection' || (reason === 'wrongMode' && state.insists === null);
  return mayHaveChanged ? joinSentAway({ ...state, have: null }) : reject(state, reason);
}

function heard(state: ConnectionState, at: Position): Step {
  const { have } = state;
  if (have === null || at.logId !== have.logId) return refetch(state, true);
  if (at.seq > have.seq) return join(state, have);
  if (state.attempt === 0 && !state.sentAway) return stay(state);
  return { state: { ...state, attempt: 0, sentAway: false }, effects: [] };
}

function backOff(state: ConnectionState): Step {
  const attempt = state.attempt + 1;
  return {
    state: { ...memoryOf(state), name: 'waiting', attempt },
    effects: [{ type: 'closeSocket' }, { type: 'startBackoff', attempt }],
  };
}

/** Closes and comes back at once, with the jitter alone, or when the server has asked for it. */
function comeBack(state: ConnectionState, toldMs: number | null = null): Step {
  return {
    state: { ...memoryOf(state), name: 'waiting', attempt: 0 },
    effects: [{ type: 'closeSocket' }, { type: 'startBackoff', attempt: 0, ...(toldMs === null ? {} : { toldMs }) }],
  };
}

function reject(state: ConnectionState, reason: RejectedReason): Step {
  return {
    state: { ...memoryOf(state), name: 'rejected', reason },
    effects: [{ type: 'closeSocket' }, ...afterRejection(reason)],
  };
}

/** Some refusals end by themselves, some with a newer page, and some only when somebody changes what was asked. */
function afterRejection(reason: RejectedReason): readonly ConnectionEffect[] {
  switch (reason) {
    case 'wrongVersion':
    case 'unreadable':
      return [{ type: 'awaitNewPage' }];
    case 'wrongMode':
    case 'wrongElection':
    case 'brokenChain':
      return [{ type: 'startBackoff', attempt: slowAttempt }];
    case 'notAllowed':
    case 'badJoin':
    case 'unknownScope':
      return [];
  }
}

function backoffElapsed(state: ConnectionState): Step {
  if (state.name === 'rejected') return refetch(state, false);
  if (state.name !== 'waiting') return stay(state);
  if (state.have !== null && state.fetchesFirst) return refetch(state, false);
  if (state.have === null)
    return { state: { ...memoryOf(state), name: 'starting' }, effects: [{ type: 'fetchSnapshot' }] };
  // Nothing was fetched since it was last here: whoever sends this join away has not been asked yet.
  return { state: { ...memoryOf(state), name: 'connecting', sentAway: false }, effects: [{ type: 'openSocket' }] };
}
