import type { ResolvedPack } from '@yavka/shared/pack/pack';
import type { Join, JoinAnswer } from '@yavka/shared/protocol/wire';
import { heartbeatEveryMs, joinSchema, paintedSchema, PROTOCOL_VERSION } from '@yavka/shared/protocol/wire';

import type { Access } from '../access/access.ts';
import { seesUnreleased } from '../access/access.ts';
import { machineElapsed } from '../clock/election-clock.ts';
import { comeBackIn } from '../end-server.ts';
import type { ElectionHost } from '../live/election-host.ts';
import type { FeedObserver, ResyncReason } from '../observe/observer.ts';
import { unobserved } from '../observe/observer.ts';
import { isOverLimit } from './backlog-limit.ts';
import type { FeedServer } from './feed-server.ts';
import type { Published, Publisher } from './publisher.ts';
import { publisher } from './publisher.ts';
import { areaOfScope } from './scope-view.ts';
import type { FeedSocket, Seat } from './seat.ts';
import { seating } from './seating.ts';
import type { SocketWire } from './socket-wire.ts';
import { backlogOf, cutOff, isTaken, socketWire } from './socket-wire.ts';

/** A socket that has not joined by then is closed, milliseconds. */
const joinWithinMs = 10_000;
/** A page joins a few times at most; each answer is made for it alone, so nobody may ask for them without end. */
const joinLimit = { count: 100, withinMs: 10_000 };
/** A page that paints every frame tells it no more often than this; more is nobody's page. */
const messageLimit = { count: 1_000, withinMs: 10_000 };
/** A reader further behind than this many entries takes the snapshot, which is then the smaller. */
const deltaLimit = 2_000;

/** The feed's door: Socket.IO with one way to resync, ours. */
export interface Gateway {
  /** The place and states that HTTP snapshots are cut at. */
  published(): Published;
  /** Sends the clock and the place to everyone now, as after a pause of the replay. */
  heartbeat(): void;
  /** Those who sit now. */
  readonly seats: ReadonlySet<Seat>;
  /**
   * Takes no reader any more, sends what the log says to those who sit, and tells everyone when to come back. What is
   * asked of it afterwards is answered with the same goodbye.
   */
  farewell(): Promise<void>;
  /** Ends, with a goodbye to whoever has had none. */
  close(): Promise<void>;
}

export function gateway(deps: {
  readonly io: FeedServer;
  readonly host: ElectionHost;
  readonly resolved: ResolvedPack;
  readonly access: Access;
  readonly observer?: FeedObserver;
}): Gateway {
  const { io, host, resolved, access, observer = unobserved } = deps;
  const seats = seating();
  const seatOf = new WeakMap<FeedSocket, Seat>();
  const leave = (socket: FeedSocket): void => {
    const seat = seatOf.get(socket);
    if (seat !== undefined) seats.leave(seat);
  };
  /** Tokens that may be revoked between the look at them and the seat that they give. */
  const revoked = new Set<string>();
  const sending: Publisher = publisher(host.current(), seats, resolved.pack, observer);
  host.onSwap((session) => {
    sending.follow(session);
  });
  const beat = setInterval(sending.heartbeat, heartbeatEveryMs);
  const forget = access.onRevoked((tokenHash) => {
    revoked.add(tokenHash);
    for (const seat of seats.all) {
      if (seat.tokenHash !== tokenHash) continue;
      seat.socket.emit('feed:goodbye', { reason: 'revoked' });
      seat.socket.disconnect(true);
    }
  });

  const join = async (socket: FeedSocket, wire: SocketWire, asked: Join): Promise<JoinAnswer | null> => {
    const refused = refusalOf(asked);
    if (refused !== null) return { answer: 'rejected', reason: refused };
    const known = asked.token === undefined ? null : await access.check(asked.token);
    const grant = known === null || revoked.has(known.tokenHash) ? null : known;
    if (asked.audience === 'desk' && !seesUnreleased(grant)) return { answer: 'rejected', reason: 'notAllowed' };
    // Only those whom a token lets in may sit at the desk's lane; air is open to every screen that reads what is public.
    if (asked.lane === 'desk' && !seesUnreleased(grant)) return { answer: 'rejected', reason: 'notAllowed' };
    const { audience, lane, scope, have } = asked;
    leave(socket);
    // It may have gone while its token was looked at: nothing would ever take its seat away. And nothing is answered,
    // for a server that ends has connections yet that outlive their sockets, and a page that is rejected asks no more.
    if (!socket.connected) return null;
    if (have.seq > sending.published().seq) sending.publishPublicNow();
    const current = host.current();
    const { state, entries } = current.live.told(audience);
    const { seq } = lane === 'public' ? sending.published() : state;
    const seat: Seat = {
      socket,
      wire,
      audience,
      lane,
      scope,
      tokenHash: grant?.tokenHash ?? null,
      joinedSeq: seq,
      behind: false,
      left: false,
    };
    seats.take(seat);
    seatOf.set(socket, seat);
    const resync = resyncOf(have, { logId: current.logId, seq, hashThere: entries[have.seq - 1]?.hash });
    if (resync !== null) {
      observer.resync(resync, 1);
      return { answer: 'refetch', refetch: { logId: current.logId, seq } };
    }
    return { answer: 'delta', delta: sending.deltaOf(audience, scope, have.seq, seq), clock: current.clock.reading() };
  };

  const refusalOf = (asked: Join): Extract<JoinAnswer, { answer: 'rejected' }>['reason'] | null => {
    if (asked.protocolVersion !== PROTOCOL_VERSION) return 'wrongVersion';
    if (asked.electionId !== resolved.pack.id) return 'wrongElection';
    if (asked.expects !== host.current().live.told('public').state.mode) return 'wrongMode';
    const area = areaOfScope(asked.scope);
    if (area !== null && !resolved.pack.areas.some((known) => known.id === area)) return 'unknownScope';
    return null;
  };

  const connected = new Set<FeedSocket>();
  let isClosed = false;
  let isToldAll = false;
  const sayGoodbye = (socket: FeedSocket, index: number, count: number): void => {
    socket.emit('feed:goodbye', { reason: 'shutdown', reconnectInMs: comeBackIn(index, count) });
  };
  const leaveAll = (): void => {
    if (isToldAll) return;
    isToldAll = true;
    for (const [index, socket] of [...connected].entries()) sayGoodbye(socket, index, connected.size);
  };

  io.on('connection', (socket) => {
    connected.add(socket);
    const wire = socketWire(socket);
    const joinsTooOften = overLimit(joinLimit);
    const saysTooMuch = overLimit(messageLimit);
    socket.onAny(() => {
      if (saysTooMuch()) socket.disconnect(true);
    });
    /** The join under way: the next one waits, so that what was asked for last is what holds. */
    let turn: Promise<unknown> = Promise.resolve();
    const late = setTimeout(() => socket.disconnect(true), joinWithinMs);
    socket.on('feed:join', (asked: unknown, answer: unknown) => {
      if (typeof answer !== 'function') return;
      if (joinsTooOften()) return void socket.disconnect(true);
      if (isClosed) {
        sayGoodbye(socket, 0, 1);
        return;
      }
      const reply = (joined: JoinAnswer | null): void => {
        if (joined === null) return;
        observer.joinAnswered(joined);
        (answer as (answer: JoinAnswer) => void)(joined);
      };
      const read = joinSchema.safeParse(asked);
      if (!read.success) {
        reply({ answer: 'rejected', reason: versionDiffers(asked) ? 'wrongVersion' : 'badJoin' });
        return;
      }
      clearTimeout(late);
      turn = turn.then(async () => join(socket, wire, read.data)).then(reply, () => socket.disconnect(true));
      // Each answer is made for this reader alone: whoever takes none has one waiting, however often it asks.
      turn = turn.then(async () => isTaken(wire));
    });
    socket.on('screen:painted', (painted: unknown) => {
      // Telemetry: read at the gate, never deciding anything.
      const read = paintedSchema.safeParse(painted);
      const seat = seatOf.get(socket);
      if (read.success && seat !== undefined) observer.painted(seat, read.data);
    });
    socket.on('disconnect', (reason) => {
      clearTimeout(late);
      if (reason === 'ping timeout' || isOverLimit(backlogOf(wire))) cutOff(wire);
      connected.delete(socket);
      leave(socket);
    });
  });

  return {
    published: sending.published,
    heartbeat: sending.heartbeat,
    seats: seats.all,
    farewell: async () => {
      isClosed = true;
      await sending.flushed();
      leaveAll();
    },
    close: async () => {
      isClosed = true;
      clearInterval(beat);
      forget();
      sending.stop();
      leaveAll();
      await io.close();
    },
  };
}

/** Counts each call; true once there were more than `count` of them within `withinMs`. */
function overLimit({ count, withinMs }: { readonly count: number; readonly withinMs: number }): () => boolean {
  let calls = { since: machineElapsed(), count: 0 };
  return () => {
    if (machineElapsed() - calls.since > withinMs) calls = { since: machineElapsed(), count: 0 };
    calls.count += 1;
    return calls.count > count;
  };
}

/** Why a reader at `have` takes the snapshot at `now`; null when a delta brings it there. */
function resyncOf(
  have: Join['have'],
  now: { readonly logId: string; readonly seq: number; readonly hashThere: string | undefined },
): ResyncReason | null {
  if (have.logId !== now.logId) return 'otherLog';
  if (have.seq > now.seq) return 'ahead';
  // A delta with nothing in it breaks no chain: without this such a reader would keep what no log holds any more.
  if (have.hash !== undefined && now.hashThere !== undefined && have.hash !== now.hashThere) return 'otherChain';
  return now.seq - have.seq > deltaLimit ? 'farBehind' : null;
}

function versionDiffers(asked: unknown): boolean {
  return (
    typeof asked === 'object' &&
    asked !== null &&
    'protocolVersion' in asked &&
    asked.protocolVersion !== PROTOCOL_VERSION
  );
}
