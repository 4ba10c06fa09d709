import type Libsql from 'libsql';

import type { CallFailure, SqliteCalls, WorkerCall, WorkerReply } from './sqlite-calls.ts';
import { readingCalls } from './sqlite-calls.ts';
import { StoreRefused } from './store-refused.ts';

/**
 * Runs calls in order in one transaction and gives the reply to each: one sync to the disk for all of them (group
 * commit). A call that is refused is taken back alone; when the disk or the database fails, none of them has happened.
 * No reply is made before the commit.
 */
export function runBatch(db: Libsql.Database, log: SqliteCalls, calls: readonly WorkerCall[]): WorkerReply[] {
  let replies: WorkerReply[];
  try {
    db.exec(calls.every(({ name }) => readingCalls.has(name)) ? 'BEGIN' : 'BEGIN IMMEDIATE');
    replies = calls.map((call) => runOne(db, log, call));
    db.exec('COMMIT');
  } catch (error) {
    // A full disk rolls back by itself, a busy database does not.
    if (db.inTransaction) db.exec('ROLLBACK');
    return calls.map(({ id }) => failed(id, unavailable(error)));
  }
  const erasing = new Set(calls.filter(({ name }) => name === 'eraseText').map(({ id }) => id));
  const failure = erasing.size > 0 ? emptyWal(db) : null;
  return failure === null
    ? replies
    : replies.map((reply) => (erasing.has(reply.id) ? failed(reply.id, failure) : reply));
}

/** One call within the transaction. Throws what concerns the whole batch, returns what concerns this call. */
function runOne(db: Libsql.Database, log: SqliteCalls, { id, name, args }: WorkerCall): WorkerReply {
  db.exec('SAVEPOINT one_call');
  try {
    // Requests are made by the typed `WorkerLink`; the name vouches for the arguments.
    const call = log[name] as (...args: readonly unknown[]) => unknown;
    const value = call.apply(log, [...args]);
    db.exec('RELEASE one_call');
    return { id, ok: true, value };
  } catch (error) {
    const failure = failureOfCall(error);
    if (failure === null || !db.inTransaction) throw error;
    db.exec('ROLLBACK TO one_call');
    db.exec('RELEASE one_call');
    return failed(id, failure);
  }
}

/** The failure of this call alone, or null when it is the database that fails. */
function failureOfCall(error: unknown): CallFailure | null {
  if (error instanceof StoreRefused) return { kind: 'refused', reason: error.reason, message: error.message };
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  // The one constraint that sealed entries can break: an entryId that the log has already.
  if (code.startsWith('SQLITE_CONSTRAINT')) {
    return { kind: 'refused', reason: 'invalidDraft', message: textOf(error) };
  }
  return code.startsWith('SQLITE_') ? null : unavailable(error);
}

/** Copies the write-ahead log into the database and cuts it to nothing, so that it does not keep erased words. */
function emptyWal(db: Libsql.Database): CallFailure | null {
  try {
    const [row] = db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').raw().all() as [busy: number][];
    if (row?.[0] === 0) return null;
    return unavailable('erased words are still in the write-ahead log, which another program reads: erase them again');
  } catch (error) {
    return unavailable(error);
  }
}

function failed(id: number, failure: CallFailure): WorkerReply {
  return { id, ok: false, failure };
}

function unavailable(error: unknown): CallFailure {
  return { kind: 'unavailable', message: textOf(error) };
}

function textOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error ? `${String(error.code)}: ${error.message}` : error.message;
}
