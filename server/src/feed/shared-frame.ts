import type { ServerToClient } from '@yavka/shared/protocol/wire';
import { Encoder, PacketType } from 'socket.io-parser';
import * as ws from 'ws';

/**
 * One event, encoded and framed once for any number of sockets: what `io.emit` does inside, but the caller says to
 * which sockets and in which turn of the event loop. Only this file knows how Socket.IO lays a packet out; a contract
 * test compares it with what `emit` delivers.
 */
export interface SharedFrame {
  readonly packet: string;
  /** Header and payload of the WebSocket frame in one piece: one write, where `ws` would join two. */
  readonly options: { readonly preEncoded: true; readonly compress: false; readonly wsPreEncodedFrame: Buffer[] };
}

/** Untyped in ws, and relied on by socket.io's own adapter in the same way. */
interface FrameMaker {
  frame(data: Buffer, options: object): Buffer[];
}

const encoder = new Encoder();
const { frame: frameOf } = (ws as unknown as { readonly Sender: FrameMaker }).Sender;
const engineMessage = '4';
const textFrame = 1;

export function sharedFrame<Event extends keyof ServerToClient>(
  event: Event,
  ...args: Parameters<ServerToClient[Event]>
): SharedFrame {
  const packets = encoder.encode({ type: PacketType.EVENT, nsp: '/', data: [event, ...args] }) as unknown[];
  const [packet] = packets;
  if (typeof packet !== 'string') throw new Error('an event of the feed holds no binary parts');
  const parts = frameOf(Buffer.from(engineMessage + packet), {
    readOnly: false,
    mask: false,
    rsv1: false,
    opcode: textFrame,
    fin: true,
  });
  return { packet, options: { preEncoded: true, compress: false, wsPreEncodedFrame: [Buffer.concat(parts)] } };
}
