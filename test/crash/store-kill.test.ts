import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

import { openSqliteLogStore } from '@yavka/server/storage/sqlite-log-store';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';

import type { Acknowledged } from './check-log.ts';
import { checkLog } from './check-log.ts';
import { seededRandom } from '../seeded-random.ts';

const seed = 20_221_120;
const kills = 10;
const writer = fileURLToPath(new URL('./store-writer.ts', import.meta.url));
const lineSchema = z.union([z.object({ sent: z.string() }), z.object({ acknowledged: z.string(), seq: z.int() })]);

interface Written {
  readonly sent: string[];
  readonly acknowledged: Acknowledged[];
}

/** Lets a writer run until it has had `acknowledgements`, then some turns of the loop more, and kills it. */
async function writeAndKill(
  dataDir: string,
  round: number,
  acknowledgements: number,
  turns: number,
  whileWriting: () => Promise<void>,
): Promise<Written> {
  const child = spawn(
    process.execPath,
    ['--conditions=source', '--import', import.meta.resolve('tsx'), writer, dataDir, `${round}`, `${seed + round}`],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const ended = once(child, 'close');
  const written: Written = { sent: [], acknowledged: [] };
  let killing: Promise<void> | null = null;
  const kill = async (): Promise<void> => {
    await whileWriting();
    for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    child.kill('SIGKILL');
  };
  for await (const text of createInterface({ input: child.stdout })) {
    const line = lineSchema.parse(JSON.parse(text));
    if ('sent' in line) written.sent.push(line.sent);
    else written.acknowledged.push({ commandId: line.acknowledged, seq: line.seq });
    if (written.acknowledged.length >= acknowledgements) killing ??= kill();
  }
  await killing;
  expect((await ended)[1], 'the writer was killed and did not end by itself').toBe('SIGKILL');
  return written;
}

/** The name of the error that a promise rejects with; `none` when it does not. */
async function nameOfFailure(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'none',
    (error: unknown) => (error instanceof Error ? error.name : String(error)),
  );
}

describe('killing a process that writes into the store', () => {
  let dataDir: string;
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'yavka-kill-'));
  });
  afterEach(() => {
    rmSync(dataDir, { recursive: true, force: true });
  });

  it(`[LOG-26][LOG-24] loses and repeats nothing acknowledged over ${kills} SIGKILLs, seed ${seed}`, async () => {
    const random = seededRandom(seed);
    const sent = new Set<string>();
    const acknowledged: Acknowledged[] = [];
    const heldWhileWriting: string[] = [];
    let cutShort = 0;

    for (let round = 1; round <= kills; round += 1) {
      const written = await writeAndKill(dataDir, round, random.int(1, 250), random.int(0, 40), async () => {
        heldWhileWriting.push(await nameOfFailure(openSqliteLogStore({ dataDir, mode: 'rehearsal' })));
      });
      expect(written.sent.length - written.acknowledged.length, `in flight in round ${round}`).toBeGreaterThanOrEqual(
        8,
      );
      for (const commandId of written.sent) sent.add(commandId);
      acknowledged.push(...written.acknowledged);

      const store = await openSqliteLogStore({ dataDir, mode: 'rehearsal' });
      const checked = await checkLog(store, 'log', acknowledged, sent);
      await store.close();
      expect(checked.problems, `round ${round}`).toEqual([]);
      cutShort += checked.commands - 1 < sent.size ? 1 : 0;
    }
    expect(new Set(heldWhileWriting)).toEqual(new Set(['FolderHeld']));
    expect(acknowledged.length).toBeGreaterThan(kills * 20);
    expect(cutShort, 'rounds that cut commands off before they were kept').toBeGreaterThan(0);
  }, 600_000);
});
