import { createServer } from 'node:http';

import { Sender, WebSocket, WebSocketServer } from 'ws';

import { answer, cpuSeconds } from '../measure/arm.mjs';
import { deltaOf, event } from './message.mjs';

/**
 * The scale: plain `ws`, whose frame is built once (`Sender.frame`, as its author advises in
 * https://github.com/websockets/ws/issues/617) and handed to each socket's sender. The bytes are Socket.IO's.
 */
const http = createServer();
const wss = new WebSocketServer({ server: http });

let sent = 1;
answer({
  start: () =>
    new Promise((resolve) => {
      http.listen(0, '127.0.0.1', 10_000, () => resolve({ port: http.address().port, how: { kind: 'ws' } }));
    }),
  send: ({ size }) => {
    sent += 1;
    const data = Buffer.from(`42${JSON.stringify([event, deltaOf(size, sent)])}`);
    const frame = Sender.frame(data, { readOnly: false, mask: false, rsv1: false, opcode: 1, fin: true });
    for (const client of wss.clients) {
      if (client.readyState === WebSocket.OPEN) client._sender.sendFrame(frame);
    }
  },
  cpu: cpuSeconds,
});
