import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

import type { LogStore } from '@yavka/server/storage/log-store';
import { genesisHash } from '@yavka/shared/log/seal';
import { expect } from 'vitest';
import { z } from 'zod';

import { seededRandom } from '../seeded-random.ts';
import type { Acknowledged } from './check-log.ts';
import { checkLog } from './check-log.ts';

const writer = fileURLToPath(new URL('./store-writer.mjs', import.meta.url));
const keptSchema = z.object({
  found: z.array(z.tuple([z.string(), z.int()])),
  broken: z.int().nullable(),
  seq: z.int(),
  hash: z.string(),
});
type Kept = z.infer<typeof keptSchema>;
const lineSchema = z.union([
  z.object({ sent: z.string() }),
  z.object({ acknowledged: z.string(), seq: z.int() }),
  keptSchema,
]);

interface Written {
  /** What the writer found when it began: the last one's doing. */
  readonly kept: Kept;
  readonly sent: string[];
  readonly acknowledged: Acknowledged[];
}

export interface KilledWriters {
  /** The writer's own arguments: which store, and where. */
  readonly store: readonly ['sqlite' | 'postgres', string];
  readonly kills: number;
  readonly seed: number;
  /** Done while a writer writes, before it is killed. */
  readonly whileWriting?: () => Promise<void>;
  /** Done when it is dead, before the next begins. */
  readonly afterKill?: () => Promise<void>;
  /** Opens the store for the last proof. */
  readonly open: () => Promise<LogStore>;
}

/**
 * Kills one writer after the other among appends in flight, and proves after each, by what the next one finds, and at the
 * end by the whole log: every acknowledged command is there once, at the seq that was told, and nothing that nobody sent.
 */
export async function killWriters(setup: KilledWriters): Promise<void> {
  const random = seededRandom(setup.seed);
  const sent = new Set<string>(['opened']);
  const acknowledged: Acknowledged[] = [];
  const firstSeqs = new Map<string, number>();
  let last: Pick<Kept, 'seq' | 'hash'> = { seq: 0, hash: genesisHash };

  for (let round = 1; round <= setup.kills; round += 1) {
    const args = [...setup.store, String(round), String(random.int(0, 0x7fff_ffff)), String(last.seq), last.hash];
    const written = await writeAndKill(args, random.int(1, 60), random.int(0, 40), setup.whileWriting);
    await setup.afterKill?.();

    const where = `in round ${String(round)}`;
    for (const [commandId, seq] of written.kept.found) {
      if (!firstSeqs.has(commandId)) firstSeqs.set(commandId, seq);
      expect(sent.has(commandId), `somebody sent ${commandId}, found ${where}`).toBe(true);
    }
    expect(written.kept.broken, `the first entry that does not follow ${where}`).toBeNull();
    const lost = acknowledged.filter(({ commandId, seq }) => firstSeqs.get(commandId) !== seq);
    expect(lost, `acknowledged and not there ${where}`).toEqual([]);
    expect(written.sent.length - written.acknowledged.length, `in flight ${where}`).toBeGreaterThanOrEqual(8);
    for (const commandId of written.sent) sent.add(commandId);
    acknowledged.push(...written.acknowledged);
    last = written.kept;
  }

  const store = await setup.open();
  try {
    const checked = await checkLog(store, 'log', acknowledged, sent);
    expect(checked.problems).toEqual([]);
    expect(acknowledged.length).toBeGreaterThan(setup.kills * 5);
    expect(checked.commands, 'commands kept: some were cut off before they could be').toBeLessThan(sent.size);
  } finally {
    await store.close();
  }
}

/** Lets a writer run until it has had `acknowledgements`, then some turns of the loop more, and kills it. */
async function writeAndKill(
  args: readonly string[],
  acknowledgements: number,
  turns: number,
  whileWriting: (() => Promise<void>) | undefined,
): Promise<Written> {
  const child = spawn(process.execPath, [writer, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'close');
  let kept: Kept | null = null;
  const sent: string[] = [];
  const acknowledged: Acknowledged[] = [];
  let killing: Promise<void> | null = null;
  const kill = async (): Promise<void> => {
    await whileWriting?.();
    for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    child.kill('SIGKILL');
  };
  for await (const text of createInterface({ input: child.stdout })) {
    const line = lineSchema.parse(JSON.parse(text));
    if ('sent' in line) sent.push(line.sent);
    else if ('acknowledged' in line) acknowledged.push({ commandId: line.acknowledged, seq: line.seq });
    else kept = line;
    if (acknowledged.length >= acknowledgements) killing ??= kill();
  }
  await killing;
  expect((await ended)[1], 'the writer was killed and did not end by itself').toBe('SIGKILL');
  if (kept === null) throw new Error('the writer did not say what it found');
  return { kept, sent, acknowledged };
}
