import type { WrittenLog } from './log-store.ts';
import { isUnknownStatement } from './postgres-link.ts';
import type { SqlRunner } from './postgres-schema.ts';

/** The words kept by reference and the small settings in SQL, on the connections, or on one in a transaction. */
export class PostgresBeside {
  readonly #sqlRunner: SqlRunner;
  readonly #schema: string;

  constructor(sqlRunner: SqlRunner, schema: string) {
    this.#sqlRunner = sqlRunner;
    this.#schema = schema;
  }

  async putText(ref: string, text: string): Promise<void> {
    await this.#rows('INSERT INTO @.texts (ref, words) VALUES ($1, $2) ON CONFLICT (ref) DO NOTHING', [
      ref,
      JSON.stringify(text),
    ]);
  }

  async getText(ref: string): Promise<string | null> {
    const [row] = await this.#rows<[string | null]>('SELECT words FROM @.texts WHERE ref = $1', [ref]);
    const words = row?.[0] ?? null;
    return words === null ? null : (JSON.parse(words) as string);
  }

  async eraseText(ref: string): Promise<void> {
    await this.#rows(
      'INSERT INTO @.texts (ref, words) VALUES ($1, NULL) ON CONFLICT (ref) DO UPDATE SET words = NULL',
      [ref],
    );
    // The old row would stay in the table's file: the table is written anew without it, and the old file deleted.
    await this.#rows('VACUUM FULL @.texts', []).catch((error: unknown) => {
      if (!isUnknownStatement(error)) throw error;
    });
  }

  async getMeta(key: string): Promise<string | null> {
    const [row] = await this.#rows<[string]>('SELECT value FROM @.meta WHERE key = $1', [key]);
    return row?.[0] ?? null;
  }

  async putMeta(key: string, value: string): Promise<void> {
    await this.#rows(
      'INSERT INTO @.meta (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = EXCLUDED.value',
      [key, value],
    );
  }

  async swapMeta(key: string, expected: string | null, value: string): Promise<boolean> {
    const swapped =
      expected === null
        ? await this.#rows('INSERT INTO @.meta (key, value) VALUES ($1, $2) ON CONFLICT (key) DO NOTHING RETURNING 1', [
            key,
            value,
          ])
        : await this.#rows('UPDATE @.meta SET value = $2 WHERE key = $1 AND value = $3 RETURNING 1', [
            key,
            value,
            expected,
          ]);
    return swapped.length === 1;
  }

  /** Takes in what belongs to an imported log; words that are erased here or there stay erased. */
  async take({ texts, settings }: Pick<WrittenLog, 'texts' | 'settings'>): Promise<void> {
    await this.#rows(
      `INSERT INTO @.texts (ref, words) SELECT t.ref, t.words FROM unnest($1::text[], $2::text[]) AS t (ref, words)
       ON CONFLICT (ref) DO UPDATE SET words = NULL WHERE EXCLUDED.words IS NULL`,
      [texts.map(({ ref }) => ref), texts.map(({ words }) => (words === null ? null : JSON.stringify(words)))],
    );
    for (const { key, value } of settings) await this.putMeta(key, value);
  }

  #rows<R extends readonly unknown[]>(sql: string, values: readonly unknown[]): Promise<R[]> {
    return this.#sqlRunner.rows<R>(sql.replaceAll('@.', `${this.#schema}.`), values);
  }
}
