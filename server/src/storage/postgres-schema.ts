import type { Mode } from '@yavka/shared/ids';

/** A connection on which one statement after another can be run. */
export interface SqlRunner {
  /** Rows as arrays of columns; `bigint` columns come as decimal strings. */
  rows<R extends readonly unknown[]>(sql: string, values?: readonly unknown[]): Promise<R[]>;
}

/** The schema of a mode's logs: a rehearsal and a live day in one database cannot touch each other. */
export function schemaOf(mode: Mode): string {
  return `yavka_${mode}`;
}

/** What a newer program has made of a database; this one would read it wrongly. */
export class SchemaTooNew extends Error {
  override readonly name = 'SchemaTooNew';
}

/**
 * The steps that bring a schema from nothing to what this program reads, `@` standing for the schema's name. A step,
 * once released, is never changed: the next change is a new step at the end.
 */
const migrations: readonly (readonly string[])[] = [
  [
    `CREATE TABLE @.logs (
       log_id      TEXT PRIMARY KEY,
       head_seq    BIGINT NOT NULL,
       hash        TEXT NOT NULL,
       recorded_at BIGINT NOT NULL
     )`,
    // body is the exact text that was sealed: a JSON column would not give it back as it was written.
    `CREATE TABLE @.entries (
       log_id   TEXT NOT NULL,
       seq      BIGINT NOT NULL,
       entry_id TEXT NOT NULL,
       body     TEXT NOT NULL,
       PRIMARY KEY (log_id, seq),
       UNIQUE (log_id, entry_id)
     )`,
    `CREATE TABLE @.commands (
       log_id      TEXT NOT NULL,
       command_id  TEXT NOT NULL,
       first_seq   BIGINT NOT NULL,
       entry_count BIGINT NOT NULL,
       PRIMARY KEY (log_id, command_id)
     )`,
    // words is a JSON string (this database takes no NUL in a text), or null once erased: the row stays, so that a
    // late repeat cannot bring the words back.
    `CREATE TABLE @.texts (ref TEXT PRIMARY KEY, words TEXT)`,
    `CREATE TABLE @.tokens (
       token_hash TEXT PRIMARY KEY,
       role       TEXT NOT NULL,
       label      TEXT NOT NULL,
       created_at BIGINT NOT NULL,
       revoked_at BIGINT
     )`,
    `CREATE TABLE @.meta (key TEXT PRIMARY KEY, value TEXT NOT NULL)`,
    // One row: the log in use, and a number that grows with every change of the tokens. Whoever opens, swaps or drops
    // a log locks it first.
    `CREATE TABLE @.store_state (
       id             BIGINT PRIMARY KEY,
       current_log    TEXT,
       tokens_version BIGINT NOT NULL
     )`,
    `INSERT INTO @.store_state (id, current_log, tokens_version) VALUES (1, NULL, 0)`,
  ],
];

/** How many migrations this program knows. */
export const schemaVersion = migrations.length;

/**
 * The version of a schema; 0 where there is none.
 *
 * @throws SchemaTooNew when a newer program has made it
 */
export async function readSchemaVersion(sql: SqlRunner, schema: string): Promise<number> {
  const [made] = await sql.rows<[string]>(
    'SELECT table_name FROM information_schema.tables WHERE table_schema = $1 AND table_name = $2',
    [schema, 'schema_version'],
  );
  if (made === undefined) return 0;
  const [row] = await sql.rows<[string]>(`SELECT version FROM ${schema}.schema_version`);
  const version = Number(row?.[0] ?? 0);
  if (version > schemaVersion) {
    throw new SchemaTooNew(
      `${schema} has schema ${String(version)}, this program knows up to ${String(schemaVersion)}: a newer program made it`,
    );
  }
  return version;
}

/**
 * Applies the missing steps in the caller's transaction, under a lock that is taken before the version is read and
 * ends with the transaction: of several first starts at once one makes the schema and the others find it.
 *
 * @throws SchemaTooNew when a newer program has made it
 */
export async function migrateSchema(sql: SqlRunner, schema: string): Promise<void> {
  if ((await readSchemaVersion(sql, schema)) === schemaVersion) return;
  await sql.rows('SELECT pg_advisory_xact_lock(hashtext($1))', [`yavka schema ${schema}`]);
  const version = await readSchemaVersion(sql, schema);
  if (version === schemaVersion) return;
  await sql.rows(`CREATE SCHEMA IF NOT EXISTS ${schema}`);
  await sql.rows(`CREATE TABLE IF NOT EXISTS ${schema}.schema_version (version BIGINT NOT NULL)`);
  for (const statement of migrations.slice(version).flat()) await sql.rows(statement.replaceAll('@', schema));
  await sql.rows(`DELETE FROM ${schema}.schema_version`);
  await sql.rows(`INSERT INTO ${schema}.schema_version (version) VALUES ($1)`, [schemaVersion]);
}
