import { connect } from 'node:net';

import { clientFrame, frameReader } from './frame-reader.mjs';

/**
 * How to come to the point where messages arrive, for one kind of server.
 * @typedef {object} Greeting
 * @property {string} path
 * @property {(text: string) => string | null | 'joined'} onText what to answer to a text before having joined
 */

/** Plain WebSocket: joined as soon as the connection is upgraded. @type {Greeting} */
const plain = { path: '/', onText: () => null };

/** Socket.IO: engine's `open`, then the connection to the main namespace. @type {Greeting} */
const socketIo = {
  path: '/socket.io/?EIO=4&transport=websocket',
  onText: (text) => (text.startsWith('0') ? '40' : text.startsWith('40') ? 'joined' : null),
};

/** Ours: Socket.IO, then `feed:join`, joined with its answer. @param {object} join @returns {Greeting} */
const feed = (join) => ({
  path: socketIo.path,
  onText: (text) =>
    text.startsWith('0')
      ? '40'
      : text.startsWith('40')
        ? `420${JSON.stringify(['feed:join', join])}`
        : text.startsWith('430')
          ? 'joined'
          : null,
});

/** @param {{kind: 'ws' | 'socket.io' | 'feed', join?: object}} how */
export function greetingOf({ kind, join = {} }) {
  return kind === 'ws' ? plain : kind === 'socket.io' ? socketIo : feed(join);
}

const engineMessage = 0x34;
const enginePong = clientFrame('3');
const upgradeEnd = Buffer.from('\r\n\r\n');

/**
 * A reader that costs as little as one can in Node: a TCP socket read into a shared buffer. It answers the engine's
 * pings and hands on each message once it has joined.
 * @param {number} port
 * @param {Greeting} greeting
 * @param {Buffer} shared read into by all viewers of the process
 * @param {(payload: Buffer, text: () => string) => void} onMessage
 * @param {(joinAnswer: string) => void} onJoined
 * @param {(reason: string) => void} onLost
 */
export function rawViewer(port, greeting, shared, onMessage, onJoined, onLost) {
  let upgraded = false;
  let joined = false;
  let head = Buffer.alloc(0);
  const read = frameReader((payload) => {
    if (joined) {
      if (greeting === plain || (payload[0] === engineMessage && payload[1] === 0x32)) {
        onMessage(payload, () => payload.toString());
        return;
      }
    }
    const text = payload.toString();
    if (text === '2') {
      socket.write(enginePong);
      return;
    }
    if (joined) return;
    const reply = greeting.onText(text);
    if (reply === 'joined') {
      joined = true;
      onJoined(text);
    } else if (reply !== null) socket.write(clientFrame(reply));
  });
  /** @param {Buffer} bytes */
  const onBytes = (bytes) => {
    if (upgraded) {
      read(bytes);
      return;
    }
    head = Buffer.concat([head, bytes]);
    const end = head.indexOf(upgradeEnd);
    if (end < 0) return;
    if (!head.toString('latin1').startsWith('HTTP/1.1 101')) {
      onLost(head.toString('latin1').slice(0, 200));
      socket.destroy();
      return;
    }
    upgraded = true;
    if (greeting === plain) {
      joined = true;
      onJoined('');
    }
    read(Buffer.from(head.subarray(end + upgradeEnd.length)));
    head = Buffer.alloc(0);
  };
  const socket = connect({
    port,
    host: '127.0.0.1',
    noDelay: true,
    onread: {
      buffer: shared,
      callback: (length, buffer) => {
        onBytes(/** @type {Buffer} */ (buffer).subarray(0, length));
        return true;
      },
    },
  });
  socket.on('connect', () => {
    socket.write(
      `GET ${greeting.path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
        'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n',
    );
  });
  socket.on('error', (error) => onLost(error.message));
  socket.on('close', () => onLost('closed'));
  return socket;
}
