import type { Socket } from 'node:net';
import { connect } from 'node:net';

/**
 * A WebSocket on a TCP connection of its own, speaking engine.io by hand, so that it can do what no library offers: leave
 * the bytes where they are, as a machine does whose program hangs.
 */
export interface RawSocket {
  /** A packet of Socket.IO goes up. */
  send(packet: string): void;
  stalls(): void;
  readsOn(): void;
  close(): void;
  /** The connection is gone. */
  readonly ended: Promise<void>;
}

const text = 1;

/** @param take gets every packet of Socket.IO that comes down */
export async function openRawSocket(port: number, take: (packet: string) => void): Promise<RawSocket> {
  const tcp = connect({ port, host: '127.0.0.1' });
  const ended = new Promise<void>((resolve) => tcp.once('close', () => resolve()));
  // A server that cuts off may do it with a reset.
  tcp.on('error', () => undefined);
  tcp.write(
    [
      'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1',
      'Host: 127.0.0.1',
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      'Sec-WebSocket-Key: c2xvdyByZWFkZXJzIG9rIQ==',
      '\r\n',
    ].join('\r\n'),
  );
  await new Promise<void>((resolve, reject) => {
    let waiting: Buffer = Buffer.alloc(0);
    let isOpen = false;
    tcp.once('close', () => {
      reject(new Error('the server closed the connection'));
    });
    tcp.on('data', (chunk: Buffer) => {
      waiting = Buffer.concat([waiting, chunk]);
      if (!isOpen) {
        const end = waiting.indexOf('\r\n\r\n');
        if (end < 0) return;
        if (!waiting.toString('latin1', 0, 12).endsWith('101')) {
          reject(new Error('no WebSocket was opened'));
          return;
        }
        isOpen = true;
        waiting = waiting.subarray(end + 4);
        resolve();
      }
      waiting = readFrames(waiting, (packet) => {
        const [kind = '', rest] = [packet[0], packet.slice(1)];
        if (kind === '2') sendText(tcp, '3');
        if (kind === '4') take(rest);
      });
    });
  });
  return {
    send: (packet) => {
      sendText(tcp, `4${packet}`);
    },
    stalls: () => tcp.pause(),
    readsOn: () => tcp.resume(),
    close: () => tcp.destroy(),
    ended,
  };
}

/** Hands over the text of every whole frame, and answers what is left (RFC 6455, 5.2; a server's frames have no mask). */
function readFrames(bytes: Buffer, take: (packet: string) => void): Buffer {
  let left = bytes;
  for (;;) {
    if (left.length < 2) return left;
    const short = left.readUInt8(1);
    const head = short < 126 ? 2 : short === 126 ? 4 : 10;
    if (left.length < head) return left;
    const length = short < 126 ? short : short === 126 ? left.readUInt16BE(2) : Number(left.readBigUInt64BE(2));
    if (left.length < head + length) return left;
    if ((left.readUInt8(0) & 0x0f) === text) take(left.toString('utf8', head, head + length));
    left = left.subarray(head + length);
  }
}

/** A client's frame has a mask; this one changes nothing. */
function sendText(tcp: Socket, packet: string): void {
  const payload = Buffer.from(packet);
  const head = Buffer.alloc(payload.length < 126 ? 6 : 8);
  head.writeUInt8(0x80 | text, 0);
  if (payload.length < 126) head.writeUInt8(0x80 | payload.length, 1);
  else {
    head.writeUInt8(0x80 | 126, 1);
    head.writeUInt16BE(payload.length, 2);
  }
  tcp.write(Buffer.concat([head, payload]));
}
