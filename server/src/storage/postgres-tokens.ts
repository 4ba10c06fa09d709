import type { InstantMs } from '@yavka/shared/ids';

import type { TokenRecord, TokenStore } from './log-store.ts';
import type { PostgresLink } from './postgres-link.ts';
import type { SqlRunner } from './postgres-schema.ts';

/** `bigint` columns come as strings. */
type TokenRow = [tokenHash: string, role: string, label: string, createdAt: string, revokedAt: string | null];

const tokenColumns = 'token_hash, role, label, created_at, revoked_at';

/** The tokens in SQL. Every change moves `tokens_version`, by which the other nodes see that there was one. */
export class PostgresTokens implements TokenStore {
  readonly #link: PostgresLink;
  readonly #schema: string;

  constructor(link: PostgresLink, schema: string) {
    this.#link = link;
    this.#schema = schema;
  }

  put({ tokenHash, role, label, createdAt, revokedAt }: TokenRecord): Promise<void> {
    return this.#link.transaction(async (connection) => {
      await connection.rows(
        this.#sql(
          `INSERT INTO @.tokens (${tokenColumns}) VALUES ($1, $2, $3, $4, $5)
           ON CONFLICT (token_hash) DO UPDATE SET role = EXCLUDED.role, label = EXCLUDED.label,
             created_at = EXCLUDED.created_at, revoked_at = EXCLUDED.revoked_at`,
        ),
        [tokenHash, role, label, createdAt, revokedAt],
      );
      await this.#tokensChanged(connection);
    });
  }

  async find(tokenHash: string): Promise<TokenRecord | null> {
    const [row] = await this.#link.rows<TokenRow>(
      this.#sql(`SELECT ${tokenColumns} FROM @.tokens WHERE token_hash = $1`),
      [tokenHash],
    );
    return row === undefined ? null : tokenFrom(row);
  }

  async list(): Promise<TokenRecord[]> {
    const rows = await this.#link.rows<TokenRow>(
      this.#sql(`SELECT ${tokenColumns} FROM @.tokens ORDER BY created_at, token_hash`),
    );
    return rows.map(tokenFrom);
  }

  revoke(tokenHash: string, at: InstantMs): Promise<boolean> {
    return this.#link.transaction(async (connection) => {
      const revoked = await connection.rows(
        this.#sql('UPDATE @.tokens SET revoked_at = coalesce(revoked_at, $2) WHERE token_hash = $1 RETURNING 1'),
        [tokenHash, at],
      );
      if (revoked.length === 0) return false;
      await this.#tokensChanged(connection);
      return true;
    });
  }

  async #tokensChanged(connection: SqlRunner): Promise<void> {
    await connection.rows(this.#sql('UPDATE @.store_state SET tokens_version = tokens_version + 1 WHERE id = 1'));
  }

  #sql(text: string): string {
    return text.replaceAll('@.', `${this.#schema}.`);
  }
}

function tokenFrom([tokenHash, role, label, createdAt, revokedAt]: TokenRow): TokenRecord {
  return {
    ...{ tokenHash, role, label, createdAt: Number(createdAt) },
    revokedAt: revokedAt === null ? null : Number(revokedAt),
  };
}
