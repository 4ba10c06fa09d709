import { createServer } from 'node:http';

import { Server } from 'socket.io';

import { answer, cpuSeconds } from '../measure/arm.mjs';
import { deltaOf, event } from './message.mjs';

/**
 * Socket.IO's own way to reach all clients (https://socket.io/docs/v4/broadcasting-events/): `io.emit`, which encodes
 * the packet and its frame once for all sockets. Its defaults, which have no perMessageDeflate.
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
    io.emit(event, deltaOf(size, sent));
  },
  cpu: cpuSeconds,
});
