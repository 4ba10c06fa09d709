import type { LogStore } from '@yavka/server/storage/log-store';
import { openPostgresLogStore } from '@yavka/server/storage/postgres-log-store';
import { StoreUnavailable } from '@yavka/server/storage/store-unavailable';
import type { Entry } from '@yavka/shared/log/entry';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';

import { buildIfStale } from '../../server/build-if-stale.mjs';
import { noteDraft, openedDraft } from '../contract/log-drafts.ts';
import { registerTestDatabase } from '../postgres/test-database.ts';
import { seededRandom } from '../seeded-random.ts';
import type { Acknowledged } from './check-log.ts';
import { checkLog } from './check-log.ts';
import { killWriters } from './kill-writers.ts';

const kills = 10;
const lanes = 4;
/** Nothing here is about how long a call may take. */
const limitMs = 120_000;
const database = registerTestDatabase();
const ourConnections = `FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'yavka'`;

afterEach(() => database().run('DROP SCHEMA IF EXISTS yavka_rehearsal CASCADE'));

/** The database finishes what a dead writer had asked for; the next one begins after that. */
async function untilLetGo(): Promise<void> {
  while ((await database().run(`SELECT pid ${ourConnections}`)).length > 0);
}

describe('killing a process that writes into the PostgreSQL store', () => {
  // The writers run what is built.
  beforeAll(() => buildIfStale({ only: ['server'] }));

  // Fifty in all, in parts that each have the time of a test to themselves.
  it.each([1, 2, 3, 4, 5].map((part) => 20_221_120 + part))(
    `[LOG-26] loses and repeats nothing acknowledged over ${String(kills)} SIGKILLs, seed %i`,
    async (seed) => {
      const { url } = database();
      await killWriters({
        ...{ store: ['postgres', url], kills, seed, afterKill: untilLetGo },
        open: () => openPostgresLogStore({ url, mode: 'rehearsal', limitMs }),
      });
    },
  );
});

/** Gets one command kept, however often the connection breaks: sent again under its id until it is answered. */
async function keep(store: LogStore, commandId: string): Promise<number> {
  for (;;) {
    try {
      const known = await store.seqOfCommand('log', commandId);
      if (known !== null) return known;
      const { seq } = await store.headOf('log');
      const result = await store.append('log', seq, [noteDraft(commandId, commandId)], 1);
      if (result.ok) return seq + 1;
      if (result.reason === 'commandRepeated') return result.seq;
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
    }
  }
}

/** Follows until it is stopped, and again from where it was when the following fails. */
function followOn(store: LogStore, onEntries: (entries: Entry[]) => void): () => void {
  let from = 0;
  let stop = (): void => undefined;
  const follow = (): void => {
    stop = store.follow(
      'log',
      from,
      (entries) => {
        from = entries.at(-1)?.seq ?? from;
        onEntries(entries);
      },
      () => setImmediate(follow),
    );
  };
  follow();
  return () => {
    stop();
  };
}

describe('a database that ends the connections of a writer', () => {
  it.each([1, 2, 3, 4, 5].map((part) => 20_221_120 + part))(
    `[LOG-26][LOG-32][LOG-34] keeps every command once over ${String(kills)} cuts among appends, and follows each entry once, seed %i`,
    async (seed) => {
      const random = seededRandom(seed);
      const store = await openPostgresLogStore({ url: database().url, mode: 'rehearsal', limitMs });
      await store.openLog('log', [openedDraft('log')], 1);
      const sent = new Set<string>(['c-opened-log']);
      const acknowledged: Acknowledged[] = [];
      let isOver = false;
      let onAcknowledged = (): void => undefined;
      const followed: number[] = [];
      let onFollowed = (): void => undefined;
      const stop = followOn(store, (entries) => {
        followed.push(...entries.map(({ seq }) => seq));
        onFollowed();
      });

      const lane = async (name: number): Promise<void> => {
        for (let count = 0; !isOver; count += 1) {
          const commandId = `lane-${String(name)}-${String(count)}`;
          sent.add(commandId);
          acknowledged.push({ commandId, seq: await keep(store, commandId) });
          onAcknowledged();
        }
      };
      const writing = Promise.all(Array.from({ length: lanes }, (_, name) => lane(name)));
      let cut = 0;
      for (let cuts = 0; cuts < kills; cuts += 1) {
        const enough = acknowledged.length + random.int(1, 12);
        await new Promise<void>((resolve) => {
          onAcknowledged = () => {
            if (acknowledged.length >= enough) resolve();
          };
        });
        cut += (await database().run(`SELECT pg_terminate_backend(pid) ${ourConnections}`)).length;
      }
      isOver = true;
      await writing;
      expect(cut).toBeGreaterThanOrEqual(kills);

      const last = Math.max(...acknowledged.map(({ seq }) => seq));
      await new Promise<void>((resolve) => {
        onFollowed = () => {
          if ((followed.at(-1) ?? 0) >= last) resolve();
        };
        onFollowed();
      });
      stop();
      await store.close();
      const proof = await openPostgresLogStore({ url: database().url, mode: 'rehearsal', limitMs });
      const checked = await checkLog(proof, 'log', acknowledged, sent);
      await proof.close();
      expect(checked.problems).toEqual([]);
      expect(checked.commands).toBe(sent.size);
      expect(followed).toEqual(Array.from({ length: checked.entries }, (_, index) => index + 1));
    },
  );
});
