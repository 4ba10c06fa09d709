import type { Delta, JoinAnswer } from '@yavka/shared/protocol/wire';
import type { Packet } from 'socket.io-parser';
import { Decoder, Encoder, PacketType } from 'socket.io-parser';

/** The JSON of a delta as long as the delta itself is kept: thousands who come back at once are answered with the same one. */
const encoded = new WeakMap<Delta, string>();

function jsonOf(delta: Delta): string {
  const held = encoded.get(delta);
  if (held !== undefined) return held;
  const json = JSON.stringify(delta);
  encoded.set(delta, json);
  return json;
}

/**
 * Socket.IO's own encoder, but an answer to a join takes the JSON of its delta from whoever was answered with the same
 * delta before. What it writes is what Socket.IO's would have written, letter for letter.
 */
class FeedEncoder extends Encoder {
  override encode(packet: Packet): ReturnType<Encoder['encode']> {
    const answer = packet.type === PacketType.ACK && packet.nsp === '/' ? deltaAnswerIn(packet.data) : null;
    if (answer === null) return super.encode(packet);
    const { delta, clock } = answer;
    const json = `{"answer":"delta","delta":${jsonOf(delta)},"clock":${JSON.stringify(clock)}}`;
    return [`${String(PacketType.ACK)}${String(packet.id)}[${json}]`];
  }
}

/** The feed's answer in an acknowledgement, when it is one with a delta and nothing more. */
function deltaAnswerIn(data: unknown): Extract<JoinAnswer, { answer: 'delta' }> | null {
  if (!Array.isArray(data) || data.length !== 1) return null;
  const [answer] = data as readonly JoinAnswer[];
  return answer?.answer === 'delta' ? answer : null;
}

/** What the feed's server reads and writes packets with. */
export const feedParser = { Encoder: FeedEncoder, Decoder };
