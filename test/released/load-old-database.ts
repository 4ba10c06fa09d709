import type { Entry } from '@yavka/shared/log/entry';
import Database from 'libsql';

/** Makes a database as the first version left it behind: its schema, a log in use, a token, words kept and erased, a setting. */
export function loadOldDatabase(old: {
  readonly file: string;
  /** The statements of its only migration. */
  readonly schema: string;
  /** The log's entries as they were stored. */
  readonly lines: readonly string[];
}): void {
  const db = new Database(old.file);
  db.exec('PRAGMA journal_mode = WAL');
  db.exec('CREATE TABLE schema_version (version INTEGER NOT NULL)');
  db.exec(old.schema);
  db.exec('INSERT INTO schema_version (version) VALUES (1)');
  const entries = old.lines.map((line) => ({ line, ...(JSON.parse(line) as Entry) }));
  const head = entries.at(-1);
  if (head === undefined) throw new Error('the old log is empty');
  const [opened] = entries;
  const logId = opened?.payload.type === 'log.opened' ? opened.payload.logId : '';
  db.exec('BEGIN');
  db.prepare('INSERT INTO logs VALUES (?, ?, ?, ?, 1)').run(logId, head.seq, head.hash, head.recordedAt);
  const addEntry = db.prepare('INSERT INTO entries VALUES (?, ?, ?, ?)');
  const commands = new Map<string, { readonly first: number; readonly count: number }>();
  for (const { seq, entryId, commandId, line } of entries) {
    addEntry.run(logId, seq, entryId, line);
    const { first, count } = commands.get(commandId) ?? { first: seq, count: 0 };
    commands.set(commandId, { first, count: count + 1 });
  }
  const addCommand = db.prepare('INSERT INTO commands VALUES (?, ?, ?, ?)');
  for (const [commandId, { first, count }] of commands) addCommand.run(logId, commandId, first, count);
  db.prepare('INSERT INTO texts VALUES (?, ?)').run('sha256:kept', JSON.stringify('A queue.'));
  db.prepare('INSERT INTO texts VALUES (?, NULL)').run('sha256:erased');
  db.prepare('INSERT INTO tokens VALUES (?, ?, ?, ?, NULL)').run('f'.repeat(64), 'admin', 'start', 1);
  db.prepare('INSERT INTO meta VALUES (?, ?)').run('replay:released-v1', '{"at":1}');
  db.exec('COMMIT');
  db.close();
}
