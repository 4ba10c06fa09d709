import type { JoinAnswer } from '@yavka/shared/protocol/wire';
import { Encoder, PacketType } from 'socket.io-parser';
import { describe, expect, it } from 'vitest';

import { feedParser } from './feed-parser.ts';

const entries = [{ seq: 2, contentHash: 'журнал – «№ 1» 𝟙 \u2028', hash: 'h' }];
const clock = { at: 5, rate: 1, running: true };
const delta = { logId: 'log', baseSeq: 1, seq: 2, entries };
const answers: readonly JoinAnswer[] = [
  { answer: 'delta', delta, clock },
  { answer: 'delta', delta: { ...delta, entries: [] }, clock },
  { answer: 'refetch', refetch: { logId: 'log', seq: 7 } },
  { answer: 'rejected', reason: 'badJoin' },
];

describe('the feed’s encoder', () => {
  const packets = [
    ...answers.map((answer, id) => ({ type: PacketType.ACK, nsp: '/', id, data: [answer] })),
    { type: PacketType.ACK, nsp: '/', id: 1_234, data: [answers[0]] },
    { type: PacketType.ACK, nsp: '/other', id: 1, data: [answers[0]] },
    { type: PacketType.ACK, nsp: '/', id: 1, data: [answers[0], 'more'] },
    { type: PacketType.ACK, nsp: '/', id: 1, data: [null] },
    { type: PacketType.EVENT, nsp: '/', data: ['feed:delta', delta] },
    { type: PacketType.CONNECT, nsp: '/', data: { sid: 'x' } },
  ];

  it.each(packets)('[FEED-11] writes what Socket.IO’s own would have written: %j', (packet) => {
    const ours = new feedParser.Encoder();
    expect(ours.encode(packet)).toEqual(new Encoder().encode(packet));
    expect(ours.encode(packet)).toEqual(new Encoder().encode(packet));
  });

  it('[FEED-44] encodes a delta once for all who join with it, each with the clock of its own answer', () => {
    let encodings = 0;
    const counted = { ...delta, toJSON: () => ((encodings += 1), delta) };
    const ours = new feedParser.Encoder();
    const told = [1, 2, 3].map((at) => {
      const answer: JoinAnswer = { answer: 'delta', delta: counted, clock: { ...clock, at } };
      const written: readonly unknown[] = ours.encode({ type: PacketType.ACK, nsp: '/', id: 0, data: [answer] });
      return JSON.parse(String(written[0]).slice(2)) as unknown;
    });
    expect(encodings).toBe(1);
    expect(told).toEqual([1, 2, 3].map((at) => [{ answer: 'delta', delta, clock: { ...clock, at } }]));
  });
});
