import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { verifyLogVerb } from '@yavka/server/cli/verify-log-verb';
import type { LogStore } from '@yavka/server/storage/log-store';
import { openPostgresLogStore } from '@yavka/server/storage/postgres-log-store';
import type { Mode } from '@yavka/shared/ids';
import { afterEach, describe, expect, it } from 'vitest';

import { makeTestDatabase } from '../postgres/test-database.ts';
import type { TestDatabase } from '../postgres/test-database.ts';
import { day, noteDraft, openedDraft, words } from './log-drafts.ts';

const endings: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

async function freshDatabase(): Promise<TestDatabase> {
  const database = await makeTestDatabase();
  endings.push(database.drop);
  return database;
}

async function open(url: string, mode: 'live' | 'rehearsal' = 'live'): Promise<LogStore> {
  const store = await openPostgresLogStore({ url, mode, limitMs: 120_000 });
  endings.push(() => store.close());
  return store;
}

describe('opening a database', () => {
  it('[LOG-22] makes one schema when six servers start for the first time at once', async () => {
    const database = await freshDatabase();
    const stores = await Promise.all(Array.from({ length: 6 }, () => open(database.url)));
    const starts = await Promise.allSettled(
      stores.map((store, index) => {
        const logId = `log-${String(index)}`;
        return store.openLog(logId, [openedDraft(logId)], day, { expectedCurrent: null });
      }),
    );
    expect(starts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const heads = await Promise.all(stores.map((store) => store.currentLog()));
    expect(new Set(heads.map((head) => head?.hash)).size).toBe(1);
    expect(await database.run('SELECT count(*)::int AS versions FROM yavka_live.schema_version')).toEqual([
      { versions: 1 },
    ]);
  });

  it('[LOG-22] does not touch a schema that a newer program has made', async () => {
    const database = await freshDatabase();
    await (await open(database.url)).openLog('log', [openedDraft('log')], day);
    await database.run('UPDATE yavka_live.schema_version SET version = 999');
    await expect(open(database.url)).rejects.toThrow(/yavka_live has schema 999.*a newer program made it/);
    expect(await database.run('SELECT version FROM yavka_live.schema_version')).toEqual([{ version: '999' }]);
  });

  it('[LOG-33] refuses a database that answers before it has kept, with the setting’s name', async () => {
    const database = await freshDatabase();
    const [{ name } = {}] = await database.run('SELECT current_database() AS name');
    await database.run(`ALTER DATABASE ${String(name)} SET synchronous_commit = off`);
    await expect(open(database.url)).rejects.toThrow(
      /^the store is unavailable: .*synchronous_commit = off.*Set it to on/,
    );
    await database.run(`ALTER DATABASE ${String(name)} SET synchronous_commit = on`);
    expect(await (await open(database.url)).currentLog()).toBeNull();
  });

  it('[LOG-33] says which database does not answer, and never its password', async () => {
    const database = await freshDatabase();
    const elsewhere = new URL(database.url);
    elsewhere.searchParams.delete('host');
    elsewhere.host = '127.0.0.1:1';
    const nowhere = new URL(database.url);
    nowhere.pathname = '/no-such-database';
    for (const url of [elsewhere, nowhere]) {
      url.password = 'S3cret';
      await expect(open(url.href)).rejects.toThrow(
        /^(?!.*S3cret)the store is unavailable: PostgreSQL at .*(127\.0\.0\.1:1|no-such-database)/s,
      );
    }
  });

  it('[LOG-24] keeps a rehearsal and a live day apart in one database', async () => {
    const database = await freshDatabase();
    const [live, rehearsal] = [await open(database.url, 'live'), await open(database.url, 'rehearsal')];
    await rehearsal.openLog('log', [openedDraft('log')], day);
    await rehearsal.tokens.put({ tokenHash: 'h', role: 'admin', label: '', createdAt: day, revokedAt: null });
    expect(await live.currentLog()).toBeNull();
    expect(await live.listLogs()).toEqual([]);
    expect(await live.tokens.find('h')).toBeNull();
  });

  it('[LOG-18] writes the table of words anew when some are erased: the old file, which had them, is deleted', async () => {
    const database = await freshDatabase();
    const store = await open(database.url);
    await store.putText('sha256:one', words);
    await store.putText('sha256:two', 'other');
    const fileOf = () => database.run(`SELECT pg_relation_filenode('yavka_live.texts') AS file`);
    const before = await fileOf();
    await store.eraseText('sha256:one');
    expect(await fileOf()).not.toEqual(before);
    expect([await store.getText('sha256:one'), await store.getText('sha256:two')]).toEqual([null, 'other']);
  });

  it('[LOG-25] is proven by the verb, which must be told the mode and names the database of no log', async () => {
    const database = await freshDatabase();
    const where = { url: undefined, token: undefined, dataDir: mkdtempSync(join(tmpdir(), 'yavka-verb-')) };
    endings.push(async () => {
      rmSync(where.dataDir, { recursive: true, force: true });
    });
    const ask = (mode: Mode | undefined) => verifyLogVerb({ ...where, databaseUrl: database.url, mode });
    await expect(ask(undefined)).rejects.toThrow(/say --live or --rehearsal/);
    await expect(ask('live')).rejects.toThrow(/no log in yavka_live of the database/);
    await (await open(database.url)).openLog('log', [openedDraft('log'), noteDraft('e1')], day);
    expect(await ask('live')).toMatchObject({ entries: 2, problem: null });
    await database.run(`UPDATE yavka_live.entries SET body = replace(body, 'asked for', 'forged') WHERE seq = 2`);
    expect(await ask('live')).toMatchObject({ brokenSeq: 2, problem: 'hashBroken' });
  });

  it('[LOG-17] keeps an entry byte for byte as it was sealed', async () => {
    const database = await freshDatabase();
    const store = await open(database.url);
    await store.openLog('log', [openedDraft('log')], day);
    const draft = {
      ...noteDraft('e1'),
      payload: { type: 'dispatch.textErased', dispatchId: 'd', reason: words } as const,
    };
    const result = await store.append('log', 1, [draft], day);
    const [kept] = await database.run(`SELECT body FROM yavka_live.entries WHERE seq = 2`);
    expect(result.ok && JSON.stringify(result.entries[0])).toBe(kept?.['body']);
    expect(await store.read('log', 1, 1)).toEqual(result.ok && result.entries);
  });
});
