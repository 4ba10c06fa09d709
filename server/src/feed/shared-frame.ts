import type { ServerToClient } from '@yavka/shared/protocol/wire';
import type { Socket } from 'socket.io';
import { Encoder, PacketType } from 'socket.io-parser';
import * as ws from 'ws';

/**
 * One event, encoded and framed once for any number of sockets: what `io.emit` does inside, but the caller says to
 * which sockets and in which turn of the event loop. Only this file knows how Socket.IO lays a packet out and what lies
 * beneath its sockets; its contract test compares it with what `emit` delivers.
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

interface ReadySender {
  sendFrame(frame: readonly Buffer[]): void;
}

/** What lies beneath a socket of Socket.IO, as far as it is used here; anything of it may be missing in another version. */
interface Beneath {
  readonly writeBuffer: readonly unknown[];
  readonly transport: {
    readonly name: string;
    readonly writable: boolean;
    readonly perMessageDeflate?: unknown;
    readonly socket?: {
      readonly readyState: number;
      readonly bufferedAmount: number;
      readonly _sender?: Partial<ReadySender>;
    };
  };
}

const encoder = new Encoder();
const { frame: frameOf } = (ws as unknown as { readonly Sender: FrameMaker }).Sender;
const engineMessage = '4';
const textFrame = 1;
const webSocketOpen = 1;

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

/**
 * Writes the frame to the socket: past engine.io's queue when nothing waits in it, which more than halves what a
 * delivery costs besides the kernel's send; through the queue, as `emit` does, in any other case.
 */
export function sendFrame(socket: Socket, frame: SharedFrame): void {
  if (socket.conn.readyState !== 'open') return;
  const sender = readySender(socket.conn as unknown as Beneath);
  if (sender === null) socket.conn.write(frame.packet, frame.options);
  else sender.sendFrame(frame.options.wsPreEncodedFrame);
}

/** The sender of the WebSocket beneath, when a frame handed to it now goes out behind everything sent before. */
function readySender({ writeBuffer, transport }: Beneath): ReadySender | null {
  const { name, writable, perMessageDeflate, socket } = transport;
  const isIdle = writeBuffer.length === 0 && writable && name === 'websocket' && !perMessageDeflate;
  if (!isIdle || socket?.readyState !== webSocketOpen) return null;
  const { _sender: sender } = socket;
  return typeof sender?.sendFrame === 'function' ? (sender as ReadySender) : null;
}

/** What a socket has not taken yet: packets waiting in its queue, and bytes that the kernel would not take. */
export function backlogOf(socket: Socket): { readonly packets: number; readonly bytes: number } {
  const { writeBuffer, transport } = socket.conn as unknown as Beneath;
  return { packets: writeBuffer.length, bytes: transport.socket?.bufferedAmount ?? 0 };
}
