import { createServer } from 'node:http';

import { Server } from 'socket.io';

import { answer, cpuSeconds } from '../measure/arm.mjs';

/**
 * What tutorials of Socket.IO show for a newcomer (https://socket.io/docs/v4/emitting-events/): on `connection` the
 * state is emitted to the socket, as the object that it is.
 */
const http = createServer();
const io = new Server(http);

let state = {};
io.on('connection', (socket) => {
  socket.emit('state', state);
});

answer({
  start: (given) =>
    new Promise((resolve) => {
      state = given.state;
      http.listen(0, '127.0.0.1', 10_000, () => resolve({ port: http.address().port }));
    }),
  cpu: cpuSeconds,
});
