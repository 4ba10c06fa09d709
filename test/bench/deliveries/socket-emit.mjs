import { createServer } from 'node:http';

import { Server } from 'socket.io';

import { answer, cpuSeconds } from '../measure/arm.mjs';
import { deltaOf, event } from './message.mjs';

/**
 * Socket.IO's basic emit (https://socket.io/docs/v4/emitting-events/) once for each socket: what one writes when each
 * reader gets a payload of its own, and what every payload then costs again.
 */
const http = createServer();
const io = new Server(http);

let sent = 1;
answer({
  start: () =>
    new Promise((resolve) => {
      http.listen(0, '127.0.0.1', 10_000, () => resolve({ port: http.address().port, how: { kind: 'socket.io' } }));
    }),
  send: ({ size }) => {
    sent += 1;
    const delta = deltaOf(size, sent);
    for (const socket of io.of('/').sockets.values()) socket.emit(event, delta);
  },
  cpu: cpuSeconds,
});
