import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { EntryDraft } from '@yavka/shared/log/entry';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { runBatch } from './run-batch.ts';
import type { CallArgs, CallName, WorkerCall } from './sqlite-calls.ts';
import { openDatabase } from './sqlite-database.ts';
import { SqliteLog } from './sqlite-log.ts';

const opened: EntryDraft = {
  v: 1,
  entryId: 'opened',
  commandId: 'c-opened',
  actor: { role: 'system', id: 'server' },
  payload: { type: 'log.opened', logId: 'log', electionId: 'election', packHash: 'hash', mode: 'rehearsal' },
};
const note = (id: string, reason = 'asked for'): EntryDraft => ({
  v: 1,
  entryId: id,
  commandId: `c-${id}`,
  actor: { role: 'operator', id: 'op' },
  payload: { type: 'dispatch.textErased', dispatchId: 'd', reason },
});

let nextId = 1;
function call<N extends CallName>(name: N, ...args: CallArgs<N>): WorkerCall {
  return { id: nextId++, name, args };
}

describe('a batch of calls in one transaction', () => {
  let folder: string;
  let file: string;
  let db: ReturnType<typeof openDatabase>;
  let log: SqliteLog;
  const outcomes = (calls: WorkerCall[]): unknown[] =>
    runBatch(db, log, calls).map((reply) => (reply.ok ? 'done' : reply.failure.kind));
  const value = (one: WorkerCall): unknown => {
    const [reply] = runBatch(db, log, [one]);
    return reply?.ok === true ? reply.value : reply?.failure;
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'yavka-batch-'));
    file = join(folder, 'yavka.db');
    db = openDatabase(file, 0);
    log = new SqliteLog(db);
    runBatch(db, log, [call('openLog', 'log', [opened], 1, {})]);
  });
  afterEach(() => {
    db.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('[LOG-21] writes nothing of a batch that the disk has no room for, and goes on once there is', () => {
    const pages = (db.prepare('PRAGMA page_count').raw().all() as [number][])[0]?.[0] ?? 0;
    db.pragma(`max_page_count = ${pages + 2}`);
    const big = 'у'.repeat(60_000);
    expect(outcomes([call('putMeta', 'k', 'v'), call('append', 'log', 1, [note('a', big)], 2)])).toEqual([
      'unavailable',
      'unavailable',
    ]);
    expect(db.inTransaction).toBe(false);
    expect(value(call('getMeta', 'k'))).toBeNull();
    expect(value(call('headOf', 'log'))).toMatchObject({ seq: 1 });
    expect(value(call('seqOfCommand', 'log', 'c-a'))).toBeNull();

    db.pragma('max_page_count = 100000');
    expect(outcomes([call('append', 'log', 1, [note('a', big)], 2)])).toEqual(['done']);
  });

  it('[LOG-21] fails as unavailable while another program holds the database, and goes on after', () => {
    const other = new Database(file);
    other.exec('BEGIN IMMEDIATE');
    expect(outcomes([call('append', 'log', 1, [note('a')], 2)])).toEqual(['unavailable']);
    expect(outcomes([call('headOf', 'log'), call('getMeta', 'k')])).toEqual(['done', 'done']);
    other.exec('ROLLBACK');
    other.close();
    expect(outcomes([call('append', 'log', 1, [note('a')], 2)])).toEqual(['done']);
  });

  it('[LOG-11] takes back a refused call alone, with everything it had written', () => {
    expect(
      outcomes([
        call('append', 'log', 1, [note('a')], 2),
        call('append', 'log', 2, [note('b'), { ...note('a'), commandId: 'c-other' }], 2),
        call('dropLog', 'log'),
        call('append', 'log', 2, [note('c')], 2),
      ]),
    ).toEqual(['done', 'refused', 'refused', 'done']);
    expect(value(call('seqOfCommand', 'log', 'c-b'))).toBeNull();
    expect(value(call('seqOfCommand', 'log', 'c-c'))).toBe(3);
  });

  it('[LOG-18] does not call words erased while another reader keeps them in the write-ahead log', () => {
    runBatch(db, log, [call('putText', 'ref', 'words')]);
    const other = new Database(file);
    other.exec('BEGIN');
    other.prepare('SELECT count(*) FROM texts').raw().all();
    expect(outcomes([call('append', 'log', 1, [note('a')], 2), call('eraseText', 'ref')])).toEqual([
      'done',
      'unavailable',
    ]);
    other.exec('ROLLBACK');
    other.close();
    expect(outcomes([call('eraseText', 'ref')])).toEqual(['done']);
  });
});
