import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { openSqliteLogStore } from '@yavka/server/storage/sqlite-log-store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

import type { RunningServer } from '../e2e/server.ts';
import { startServer } from '../e2e/server.ts';
import type { Acknowledged } from './check-log.ts';
import { checkLog } from './check-log.ts';
import { seededRandom } from '../seeded-random.ts';

const seed = 20_221_121;
const rounds = 10;
const inFlight = 8;
const answerSchema = z.object({ seq: z.int() });
const proofSchema = z.object({ entries: z.int(), problem: z.string().nullable() });
const cli = fileURLToPath(new URL('../../server/dist/cli.js', import.meta.url));

/** Commands sent by `inFlight` senders, each sending its next when the last was answered, until the server is gone. */
async function sendUntilGone(server: RunningServer, round: number, onAcknowledged: () => void) {
  const sent: string[] = [];
  const acknowledged: Acknowledged[] = [];
  const statuses = ['open', 'closed'] as const;
  const sender = async (lane: number): Promise<void> => {
    for (let count = 0; ; count += 1) {
      const commandId = `kill-${String(round)}-${String(lane)}-${String(count)}`;
      // All of one time: none of them is of an earlier one than another that was faster.
      const report = { station: 'w-1', status: statuses[count % 2], asOf: 1, source: 'test' };
      sent.push(commandId);
      const answer = await fetch(`${server.url}/api/v1/commands`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${server.deskToken}`, 'Content-Type': 'application/json' },
        body: JSON.stringify({ type: 'ReportStation', commandId, report }),
      })
        .then((response) => response.json() as unknown)
        .catch(() => null);
      if (answer === null) return;
      acknowledged.push({ commandId, seq: answerSchema.parse(answer).seq });
      onAcknowledged();
    }
  };
  await Promise.all(Array.from({ length: inFlight }, (_, lane) => sender(lane)));
  return { sent, acknowledged };
}

describe('killing the server among commands in flight', () => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await startServer({ pack: 'test-two-zones', args: ['--rehearsal', '--no-replay'] });
  });
  afterAll(() => server.stop());

  it(`[LOG-26] keeps every acknowledged command once over ${String(rounds)} SIGKILLs, seed ${String(seed)}`, async () => {
    const random = seededRandom(seed);
    const sent = new Set<string>();
    const acknowledged: Acknowledged[] = [];
    for (let round = 1; round <= rounds; round += 1) {
      const killAfter = random.int(1, 120);
      let count = 0;
      const kills: Promise<void>[] = [];
      const written = await sendUntilGone(server, round, () => {
        count += 1;
        if (count === killAfter) kills.push(server.kill('SIGKILL'));
      });
      await Promise.all(kills);
      expect(written.sent.length - written.acknowledged.length, `in flight in round ${String(round)}`).toBe(inFlight);
      for (const commandId of written.sent) sent.add(commandId);
      acknowledged.push(...written.acknowledged);
      await server.restart();
    }

    const args = [cli, '--data', server.dataDir, '--rehearsal', 'verify-log'];
    const { stdout } = await promisify(execFile)(process.execPath, args);
    const proof = proofSchema.parse(JSON.parse(stdout));
    expect(proof.problem).toBeNull();

    await server.kill();
    const store = await openSqliteLogStore({ dataDir: server.dataDir, mode: 'rehearsal' });
    const head = await store.currentLog();
    const checked = await checkLog(store, head?.logId ?? '', acknowledged, sent);
    await store.close();
    expect(checked.problems).toEqual([]);
    expect(checked.entries).toBe(proof.entries);
    expect(acknowledged.length).toBeGreaterThan(rounds * 10);
  }, 600_000);
});
