import { randomUUID } from 'node:crypto';

import { Client } from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';

import { ownServer } from './own-server.ts';

/** A database of a test's own. */
export interface TestDatabase {
  readonly url: string;
  /** Runs statements on a connection of its own, and gives the rows of the last. */
  run(sql: string): Promise<Record<string, unknown>[]>;
  drop(): Promise<void>;
}

/**
 * Makes an empty database: in the PostgreSQL that DATABASE_URL names, whose user must be allowed to make one, else in the
 * tests' own, which is started when the first test of the run asks.
 */
export async function makeTestDatabase(): Promise<TestDatabase> {
  const server = process.env['DATABASE_URL'] ?? (await ownServer(inject('postgresFolder')));
  const name = `yavka_test_${randomUUID().replaceAll('-', '')}`;
  await runOn(server, `CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    run: (sql) => runOn(url.href, sql),
    drop: async () => {
      await runOn(server, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

/** A database for the tests of one file, made before the first and dropped after the last. */
export function registerTestDatabase(): () => TestDatabase {
  let made: TestDatabase | null = null;
  beforeAll(async () => {
    made = await makeTestDatabase();
  });
  afterAll(async () => {
    await made?.drop();
  });
  return () => {
    if (made === null) throw new Error('the database is made before the first test');
    return made;
  };
}

async function runOn(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client(url);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}
