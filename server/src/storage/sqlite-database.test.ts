import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { openDatabase, readPragma } from './sqlite-database.ts';
import { startSqliteWorker } from './start-sqlite-worker.ts';
import { WorkerLink } from './worker-link.ts';

describe('the database of a store', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'yavka-database-'));
    file = join(folder, 'yavka.db');
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('[LOG-22] syncs every commit to the disk: WAL with synchronous FULL, read back from SQLite', () => {
    for (let opening = 1; opening <= 2; opening += 1) {
      const db = openDatabase(file, 0);
      const settings = ['journal_mode', 'synchronous', 'foreign_keys', 'secure_delete'].map((name) =>
        readPragma(db, name),
      );
      expect(settings).toEqual(['wal', 2, 1, 1]);
      db.close();
    }
  });

  it('[LOG-22] makes one schema of several first starts at once', async () => {
    const links = Array.from({ length: 4 }, () => new WorkerLink(startSqliteWorker({ file, busyTimeoutMs: 240_000 })));
    await Promise.all(links.map((link) => link.opened));
    await links[0]?.call('putMeta', 'k', 'v');
    expect(await Promise.all(links.map((link) => link.call('getMeta', 'k')))).toEqual(['v', 'v', 'v', 'v']);
    await Promise.all(links.map((link) => link.close()));
    await Promise.all(links.map((link) => link.ended));
  });

  it('[LOG-22] does not touch what a newer program wrote', () => {
    const db = openDatabase(file, 0);
    db.exec('UPDATE schema_version SET version = 99');
    db.close();
    expect(() => openDatabase(file, 0)).toThrow('schema 99');
  });

  it('[LOG-22] says so of a file that is no database', () => {
    writeFileSync(file, 'not a database, but long enough to be read as the header of one'.repeat(20));
    expect(() => openDatabase(file, 0)).toThrow('not a database');
  });
});
