import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { exportVerb, importVerb } from '@yavka/server/cli/archive-verb';
import type { WhereToLook } from '@yavka/server/cli/find-server';
import { verifyLogVerb } from '@yavka/server/cli/verify-log-verb';
import type { LogStore } from '@yavka/server/storage/log-store';
import { openPostgresLogStore } from '@yavka/server/storage/postgres-log-store';
import { openSqliteLogStore } from '@yavka/server/storage/sqlite-log-store';
import { applyEntries } from '@yavka/shared/log/apply-entry';
import { emptyState } from '@yavka/shared/log/empty-state';
import type { EntryDraft } from '@yavka/shared/log/entry';
import type { ElectionState } from '@yavka/shared/log/state';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { day, openedDraft } from '../contract/log-drafts.ts';
import type { TestDatabase } from '../postgres/test-database.ts';
import { makeTestDatabase } from '../postgres/test-database.ts';
import type { SeededRandom } from '../seeded-random.ts';
import { seededRandom } from '../seeded-random.ts';

const seeds = [20_221_120, 20_230_319, 20_240_301];
const actor = { role: 'operator', id: 'op-1' } as const;

/** Some words, of letters that files and databases get wrong. */
function oddWords(random: SeededRandom): string {
  const letters = [
    'ә',
    'Қ',
    ' ',
    '"',
    '\\',
    '\n',
    '\u2028',
    '\u0000',
    '🗳',
    '\ud83d',
    '%',
    '1',
    '\u00a0',
    '\ufeff',
    '\r',
  ];
  return `x${Array.from({ length: random.int(0, 60) }, () => random.pick(letters)).join('')}`;
}

/** Writes a log of random commands of one to three entries: dispatches with words, erasures, reports of stations. */
async function writeRandomLog(store: LogStore, seed: number): Promise<void> {
  const random = seededRandom(seed);
  await store.openLog('log', [openedDraft('log')], day);
  const dispatches: string[] = [];
  let head = 1;
  for (let command = 0; command < 120; command += 1) {
    const payloads = Array.from({ length: random.int(1, 3) }, (): EntryDraft['payload'] => {
      const erased = random.pick([...dispatches, '']);
      if (random.chance(0.2) && erased !== '') {
        return { type: 'dispatch.textErased', dispatchId: erased, reason: oddWords(random) };
      }
      if (random.chance(0.5)) {
        const [status, asOf] = [random.pick(['open', 'closed'] as const), day + random.int(0, 9_999)];
        return { type: 'station.reported', report: { station: 'w-1', status, asOf, source: oddWords(random) } };
      }
      const textRef = `sha256:${String(dispatches.length).padStart(64, '0')}`;
      dispatches.push(`d-${String(dispatches.length)}`);
      const [claimant, officialResponse] = ['voters', 'asked'] as const;
      const dispatchId = dispatches.at(-1) ?? '';
      const source = oddWords(random);
      return {
        type: 'dispatch.entered',
        dispatch: { dispatchId, area: 'a', at: day, claimant, officialResponse, textRef, source },
      };
    });
    const drafts = payloads.map((payload, index): EntryDraft => ({
      ...{ v: 1, entryId: `e-${String(command)}-${String(index)}`, commandId: `c-${String(command)}`, actor, payload },
    }));
    await store.append('log', head, drafts, day + command * 1_000);
    head += drafts.length;
  }
  for (const index of dispatches.keys()) {
    const ref = `sha256:${String(index).padStart(64, '0')}`;
    await store.putText(ref, oddWords(random));
    if (random.chance(0.3)) await store.eraseText(ref);
  }
  await store.putMeta('replay:log', JSON.stringify({ at: day, rate: 60, running: random.chance(0.5) }));
}

/** The fold of a whole log. */
async function foldOf(store: LogStore): Promise<ElectionState> {
  return applyEntries(emptyState(), await store.read('log', 0, 10_000));
}

describe('a log that is carried from store to store', () => {
  let folder: string;
  let database: TestDatabase;
  beforeAll(async () => {
    database = await makeTestDatabase();
  });
  afterAll(() => database.drop());
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'yavka-carried-'));
  });
  afterEach(async () => {
    rmSync(folder, { recursive: true, force: true });
    await database.run('DROP SCHEMA IF EXISTS yavka_rehearsal CASCADE');
  });

  it.each(seeds)(
    '[ARC-2] comes back from PostgreSQL to the byte, true and with the same fold, seed %i',
    async (seed) => {
      const at = (name: string, databaseUrl?: string): WhereToLook => ({
        ...{ url: undefined, token: undefined, dataDir: join(folder, name), databaseUrl, mode: 'rehearsal' },
      });
      const open = (name: string) => openSqliteLogStore({ dataDir: join(folder, name), mode: 'rehearsal' });
      const first = await open('first');
      await writeRandomLog(first, seed);
      const fold = await foldOf(first);
      await first.close();

      const [out, back] = [join(folder, 'out.ndjson'), join(folder, 'back.ndjson')];
      await exportVerb(at('first'), out, undefined);
      expect(await importVerb(at('first', database.url), out, 'unsaid')).toMatch(/It is the log in use/);
      await exportVerb(at('first', database.url), back, 'log');
      expect(readFileSync(back).equals(readFileSync(out))).toBe(true);
      await importVerb(at('second'), back, 'unsaid');
      await exportVerb(at('second'), back, undefined);
      expect(readFileSync(back).equals(readFileSync(out))).toBe(true);

      for (const where of [at('first', database.url), at('second')]) {
        expect(await verifyLogVerb(where)).toMatchObject({ entries: fold.seq, problem: null });
      }
      const stores = [
        await openPostgresLogStore({ url: database.url, mode: 'rehearsal', limitMs: 120_000 }),
        await open('second'),
      ];
      for (const store of stores) {
        expect(await foldOf(store)).toEqual(fold);
        await store.close();
      }
    },
  );
});
