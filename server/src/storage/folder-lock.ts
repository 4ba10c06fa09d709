import { join } from 'node:path';

import Database from 'libsql';
import type Libsql from 'libsql';

import { StoreUnavailable } from './store-unavailable.ts';

/** Another process serves from this folder; two at once would each believe the log is theirs. */
export class FolderHeld extends Error {
  override readonly name = 'FolderHeld';
  readonly folder: string;

  constructor(folder: string) {
    super(`${folder} is held by another running server: stop it, or choose another data folder`);
    this.folder = folder;
  }
}

export interface FolderLock {
  /** Frees the folder; can be repeated. */
  release(): void;
}

/** Held here too, since a connection that is garbage collected closes and frees the folder. */
const held = new Set<Libsql.Database>();

/**
 * Holds a folder for this process by a transaction on `lock.db` that is never ended: the operating system frees it
 * with the process, however that dies, and no stale file can keep the next start out.
 * Nothing else in this process may open `lock.db`, not even to read: closing any handle of it would free the lock.
 *
 * @throws FolderHeld when somebody has it, StoreUnavailable when the folder cannot be written.
 */
export function holdFolder(folder: string): FolderLock {
  let db: Libsql.Database | undefined;
  try {
    db = new Database(join(folder, 'lock.db'));
    db.pragma('busy_timeout = 0');
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db?.close();
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw code.startsWith('SQLITE_BUSY')
      ? new FolderHeld(folder)
      : new StoreUnavailable(`cannot lock ${folder}`, error);
  }
  const connection = db;
  held.add(connection);
  return {
    release() {
      if (!held.delete(connection)) return;
      // This library's close leaves the connection open while a prepared statement of it is not collected yet.
      connection.exec('ROLLBACK');
      connection.close();
    },
  };
}
