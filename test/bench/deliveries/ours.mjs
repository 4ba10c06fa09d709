import { createServer } from 'node:http';

import { access } from '../../../server/dist/access/access.js';
import { liveClock } from '../../../server/dist/clock/election-clock.js';
import { feedServer } from '../../../server/dist/feed/feed-server.js';
import { gateway } from '../../../server/dist/feed/gateway.js';
import { electionHost } from '../../../server/dist/live/election-host.js';
import { openSession } from '../../../server/dist/live/election-session.js';
import { loadPack } from '../../../server/dist/packs/load-pack.js';
import { MemoryLogStore } from '../../../server/dist/storage/memory-log-store.js';
import { PROTOCOL_VERSION } from '../../../shared/dist/protocol/wire.js';
import { answer, cpuSeconds } from '../measure/arm.mjs';
import { draftOf, logId } from './message.mjs';

/**
 * Our arm: the product's gateway and publisher as built, following a log in memory. An entry is sealed with its hashes,
 * followed, folded for both audiences, held for the public tick and sent in chunks: all of that is in its CPU.
 */
const { resolved } = await loadPack('test-two-zones');
const store = new MemoryLogStore();
const opened = {
  type: 'log.opened',
  logId,
  electionId: resolved.pack.id,
  packHash: resolved.packHash,
  mode: 'rehearsal',
};
const [first] = await store.openLog(logId, [{ ...draftOf('small', 1), payload: opened }], Date.now());
const session = await openSession({
  logId,
  headSeq: 1,
  store,
  resolved,
  parse: () => {
    throw new Error('nothing is parsed here');
  },
  clock: liveClock(),
  onStoreError: (error) => {
    throw error;
  },
});
const http = createServer();
gateway({
  io: feedServer(http, () => true),
  host: electionHost(session),
  resolved,
  access: access(store.tokens, Date.now),
});

let seq = first.seq;
answer({
  start: () =>
    new Promise((resolve) => {
      const join = {
        protocolVersion: PROTOCOL_VERSION,
        electionId: resolved.pack.id,
        expects: 'rehearsal',
        audience: 'public',
        lane: 'public',
        scope: 'summary',
        have: { logId, seq: 1 },
      };
      http.listen(0, '127.0.0.1', 10_000, () => resolve({ port: http.address().port, how: { kind: 'feed', join } }));
    }),
  send: async ({ size }) => {
    const result = await store.append(logId, seq, [draftOf(size, seq + 1)], Date.now());
    if (!result.ok) throw new Error(result.reason);
    seq += 1;
  },
  cpu: cpuSeconds,
});
