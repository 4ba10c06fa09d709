import Database from 'libsql';
import type Libsql from 'libsql';

import { migrateSchema } from './sqlite-schema.ts';

/** What every connection must run with. Each is set, then read back: a pragma that does not take is silent otherwise. */
const requiredPragmas = [
  { name: 'journal_mode', set: 'WAL', reads: 'wal' },
  // FULL syncs the WAL on every commit; NORMAL would lose acknowledged entries in a power cut.
  { name: 'synchronous', set: 'FULL', reads: 2 },
  { name: 'foreign_keys', set: 'ON', reads: 1 },
  // Erased words are overwritten, not only unlinked.
  { name: 'secure_delete', set: 'ON', reads: 1 },
  // macOS: an fsync that reaches the disk and not only its cache. Without effect elsewhere.
  { name: 'fullfsync', set: 'ON', reads: 1 },
] as const;

/**
 * Opens the database of a store, making it when it is not there, durable and with the present schema.
 *
 * @param busyTimeoutMs how long to wait for another program that holds the database, in milliseconds.
 * @throws Error when a required setting does not take, or a newer program wrote the schema; SqliteError from the disk.
 */
export function openDatabase(file: string, busyTimeoutMs: number): Libsql.Database {
  const db = new Database(file);
  try {
    db.pragma(`busy_timeout = ${busyTimeoutMs}`);
    for (const { name, set, reads } of requiredPragmas) {
      db.pragma(`${name} = ${set}`);
      const value = readPragma(db, name);
      if (value !== reads) throw new Error(`SQLite keeps ${name} at ${String(value)}, the store needs ${reads}`);
    }
    migrateSchema(db);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** The value of a pragma. (`pragma(…, {simple: true})` of this library answers a row, not the value.) */
export function readPragma(db: Libsql.Database, name: string): unknown {
  const rows = db.prepare(`PRAGMA ${name}`).raw().all() as unknown[][];
  return rows[0]?.[0];
}
