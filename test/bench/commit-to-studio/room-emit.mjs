import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import os from 'node:os';
import path from 'node:path';

import express from 'express';
import Database from 'libsql';
import { Server } from 'socket.io';

import { answer, cpuSeconds } from '../measure/arm.mjs';

/**
 * What one writes with Socket.IO's rooms (https://socket.io/docs/v4/rooms/): a command is kept durably (SQLite, WAL,
 * synchronous FULL: one sync a commit, as ours), then `io.to(room).emit` tells all who watch the election, studio and
 * public alike. No rights, no checks, no hashes, no fold: only what the comparison needs.
 */
const folder = mkdtempSync(path.join(os.tmpdir(), 'yavka-bench-peer-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
const database = new Database(path.join(folder, 'log.sqlite'));
database.exec('PRAGMA journal_mode = WAL');
database.exec('PRAGMA synchronous = FULL');
database.exec('CREATE TABLE entries (seq INTEGER PRIMARY KEY, entry TEXT NOT NULL)');
const append = database.prepare('INSERT INTO entries (seq, entry) VALUES (?, ?)');

const app = express();
const http = createServer(app);
const io = new Server(http);
const room = 'election';
io.on('connection', (socket) => socket.join(room));

let seq = 0;
app.post('/commands', express.json(), (request, response) => {
  seq += 1;
  const entry = { seq, ...request.body };
  append.run(seq, JSON.stringify(entry));
  io.to(room).emit('feed:delta', { baseSeq: seq - 1, seq, entries: [entry] });
  response.json({ seq });
});

answer({
  start: () =>
    new Promise((resolve) => {
      http.listen(0, '127.0.0.1', 10_000, () => resolve({ port: http.address().port }));
    }),
  cpu: cpuSeconds,
});
