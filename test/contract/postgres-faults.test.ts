import type { LogStore } from '@yavka/server/storage/log-store';
import { openPostgresLogStore } from '@yavka/server/storage/postgres-log-store';
import { verifyLog } from '@yavka/server/storage/verify-log';
import type { Entry } from '@yavka/shared/log/entry';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { registerTestDatabase } from '../postgres/test-database.ts';
import type { TcpProxy } from '../postgres/tcp-proxy.ts';
import { openTcpProxy } from '../postgres/tcp-proxy.ts';
import { followToEnd } from './follow-to-end.ts';
import { day, noteDraft, noteDrafts, openedDraft } from './log-drafts.ts';

const database = registerTestDatabase();
let proxy: TcpProxy;
/** A store whose network can be broken, and one on the same database whose network holds. */
let store: LogStore;
let direct: LogStore;

beforeEach(async () => {
  proxy = await openTcpProxy(database().url);
  store = await openPostgresLogStore({ url: proxy.url, mode: 'rehearsal', limitMs: 120_000 });
  direct = await openPostgresLogStore({ url: database().url, mode: 'rehearsal', limitMs: 120_000 });
  await direct.openLog('log-a', [openedDraft('log-a')], day);
});
afterEach(async () => {
  await proxy.restore();
  await store.close();
  await direct.close();
  await proxy.close();
  await database().run('DROP SCHEMA yavka_rehearsal CASCADE');
});

/** Asks until it is answered: a connection that has ended fails whoever uses it first. */
async function eventually<T>(ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch {
      // Not yet.
    }
  }
}

const untilBack = (): Promise<unknown> => eventually(() => store.currentLog());

/** What a follower has been given, who begins anew when the following fails. */
function givenUpTo(seq: number, begun: ReturnType<typeof followToEnd>): Promise<Entry[]> {
  return begun.entries.catch(() => eventually(() => followToEnd(store, 'log-a', 0, seq).entries));
}

/** Lets the store know the head, and have connections enough: it could ask for neither while nothing is answered. */
async function prepare(): Promise<void> {
  await store.append('log-a', 1, noteDrafts(0, 1), day);
  await Promise.all(Array.from({ length: 6 }, () => store.currentLog()));
}

/** The name of the error that a promise rejects with; `none` when it does not. */
async function nameOfFailure(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'none',
    (error: unknown) => (error instanceof Error ? error.name : String(error)),
  );
}

/** Ends the connections that a query's text tells, by the database's own hand. */
async function terminate(where: string): Promise<void> {
  await database().run(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND application_name = 'yavka' AND ${where}`,
  );
}

describe('a database behind a network', () => {
  it('[LOG-32] finds an append whose answer was lost when its command is sent again', async () => {
    const seen = followToEnd(store, 'log-a', 0, 4);
    const kept = followToEnd(direct, 'log-a', 1, 3);
    await prepare();
    proxy.mute();
    const unanswered = nameOfFailure(store.append('log-a', 2, [noteDraft('e1', 'c-1')], day));
    await kept.entries;
    proxy.cut();
    expect(await unanswered).toBe('StoreUnavailable');
    await proxy.restore();
    await untilBack();
    expect(await store.seqOfCommand('log-a', 'c-1')).toBe(3);
    expect(await store.append('log-a', 2, [noteDraft('e2', 'c-1')], day)).toMatchObject({ reason: 'headMoved' });
    expect(await store.append('log-a', 3, [noteDraft('e2', 'c-1')], day)).toMatchObject({
      ...{ reason: 'commandRepeated', seq: 3 },
    });
    expect((await store.append('log-a', 3, [noteDraft('e2')], day)).ok).toBe(true);
    const entries = await givenUpTo(4, seen);
    expect(entries.map(({ entryId }) => entryId)).toEqual(['opened-log-a', 'e0', 'e1', 'e2']);
  });

  it('[LOG-32] writes nothing twice when an append arrives after its command was sent again', async () => {
    await store.close();
    store = await openPostgresLogStore({ url: proxy.url, mode: 'rehearsal', limitMs: 5_000 });
    await prepare();
    const givenUp = proxy.stall();
    expect(await nameOfFailure(store.append('log-a', 2, [noteDraft('e1', 'c-1')], day))).toBe('StoreUnavailable');
    await givenUp;
    expect((await direct.append('log-a', 2, [noteDraft('e2', 'c-1')], day)).ok).toBe(true);
    await proxy.restore();
    await untilBack();
    expect((await store.append('log-a', 3, [noteDraft('e3')], day)).ok).toBe(true);
    expect((await direct.read('log-a', 2, 9)).map(({ entryId }) => entryId)).toEqual(['e2', 'e3']);
    expect((await verifyLog(store, 'log-a')).problem).toBeNull();
  });

  it('[LOG-21] refuses everything as unavailable while the database is gone, and goes on by itself', async () => {
    await store.append('log-a', 1, noteDrafts(1, 1), day);
    proxy.cut();
    const calls = await Promise.allSettled([
      store.currentLog(),
      store.append('log-a', 2, noteDrafts(2, 1), day),
      store.append('log-a', 3, noteDrafts(3, 1), day),
      store.openLog('log-b', [openedDraft('log-b')], day),
      store.tokens.find('h'),
      store.seqOfCommand('log-a', 'c-e1'),
      store.storeTime(),
    ]);
    for (const call of calls) expect(call).toMatchObject({ reason: { name: 'StoreUnavailable' } });
    await proxy.restore();
    await untilBack();
    expect(await store.listLogs()).toEqual(['log-a']);
    expect((await store.append('log-a', 2, noteDrafts(2, 2), day)).ok).toBe(true);
    expect((await verifyLog(store, 'log-a')).entries).toBe(4);
  });

  it('[LOG-21] rejects what a full disk refuses, keeps nothing of it, and goes on when there is room', async () => {
    await database().run(
      `CREATE FUNCTION yavka_rehearsal.full_disk() RETURNS trigger LANGUAGE plpgsql AS
         $$ BEGIN RAISE EXCEPTION 'No space left on device' USING ERRCODE = 'disk_full'; END $$;
       CREATE TRIGGER full_disk AFTER INSERT ON yavka_rehearsal.entries
         FOR EACH ROW WHEN (NEW.seq > 2) EXECUTE FUNCTION yavka_rehearsal.full_disk()`,
    );
    expect((await store.append('log-a', 1, noteDrafts(1, 1), day)).ok).toBe(true);
    await expect(store.append('log-a', 2, noteDrafts(2, 2), day)).rejects.toMatchObject({ name: 'StoreUnavailable' });
    expect((await store.headOf('log-a')).seq).toBe(2);
    expect(await store.seqOfCommand('log-a', 'c-e2')).toBeNull();
    await database().run('DROP TRIGGER full_disk ON yavka_rehearsal.entries');
    expect((await store.append('log-a', 2, noteDrafts(2, 2), day)).ok).toBe(true);
    expect(await verifyLog(store, 'log-a')).toMatchObject({ entries: 4, problem: null });
  });

  it('[LOG-34] gives followers every entry when hints are lost and connections end', async () => {
    const followed = followToEnd(store, 'log-a', 0, 4);
    await terminate(`query LIKE 'LISTEN%'`);
    await direct.append('log-a', 1, noteDrafts(1, 1), day);
    await followToEnd(store, 'log-a', 1, 2).entries;
    await terminate('true');
    await untilBack();
    for (let { seq } = await eventually(() => direct.headOf('log-a')); seq < 4;) {
      const at = seq;
      const result = await eventually(() => direct.append('log-a', at, [noteDraft(`n${String(at)}`)], day));
      seq = result.ok ? seq + 1 : result.head.seq;
    }
    const entries = await givenUpTo(4, followed);
    expect(entries.map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
  });

  it('[LOG-34] gives followers nothing that was rolled back', async () => {
    const followed = followToEnd(store, 'log-a', 0, 2);
    await database().run(
      `BEGIN;
       UPDATE yavka_rehearsal.logs SET head_seq = 2, hash = 'h' WHERE log_id = 'log-a';
       INSERT INTO yavka_rehearsal.entries (log_id, seq, entry_id, body) VALUES ('log-a', 2, 'gone', '{}');
       NOTIFY yavka_rehearsal;
       ROLLBACK;
       NOTIFY yavka_rehearsal`,
    );
    await direct.append('log-a', 1, noteDrafts(1, 1), day);
    expect((await followed.entries).map(({ entryId }) => entryId)).toEqual(['opened-log-a', 'e1']);
    followed.stop();
  });
});
