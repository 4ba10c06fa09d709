import type { Socket } from 'socket.io';

import type { SharedFrame } from './shared-frame.ts';

/**
 * What lies beneath a socket of Socket.IO, looked up once: with thousands of readers the walk down to it costs more than
 * anything else before the kernel's send. Only this file knows those layers; anything of them may be missing in another
 * version, and then frames take the socket's own queue.
 */
export interface SocketWire {
  readonly conn: Conn;
  readonly transport: Transport;
  readonly webSocket: WebSocketBeneath | null;
  /** Null where frames may not pass the queue by. */
  readonly sender: FrameSender | null;
}

/** engine.io's side. */
interface Conn {
  readonly readyState: string;
  readonly writeBuffer: readonly unknown[];
  readonly transport: Transport;
  write(packet: string, options: object): void;
}

interface Transport {
  readonly name: string;
  readonly writable: boolean;
  readonly perMessageDeflate?: unknown;
  readonly socket?: WebSocketBeneath;
}

/** ws's side. */
interface WebSocketBeneath {
  readonly readyState: number;
  readonly bufferedAmount: number;
  readonly _sender?: Partial<FrameSender>;
}

interface FrameSender {
  sendFrame(frame: readonly Buffer[]): void;
}

const webSocketOpen = 1;

export function socketWire(socket: Pick<Socket, 'conn'>): SocketWire {
  const conn = socket.conn as unknown as Conn;
  const { transport } = conn;
  const { name, perMessageDeflate, socket: webSocket = null } = transport;
  const maySkipQueue = name === 'websocket' && !perMessageDeflate;
  const sender = maySkipQueue ? webSocket?._sender : undefined;
  return {
    conn,
    transport,
    webSocket,
    sender: typeof sender?.sendFrame === 'function' ? (sender as FrameSender) : null,
  };
}

/**
 * Writes the frame to the socket: past engine.io's queue when nothing waits in it, which more than halves what a
 * delivery costs besides the kernel's send; through the queue, as `emit` does, in any other case.
 */
export function sendFrame({ conn, transport, webSocket, sender }: SocketWire, frame: SharedFrame): void {
  if (conn.readyState !== 'open') return;
  const isIdle = transport.writable && conn.writeBuffer.length === 0 && conn.transport === transport;
  if (isIdle && sender !== null && webSocket?.readyState === webSocketOpen) {
    sender.sendFrame(frame.options.wsPreEncodedFrame);
  } else conn.write(frame.packet, frame.options);
}

/** What a socket has not taken yet: packets waiting in its queue, and bytes that the kernel would not take. */
export function backlogOf({ conn, webSocket }: SocketWire): { readonly packets: number; readonly bytes: number } {
  return { packets: conn.writeBuffer.length, bytes: webSocket?.bufferedAmount ?? 0 };
}
