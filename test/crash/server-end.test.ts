import { connect } from 'node:net';

import type { ClientToServer, ServerToClient } from '@yavka/shared/protocol/wire';
import { PROTOCOL_VERSION } from '@yavka/shared/protocol/wire';
import type { Socket } from 'socket.io-client';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { RunningServer } from '../e2e/server.ts';
import { startServer } from '../e2e/server.ts';

describe('a server that is told to end', () => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await startServer({ pack: 'test-two-zones', args: ['--rehearsal', '--no-replay'] });
  });
  afterAll(() => server.stop());

  it('[RUN-1, RUN-2, RUN-3] tells its readers when to come back and ends with 0, though somebody’s request hangs', async () => {
    const reader: Socket<ServerToClient, ClientToServer> = io(server.url, {
      transports: ['websocket'],
      reconnection: false,
      forceNew: true,
    });
    const joined = await reader.emitWithAck('feed:join', {
      ...{ protocolVersion: PROTOCOL_VERSION, electionId: 'test-two-zones', expects: 'rehearsal' },
      ...{ audience: 'public', lane: 'public', scope: 'summary', have: { logId: 'none', seq: 0 } },
    });
    expect(joined).toMatchObject({ answer: 'refetch' });
    const goodbye = new Promise((resolve) => reader.once('feed:goodbye', resolve));
    const gone = new Promise((resolve) => reader.once('disconnect', resolve));
    const hanging = connect(Number(new URL(server.url).port), '127.0.0.1');
    hanging.on('error', () => undefined);
    await new Promise<void>((resolve) => hanging.once('connect', resolve));
    hanging.write('POST /api/v1/commands HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n{');

    const ended = server.kill('SIGTERM');
    expect(await goodbye).toEqual({ reason: 'shutdown', reconnectInMs: 250 });
    await gone;
    await ended;
    expect(server.exitCode()).toBe(0);
    reader.disconnect();
    hanging.destroy();
  });
});
