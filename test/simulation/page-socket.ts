import { firstBrokenSeq } from '@yavka/shared/log/seal';
import type { FeedSocket, SocketEars } from '@yavka/client/feed/open-socket';
import type { Packet } from 'socket.io-parser';
import { Decoder, Encoder, PacketType } from 'socket.io-parser';

/** The page's end of a line, speaking Socket.IO: what `openFeedSocket` is over a WebSocket. */
export interface PageSocket extends FeedSocket {
  readonly take: (packet: string) => void;
  readonly lost: () => void;
}

export function pageSocket(
  ears: SocketEars,
  up: { readonly send: (packet: string) => void; readonly close: () => void },
): PageSocket {
  const encoder = new Encoder();
  const decoder = new Decoder();
  const answers = new Map<number, (body: unknown) => void>();
  let asked = 0;
  let isDone = false;
  const send = (packet: Parameters<Encoder['encode']>[0]): void => {
    for (const part of encoder.encode(packet)) up.send(String(part));
  };
  const finish = (): void => {
    if (isDone) return;
    isDone = true;
    up.close();
  };
  const lost = (): void => {
    if (isDone) return;
    isDone = true;
    ears.closed();
  };
  const hear = (event: unknown, body: unknown): void => {
    switch (event) {
      case 'feed:delta':
        return ears.delta(body);
      case 'feed:refetch':
        return ears.refetch(body);
      case 'feed:heartbeat':
        return ears.heartbeat(body);
      case 'feed:goodbye':
        return ears.goodbye(body);
      default:
        throw new Error(`the feed has no event ${String(event)}`);
    }
  };
  decoder.on('decoded', (packet: Packet) => {
    if (isDone) return;
    const data = Array.isArray(packet.data) ? (packet.data as unknown[]) : [];
    switch (packet.type) {
      case PacketType.CONNECT:
        return ears.opened();
      case PacketType.EVENT:
        return hear(data[0], data[1]);
      case PacketType.ACK: {
        const answer = answers.get(packet.id ?? -1);
        answers.delete(packet.id ?? -1);
        return answer?.(data[0]);
      }
      case PacketType.DISCONNECT:
      case PacketType.CONNECT_ERROR:
        finish();
        return ears.closed();
      default:
        throw new Error(`the feed sends no packet ${String(packet.type)}`);
    }
  });
  send({ type: PacketType.CONNECT, nsp: '/' });
  return {
    join: (join, answered) => {
      const id = (asked += 1);
      answers.set(id, answered);
      send({ type: PacketType.EVENT, nsp: '/', id, data: ['feed:join', join] });
    },
    firstBrokenSeq,
    painted: (painted) => {
      send({ type: PacketType.EVENT, nsp: '/', data: ['screen:painted', painted] });
    },
    close: finish,
    take: (packet) => {
      if (!isDone) decoder.add(packet);
    },
    lost,
  };
}
