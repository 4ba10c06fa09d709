import type { Audience } from '@yavka/shared/log/audience';
import type { Delta, Join, JoinAnswer, Lane, Scope } from '@yavka/shared/protocol/wire';
import { PROTOCOL_VERSION } from '@yavka/shared/protocol/wire';

import type { ServerEnd } from './memory-engine.ts';
import { pageSocket } from './page-socket.ts';
import type { ServerNode } from './server-node.ts';
import type { World } from './world.ts';

/** A delta, with what the socket had joined as when it was sent. */
export interface ToldDelta {
  readonly audience: Audience;
  readonly scope: Scope;
  readonly delta: Delta;
}

/**
 * A program that keeps one socket and asks to join again and again, as another audience, lane or scope, also before it
 * was answered. What it asked for last is what it must be.
 */
export interface RestlessReader {
  /** Everything that it was sent, in order of sending. */
  readonly told: readonly ToldDelta[];
  /** What was out of order: answers, or deltas that leave a gap. */
  readonly disorders: readonly string[];
  asks(): void;
  close(): void;
}

interface Seat {
  readonly join: Join;
  /** Where the next delta must begin; null when that is not known. */
  readonly at: number | null;
}

interface Connection {
  readonly node: ServerNode;
  join(wish: Join): void;
  close(): void;
}

export function restlessReader(world: World, token: string): RestlessReader {
  const { tally, resolved } = world;
  const random = world.random.fork();
  const told: ToldDelta[] = [];
  const disorders: string[] = [];
  let connection: Connection | null = null;
  let have = { logId: '', seq: 0 };

  const connect = (node: ServerNode): Connection => {
    const asked: Join[] = [];
    /** Asked for before the connection stands; null once it does. */
    let waiting: Join[] | null = [];
    let answered = 0;
    let seat: Seat | null = null;
    const take = (delta: Delta, join: Join): void => {
      tally.add('deltas after joins checked');
      told.push({ audience: join.audience, scope: join.scope, delta });
      have = { logId: delta.logId, seq: delta.seq };
    };
    const hearAnswer = (join: Join, answer: JoinAnswer): void => {
      if (asked[answered] !== join) disorders.push(`answer ${String(answered)} is another question's`);
      answered += 1;
      if (answer.answer === 'rejected') return;
      if (seat !== null && seat.join.audience !== join.audience) tally.add('audiences changed on a socket');
      if (answer.answer === 'delta') take(answer.delta, join);
      else have = answer.refetch;
      seat = { join, at: have.seq };
    };
    const join = (wish: Join): void => {
      if (waiting !== null) return void waiting.push(wish);
      if (asked.length > answered) tally.add('joins in one breath');
      if (seat !== null) tally.add('joins on a joined socket');
      asked.push(wish);
      socket.join(wish, (answer) => {
        hearAnswer(wish, answer as JoinAnswer);
      });
    };
    const ears = {
      opened: () => {
        const due = waiting ?? [];
        waiting = null;
        for (const wish of due) join(wish);
      },
      closed: () => undefined,
      outdated: () => undefined,
      goodbye: () => undefined,
      heartbeat: () => undefined,
      refetch: () => {
        if (seat !== null) seat = { ...seat, at: null };
      },
      delta: (body: unknown) => {
        const delta = body as Delta;
        if (seat === null) return void disorders.push('a delta before any join');
        if (seat.at !== null && delta.baseSeq !== seat.at) {
          disorders.push(`a delta from ${String(delta.baseSeq)} where ${String(seat.at)} was told`);
        }
        take(delta, seat.join);
        seat = { ...seat, at: delta.seq };
      },
    };
    let end: ServerEnd | null = null;
    let due = 0;
    const socket = pageSocket(ears, {
      send: (packet) => {
        // Close together, so that one question meets the server while it looks at another's token.
        due = Math.max(due, world.time.now() + random.int(1, 8));
        setTimeout(() => end?.take(packet), due - world.time.now());
      },
      close: () => end?.lost(),
    });
    end = node.engine.connect({
      write: (packet) => {
        // An answer is the asked-for audience's; an event is the seat's that was given last.
        const audience = packet.startsWith('3') ? asked[answered]?.audience : seat?.join.audience;
        if (audience !== 'desk') {
          world.sentToPublic.push({ channel: 'a restless socket', text: packet, places: [node.place()] });
        }
        socket.take(packet);
      },
      close: () => {
        connection = null;
      },
      backlogBytes: () => 0,
    });
    return { node, join, close: socket.close };
  };

  const wish = (): Join => {
    const audience = random.pick(['public', 'desk'] as const);
    const lane: Lane = random.pick(['air', 'desk', 'public'] as const);
    const area = random.pick(resolved.pack.areas).id;
    return {
      protocolVersion: random.chance(0.97) ? PROTOCOL_VERSION : 99,
      electionId: resolved.pack.id,
      expects: 'rehearsal',
      audience,
      lane,
      scope: random.chance(0.7) ? 'summary' : `stations:${area}`,
      have: random.chance(0.8) ? have : { ...have, seq: random.int(0, have.seq) },
      ...(audience === 'desk' || lane === 'desk' || random.chance(0.3) ? { token } : {}),
    };
  };

  return {
    told,
    disorders,
    asks: () => {
      const isGone = connection !== null && ![...world.nodes.values()].includes(connection.node);
      if (isGone) connection = null;
      const node = world.anyNode();
      if (node === null) return;
      connection ??= connect(node);
      const times = random.int(1, 3);
      for (let time = 0; time < times; time += 1) connection?.join(wish());
    },
    close: () => {
      connection?.close();
    },
  };
}
