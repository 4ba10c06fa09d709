import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { App } from '@yavka/server/build-app';
import { buildApp } from '@yavka/server/build-app';
import type { ClientToServer, Delta, Goodbye, JoinAnswer, ServerToClient } from '@yavka/shared/protocol/wire';
import { PROTOCOL_VERSION } from '@yavka/shared/protocol/wire';
import { pino } from 'pino';
import type { Socket } from 'socket.io-client';
import { io } from 'socket.io-client';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { registerTestDatabase } from '../postgres/test-database.ts';

type Reader = Socket<ServerToClient, ClientToServer>;
const database = registerTestDatabase();
const endings: (() => Promise<unknown> | void)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

async function startNode(): Promise<App> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'yavka-node-'));
  endings.push(() => {
    rmSync(dataDir, { recursive: true });
  });
  const app = await buildApp(
    {
      ...{ port: 0, host: '127.0.0.1', dataDir, databaseUrl: database().url, packId: 'test-two-zones' },
      ...{
        mode: 'live',
        logLevel: 'silent',
        allowedOrigins: [],
        trustedProxies: ['loopback'],
        publicUrl: null,
        replay: { enabled: false, at: null, speed: 60 },
      },
    },
    '0.0.0-test',
    pino({ level: 'silent' }),
  );
  endings.push(app.close);
  return app;
}

const connect = (app: App): Reader => {
  const reader: Reader = io(app.url, { transports: ['websocket'], reconnection: false, forceNew: true });
  endings.push(() => void reader.disconnect());
  return reader;
};
const join = (reader: Reader, lane: 'air' | 'public', have: { logId: string; seq: number }): Promise<JoinAnswer> =>
  reader.emitWithAck('feed:join', {
    ...{ protocolVersion: PROTOCOL_VERSION, electionId: 'test-two-zones', expects: 'live' },
    ...{ audience: 'public', lane, scope: 'summary', have },
  });

describe('two nodes over one database', () => {
  it('[RUN-1] the readers of the one that ends go on at the other with the next delta, and desks send there', async () => {
    const [first, second] = [await startNode(), await startNode()];
    const report = async (app: App, commandId: string, asOf: number) => {
      const answer = await fetch(`${app.url}/api/v1/commands`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${first.tokens.adminToken}` },
        body: JSON.stringify({
          ...{ type: 'ReportStation', commandId },
          report: { station: 'w-1', status: 'open', asOf, source: 'board' },
        }),
      });
      return { status: answer.status, body: (await answer.json()) as { seq?: number } };
    };
    const lanes = (['air', 'public', 'public', 'public'] as const).map((lane) => ({ lane, reader: connect(first) }));
    const begun = await join(lanes[0]?.reader ?? connect(first), 'air', { logId: 'none', seq: 0 });
    const at = begun.answer === 'refetch' ? begun.refetch : { logId: '', seq: -1 };
    const heard = await Promise.all(
      lanes.map(async ({ lane, reader }) => {
        expect(await join(reader, lane, at)).toMatchObject({ answer: 'delta' });
        const deltas: Delta[] = [];
        reader.on('feed:delta', (delta) => deltas.push(delta));
        const goodbye = new Promise<Goodbye>((resolve) => reader.once('feed:goodbye', resolve));
        return { lane, goodbye, heldSeq: async () => (await goodbye, deltas.at(-1)?.seq ?? at.seq) };
      }),
    );
    expect(await report(first, 'last-word', 1)).toMatchObject({ status: 200, body: { seq: at.seq + 1 } });
    await first.close();
    // The other node follows by the database's word, or looks by itself.
    await vi.waitFor(
      async () => {
        const { seq } = (await (await fetch(`${second.url}/api/v1/figures`)).json()) as { seq: number };
        expect(seq).toBe(at.seq + 1);
      },
      { timeout: 50_000, interval: 20 },
    );

    for (const { lane, goodbye, heldSeq } of heard) {
      expect(await goodbye).toMatchObject({ reason: 'shutdown', reconnectInMs: expect.any(Number) as number });
      // What was written last was sent before the goodbye.
      expect(await heldSeq()).toBe(at.seq + 1);
      const answer = await join(connect(second), lane, { logId: at.logId, seq: at.seq + 1 });
      expect(answer).toMatchObject({ answer: 'delta', delta: { baseSeq: at.seq + 1, logId: at.logId } });
    }
    // The same command sent again to the other node is the same command.
    expect(await report(second, 'last-word', 1)).toMatchObject({ status: 200, body: { seq: at.seq + 1 } });
    expect(await report(second, 'next-word', 2)).toMatchObject({ status: 200, body: { seq: at.seq + 2 } });
  });
});
