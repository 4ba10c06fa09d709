import { Pool } from 'pg';
import type { ClientBase, PoolClient, QueryArrayConfig } from 'pg';

import { nameOfDatabase } from './database-url.ts';
import type { SqlRunner } from './postgres-schema.ts';
import { StoreRefused } from './store-refused.ts';
import { StoreUnavailable } from './store-unavailable.ts';

/** Settings under which an answered commit is on the disk, here and on whatever copy the database waits for. */
const durable: ReadonlySet<string> = new Set(['on', 'remote_apply']);

export interface LinkSettings {
  readonly url: string;
  /** How long anything asked of the database may take, waiting for a connection included, milliseconds. */
  readonly limitMs: number;
  /** How long a new connection may take, milliseconds. */
  readonly connectMs: number;
}

/** The settings of every connection: nothing at work in the database outlives its asker's patience. */
export function connectionSettings({ url, limitMs, connectMs }: LinkSettings) {
  return {
    connectionString: url,
    application_name: 'yavka',
    connectionTimeoutMillis: connectMs,
    // On this side too: a network that swallows everything tells nobody.
    query_timeout: limitMs,
    statement_timeout: limitMs,
    lock_timeout: limitMs,
    idle_in_transaction_session_timeout: limitMs,
    keepAlive: true,
  };
}

/**
 * The connections to a database. Whatever is asked answers or fails within the limit; a connection that failed is not
 * used again, and the next call makes a new one. All failures are `StoreUnavailable`, but for what the caller throws and
 * a value that is taken and a transaction that lost (`isTaken`, `hasLost`).
 */
export class PostgresLink implements SqlRunner {
  readonly #pool: Pool;
  readonly #settings: LinkSettings;
  readonly #working = new Set<Promise<unknown>>();
  #closed = false;

  constructor(settings: LinkSettings) {
    this.#settings = settings;
    this.#pool = new Pool({
      ...connectionSettings(settings),
      max: 8,
      verify: (client, done) => void refuseUnlessDurable(client, done),
    });
    // A connection that breaks while nobody uses it: the pool has thrown it away, the next call makes a new one.
    this.#pool.on('error', () => undefined);
    // One that breaks while somebody does fails his call; unheard, the event would end the process.
    this.#pool.on('connect', (client) => client.on('error', () => undefined));
  }

  rows<R extends readonly unknown[]>(sql: string, values: readonly unknown[] = []): Promise<R[]> {
    return this.#work((connection) => connection.rows<R>(sql, values));
  }

  /** Runs `work` between BEGIN and COMMIT; what it throws rolls back and is thrown on. */
  transaction<T>(work: (connection: SqlRunner) => Promise<T>): Promise<T> {
    return this.#work(async (connection) => {
      await connection.rows('BEGIN');
      let result: T;
      try {
        result = await work(connection);
      } catch (error) {
        // Where this fails the connection is given up, which rolls back too.
        await connection.rows('ROLLBACK');
        throw error;
      }
      await connection.rows('COMMIT');
      return result;
    });
  }

  /** Finishes what was asked for, then closes the connections; later calls are refused. */
  async close(): Promise<void> {
    this.#closed = true;
    await Promise.allSettled(this.#working);
    await this.#pool.end();
  }

  async #work<T>(work: (connection: SqlRunner) => Promise<T>): Promise<T> {
    if (this.#closed) throw new StoreUnavailable('it was closed');
    const working = this.#withinLimit(work);
    this.#working.add(working);
    try {
      return await working;
    } finally {
      this.#working.delete(working);
    }
  }

  async #withinLimit<T>(work: (connection: SqlRunner) => Promise<T>): Promise<T> {
    const { limitMs } = this.#settings;
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        reject(new StoreUnavailable(`${this.#name} did not answer within ${String(limitMs)} ms`));
      }, limitMs);
    });
    let client: PoolClient | null = null;
    let broken = true;
    try {
      const connecting = this.#pool.connect();
      client = await Promise.race([connecting, tooLate]).catch((error: unknown) => {
        // A connection that comes after all is the next caller's.
        connecting.then(
          (unused) => {
            unused.release();
          },
          () => undefined,
        );
        throw error;
      });
      const result = await Promise.race([work(runnerOn(client)), tooLate]);
      broken = false;
      return result;
    } catch (error) {
      // A refusal, or a value taken, leaves the connection as good as it was.
      broken = !(error instanceof StoreRefused || isConflict(error));
      throw this.#failure(error);
    } finally {
      clearTimeout(timer);
      client?.release(broken);
    }
  }

  #failure(error: unknown): unknown {
    if (error instanceof StoreRefused || error instanceof StoreUnavailable || isConflict(error)) return error;
    // A text that this database cannot hold.
    if (codeOf(error) === '22021') return new StoreRefused('invalidDraft', messageOf(error));
    return new StoreUnavailable(`${this.#name}: ${messageOf(error)}`, error);
  }

  get #name(): string {
    return `PostgreSQL at ${nameOfDatabase(this.#settings.url)}`;
  }
}

/** The code that the database gave an error, '' when it is none of the database's. */
function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && 'severity' in error ? String(error.code) : '';
}

/** A value that must be there once is there already. */
export function isTaken(error: unknown): boolean {
  return codeOf(error) === '23505';
}

/** A transaction that lost against another and has written nothing; told by databases that run them as if in turn. */
export function hasLost(error: unknown): boolean {
  return ['40001', '40P01'].includes(codeOf(error));
}

/** What this kind of database does not know: its kin have no such old rows in files of their own. */
export function isUnknownStatement(error: unknown): boolean {
  const cause = error instanceof StoreUnavailable ? error.cause : error;
  return ['42601', '0A000'].includes(codeOf(cause));
}

function isConflict(error: unknown): boolean {
  return isTaken(error) || hasLost(error);
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // A host with several addresses fails with one error an address.
  if (error instanceof AggregateError) return error.errors.map(messageOf).join('; ');
  return error.message;
}

function runnerOn(client: ClientBase): SqlRunner {
  return {
    rows: async <R extends readonly unknown[]>(sql: string, values: readonly unknown[] = []) => {
      const query: QueryArrayConfig = { text: sql, values: [...values], rowMode: 'array' };
      return (await client.query(query)).rows as unknown as R[];
    },
  };
}

/** @throws StoreUnavailable when an answered commit might not be on the disk */
async function assertDurable(client: ClientBase): Promise<void> {
  const [row] = await runnerOn(client).rows<[string]>('SHOW synchronous_commit');
  const value = row?.[0] ?? 'unknown';
  if (durable.has(value)) return;
  throw new StoreUnavailable(
    `PostgreSQL has synchronous_commit = ${value}: what it says is kept could be lost. Set it to on for this database.`,
  );
}

async function refuseUnlessDurable(client: ClientBase, done: (refusal?: Error) => void): Promise<void> {
  try {
    await assertDurable(client);
  } catch (error) {
    done(error instanceof Error ? error : new Error(String(error)));
    return;
  }
  done();
}
