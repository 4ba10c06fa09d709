import type { Audience } from '@yavka/shared/log/audience';
import type { AudienceEntry } from '@yavka/shared/log/entry';
import type { ElectionState } from '@yavka/shared/log/state';
import type { ElectionPack } from '@yavka/shared/pack/pack';
import type { Delta, Heartbeat, Scope } from '@yavka/shared/protocol/wire';

import { machineElapsed } from '../clock/election-clock.ts';
import type { ElectionSession } from '../live/election-session.ts';
import type { FeedObserver } from '../observe/observer.ts';
import { unobserved } from '../observe/observer.ts';
import { isOverLimit } from './backlog-limit.ts';
import { publicLane } from './public-lane.ts';
import { scopeView } from './scope-view.ts';
import type { Seat } from './seat.ts';
import type { Seating } from './seating.ts';
import type { SharedFrame } from './shared-frame.ts';
import { sharedFrame } from './shared-frame.ts';
import { backlogOf, sendFrame } from './socket-wire.ts';

/** The longest that public readers wait for what others already have, milliseconds. */
const publicTickMs = 40;

/** Deltas kept for the next who asks for the same stretch. */
const deltasKept = 8;

/** How far a lane has been told, with the state at that place: snapshots are cut only there, so deltas never overlap. */
export interface Published {
  readonly seq: number;
  readonly publicState: ElectionState;
  readonly deskState: ElectionState;
}

/**
 * Sends what the log says to those who sit. Air and desk at once, whenever the log has been followed; the public on a
 * short tick, in chunks between turns of the event loop. A delta is encoded once for each audience and scope.
 */
export interface Publisher {
  /** The states and place that snapshots for the public lane and joins are cut at. */
  published(): Published;
  /** Brings the public lane level with the log at once, for a reader who already knows more. */
  publishPublicNow(): void;
  heartbeat(): void;
  /** Resolves when everyone has been sent what the log says now. */
  flushed(): Promise<void>;
  /** Tells everyone that another log has taken the place of the old one. */
  follow(session: ElectionSession): void;
  deltaOf(audience: Audience, scope: Scope, baseSeq: number, seq: number): Delta;
  stop(): void;
}

export function publisher(
  first: ElectionSession,
  seats: Seating,
  pack: ElectionPack,
  observer: FeedObserver = unobserved,
): Publisher {
  let session = first;
  let unfollow: () => void = () => undefined;
  let urgentSeq = 0;
  let published: Published;
  let publicTimer: NodeJS.Timeout | null = null;
  const lane = publicLane();
  /** The deltas cut last: those who come back after a cut together get the very same one. */
  const cut = new Map<string, Delta>();

  const statesNow = (): Published => ({
    seq: session.live.told('public').state.seq,
    publicState: session.live.told('public').state,
    deskState: session.live.told('desk').state,
  });

  const deltaOf: Publisher['deltaOf'] = (audience, scope, baseSeq, seq) => {
    const key = `${audience} ${scope} ${String(baseSeq)} ${String(seq)}`;
    const held = cut.get(key);
    if (held !== undefined) return held;
    const entries = session.live.told(audience).entries.slice(baseSeq, seq);
    const seen = entries.map((entry): AudienceEntry => scopeView(entry, scope, pack));
    const delta = { logId: session.logId, baseSeq, seq, entries: seen };
    cut.set(key, delta);
    for (const old of [...cut.keys()].slice(0, -deltasKept)) cut.delete(old);
    return delta;
  };

  /** One frame for each audience and scope among the seats asked for, made when the first of them is met. */
  const framesFor = (baseSeq: number, seq: number): ((seat: Seat) => SharedFrame) => {
    const made: { readonly audience: Audience; readonly scope: Scope; readonly frame: SharedFrame }[] = [];
    return ({ audience, scope }) => {
      // A list and no map: there are a few at most, and this is asked for every socket.
      for (const kept of made) if (kept.audience === audience && kept.scope === scope) return kept.frame;
      const frame = sharedFrame('feed:delta', deltaOf(audience, scope, baseSeq, seq));
      made.push({ audience, scope, frame });
      return frame;
    };
  };

  const send = (seat: Seat, frame: SharedFrame): void => {
    // It may have left, or taken another seat, since it was put in line.
    if (seat.left) return;
    const backlog = backlogOf(seat.wire);
    if (isOverLimit(backlog)) {
      if (!seat.behind) observer.slowReader(seat, backlog);
      seat.behind = true;
    } else if (!seat.behind) sendFrame(seat.wire, frame);
    else if (backlog.packets === 0 && backlog.bytes === 0) {
      // It has read everything that waited, but not what it missed.
      seat.behind = false;
      sendFrame(seat.wire, refetchFrame());
      observer.resync('slowReader', 1);
    }
  };
  const refetchFrame = (): SharedFrame => sharedFrame('feed:refetch', { logId: session.logId, seq: published.seq });

  const publishUrgent = (): void => {
    const seq = session.live.told('desk').state.seq;
    if (seq === urgentSeq) return;
    const began = machineElapsed();
    const frameOf = framesFor(urgentSeq, seq);
    urgentSeq = seq;
    for (const seat of seats.urgent) send(seat, frameOf(seat));
    observer.ticked('urgent', machineElapsed() - began);
  };

  const publishPublicNow = (): void => {
    if (publicTimer !== null) clearTimeout(publicTimer);
    publicTimer = null;
    const base = published.seq;
    published = statesNow();
    if (published.seq === base) return;
    const began = machineElapsed();
    const frameOf = framesFor(base, published.seq);
    lane.send([...seats.calm], (seat) => {
      send(seat, frameOf(seat));
    });
    lane.whenIdle(() => {
      observer.ticked('public', machineElapsed() - began);
    });
  };

  const attach = (next: ElectionSession): void => {
    unfollow();
    if (publicTimer !== null) clearTimeout(publicTimer);
    publicTimer = null;
    lane.clear();
    cut.clear();
    session = next;
    published = statesNow();
    urgentSeq = published.seq;
    unfollow = session.live.onFollowed(() => {
      publishUrgent();
      // While one delta is still on its way, what follows gathers into the next: one frame, however fast the log grows.
      publicTimer ??= setTimeout(() => {
        lane.whenIdle(publishPublicNow);
      }, publicTickMs);
    });
  };
  attach(first);

  return {
    published: () => published,
    publishPublicNow,
    deltaOf,
    heartbeat: () => {
      const clock = session.clock.reading();
      const frameAt = (seq: number): SharedFrame => {
        const heartbeat: Heartbeat = { logId: session.logId, seq, clock };
        return sharedFrame('feed:heartbeat', heartbeat);
      };
      const [urgent, calm] = [frameAt(urgentSeq), frameAt(published.seq)];
      const beat = (seat: Seat): void => {
        send(seat, seat.lane === 'public' ? calm : urgent);
      };
      for (const seat of seats.urgent) beat(seat);
      lane.send([...seats.calm], beat);
    },
    flushed: () => {
      publishPublicNow();
      return new Promise((resolve) => {
        lane.whenIdle(resolve);
      });
    },
    follow: (next) => {
      attach(next);
      observer.resync('logSwapped', seats.all.size);
      const refetch = refetchFrame();
      const tell = (seat: Seat): void => {
        if (!seat.left) sendFrame(seat.wire, refetch);
      };
      for (const seat of seats.urgent) tell(seat);
      lane.send([...seats.calm], tell);
    },
    stop: () => {
      unfollow();
      lane.clear();
      if (publicTimer !== null) clearTimeout(publicTimer);
    },
  };
}
