import type { Socket } from 'socket.io';

import type { Backlog } from './backlog-limit.ts';
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
  readonly writeBuffer: readonly ({ readonly data?: unknown } | undefined)[];
  readonly transport: Transport;
  write(packet: string, options: object): void;
  once(event: 'close', then: () => void): void;
  off(event: 'close', then: () => void): void;
}

interface Transport {
  readonly name: string;
  readonly writable: boolean;
  readonly perMessageDeflate?: unknown;
  readonly socket?: WebSocketBeneath;
  /** `ready`: the kernel has taken what was sent, and more may be. */
  once?(event: 'ready', then: () => void): void;
  off?(event: 'ready', then: () => void): void;
}

/** ws's side. */
interface WebSocketBeneath {
  readonly readyState: number;
  readonly bufferedAmount: number;
  terminate?(): void;
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

export function backlogOf({ conn, webSocket }: SocketWire): Backlog {
  const { writeBuffer } = conn;
  let bytes = webSocket?.bufferedAmount ?? 0;
  for (const packet of writeBuffer) if (typeof packet?.data === 'string') bytes += packet.data.length;
  return { packets: writeBuffer.length, bytes };
}

/**
 * Resolves when the kernel has taken everything that was sent through the socket's queue, or the connection is gone: what
 * is made for one reader alone waits for that reader to take what was made before.
 */
export async function isTaken({ conn, transport }: SocketWire): Promise<void> {
  while (conn.readyState === 'open' && !(transport.writable && conn.writeBuffer.length === 0)) {
    await new Promise<void>((resolve) => {
      const then = (): void => {
        transport.off?.('ready', then);
        conn.off('close', then);
        resolve();
      };
      transport.once?.('ready', then);
      conn.once('close', then);
    });
  }
}

/**
 * Ends the connection at once, with whatever waits in it: for readers who do not read. A closing word would wait behind
 * the rest, and everything with it, until ws gives up half a minute later.
 */
export function cutOff({ webSocket }: SocketWire): void {
  webSocket?.terminate?.();
}
