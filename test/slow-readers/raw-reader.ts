import { applyEntries } from '@yavka/shared/log/apply-entry';
import { emptyState } from '@yavka/shared/log/empty-state';
import type { ElectionState } from '@yavka/shared/log/state';
import type { Delta, JoinAnswer, Lane } from '@yavka/shared/protocol/wire';
import { PROTOCOL_VERSION, snapshotSchema } from '@yavka/shared/protocol/wire';
import type { Packet } from 'socket.io-parser';
import { Decoder, PacketType } from 'socket.io-parser';

import type { RawSocket } from './raw-socket.ts';
import { openRawSocket } from './raw-socket.ts';

/** A public reader that follows as a page does, and stops reading when it is told to. */
export interface RawReader {
  readonly lane: Lane;
  readonly socket: RawSocket;
  state(): ElectionState;
  /** How often it was told to fetch, by the server or by a gap. */
  fetches(): number;
  /** Asks to join from a place of the log. */
  joins(seq: number): void;
  /** Resolves once it holds the log as far as `seq`. */
  reached(seq: number): Promise<void>;
}

/** Resolves once it has joined. */
export async function openRawReader(port: number, electionId: string, lane: Lane): Promise<RawReader> {
  let state = emptyState();
  let fetches = 0;
  let isFetching = false;
  let waiting: { readonly seq: number; readonly resolve: () => void }[] = [];
  const decoder = new Decoder();
  let answered: () => void = () => undefined;
  const joined = new Promise<void>((resolve) => (answered = resolve));

  const take = (next: ElectionState): void => {
    state = next;
    for (const { resolve } of waiting.filter(({ seq }) => seq <= state.seq)) resolve();
    waiting = waiting.filter(({ seq }) => seq > state.seq);
  };
  const joins = (seq: number): void => {
    const join = {
      protocolVersion: PROTOCOL_VERSION,
      electionId,
      expects: 'rehearsal',
      audience: 'public',
      lane,
      scope: 'summary',
      have: { logId: state.logId, seq },
    };
    socket.send(`2${String(1)}${JSON.stringify(['feed:join', join])}`);
  };
  const fetchAnew = async (): Promise<void> => {
    if (isFetching) return;
    isFetching = true;
    fetches += 1;
    const response = await fetch(`http://127.0.0.1:${String(port)}/api/v1/snapshot`);
    take(snapshotSchema.parse(await response.json()).state);
    isFetching = false;
    joins(state.seq);
  };
  const takeDelta = (delta: Delta): void => {
    if (isFetching || delta.seq <= state.seq) return;
    if (delta.baseSeq === state.seq) take(applyEntries(state, delta.entries));
    else void fetchAnew();
  };
  decoder.on('decoded', ({ type, data: parts }: Packet) => {
    const data = Array.isArray(parts) ? (parts as readonly unknown[]) : [];
    if (type === PacketType.CONNECT) void fetchAnew();
    if (type === PacketType.ACK) {
      answered();
      const answer = data[0] as JoinAnswer;
      if (answer.answer === 'delta') takeDelta(answer.delta);
      else void fetchAnew();
    }
    if (type !== PacketType.EVENT) return;
    if (data[0] === 'feed:delta') takeDelta(data[1] as Delta);
    if (data[0] === 'feed:refetch') void fetchAnew();
  });
  const socket = await openRawSocket(port, (packet) => {
    decoder.add(packet);
  });
  socket.send('0');
  await joined;
  return {
    lane,
    socket,
    state: () => state,
    fetches: () => fetches,
    joins,
    reached: (seq) => (state.seq >= seq ? Promise.resolve() : new Promise((resolve) => waiting.push({ seq, resolve }))),
  };
}
