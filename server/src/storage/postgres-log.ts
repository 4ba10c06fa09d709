import type { InstantMs } from '@yavka/shared/ids';
import type { Entry, EntryDraft } from '@yavka/shared/log/entry';

import type { LogHead, OpenLogOptions, WrittenLog } from './log-store.ts';
import { PostgresBeside } from './postgres-beside.ts';
import { hasLost, isTaken } from './postgres-link.ts';
import type { PostgresLink } from './postgres-link.ts';
import type { SqlRunner } from './postgres-schema.ts';
import { commandSpansOf, headAfter, sealedEntriesOf, sealOpening } from './seal-drafts.ts';
import { StoreRefused } from './store-refused.ts';

/** `bigint` columns come as strings. */
type HeadRow = [logId: string, seq: string, hash: string, recordedAt: string];

/** What the database knows that other nodes may have changed. */
export interface StoreState {
  readonly currentLog: string | null;
  /** Grows with every change of the tokens. */
  readonly tokensVersion: number;
  /** Where the logs that were asked for end. */
  readonly heads: ReadonlyMap<string, number>;
  /** Those of them that are not kept, or no more. */
  readonly gone: readonly string[];
}

const headColumns = 'l.log_id, l.head_seq, l.hash, l.recorded_at';

/** The store's calls in SQL. Nothing here keeps a lock between two calls, and no lock is asked for but on rows. */
export class PostgresLog {
  /** What lies beside the logs. */
  readonly beside: PostgresBeside;
  readonly #link: PostgresLink;
  readonly #schema: string;

  constructor(link: PostgresLink, schema: string) {
    this.#link = link;
    this.#schema = schema;
    this.beside = new PostgresBeside(link, schema);
  }

  async currentLog(): Promise<LogHead | null> {
    const [row] = await this.#link.rows<HeadRow>(
      this.#sql(`SELECT ${headColumns} FROM @.store_state s JOIN @.logs l ON l.log_id = s.current_log`),
    );
    return row === undefined ? null : headFrom(row);
  }

  async headOf(logId: string): Promise<LogHead> {
    return this.#headOn(this.#link, logId);
  }

  async listLogs(): Promise<string[]> {
    // Sorted here: a database sorts by its own language.
    return (await this.#link.rows<[string]>(this.#sql('SELECT log_id FROM @.logs'))).map(([logId]) => logId).sort();
  }

  async openLog(
    logId: string,
    drafts: readonly EntryDraft[],
    now: InstantMs,
    options: OpenLogOptions,
  ): Promise<Entry[]> {
    const entries = sealOpening(logId, drafts, now);
    const texts = entries.map((entry) => JSON.stringify(entry));
    await this.#link.transaction((connection) => this.#begin(connection, logId, entries, texts, options));
    return entries;
  }

  async importLog(written: WrittenLog, options: OpenLogOptions): Promise<LogHead> {
    const entries = sealedEntriesOf(written);
    return this.#link.transaction(async (connection) => {
      const head = await this.#begin(connection, written.logId, entries, written.entries, options);
      await new PostgresBeside(connection, this.#schema).take(written);
      return head;
    });
  }

  useLog(logId: string): Promise<LogHead> {
    return this.#link.transaction(async (connection) => {
      await this.#lockCurrent(connection);
      const head = await this.#headOn(connection, logId);
      await this.#setCurrent(connection, logId);
      return head;
    });
  }

  dropLog(logId: string): Promise<void> {
    return this.#link.transaction(async (connection) => {
      const current = await this.#lockCurrent(connection);
      await this.#headOn(connection, logId);
      if (current === logId) throw new StoreRefused('logInUse', logId);
      // The head first: an append under way ends before its row can be deleted, and one that comes later finds none.
      for (const table of ['logs', 'entries', 'commands']) {
        await connection.rows(this.#sql(`DELETE FROM @.${table} WHERE log_id = $1`), [logId]);
      }
    });
  }

  /**
   * Writes sealed entries behind `head`, in one statement and so in one durable transaction: the log's head row is moved
   * first, which any other writer has to wait for, and nothing is written unless it stood exactly there. `headMoved` and
   * `taken` (a command or an entry with such an id is there) have written nothing.
   */
  async appendAt(head: LogHead, entries: readonly Entry[]): Promise<'written' | 'headMoved' | 'taken'> {
    const moved = headAfter(head.logId, entries);
    try {
      const written = await this.#link.rows(
        this.#sql(
          `WITH moved AS (
             UPDATE @.logs SET head_seq = $4, hash = $5, recorded_at = $6
             WHERE log_id = $1 AND head_seq = $2 AND hash = $3
             RETURNING log_id
           ),
           kept_commands AS (${insertCommands('moved.log_id', ['$7', '$8', '$9'], 'CROSS JOIN moved')}),
           kept_entries AS (${insertEntries('moved.log_id', ['$10', '$11', '$12'], 'CROSS JOIN moved')})
           SELECT log_id FROM moved`,
        ),
        [head.logId, head.seq, head.hash, moved.seq, moved.hash, moved.recordedAt, ...columnsOf(entries)],
      );
      return written.length > 0 ? 'written' : 'headMoved';
    } catch (error) {
      if (isTaken(error)) return 'taken';
      // Databases that run transactions as if one after another tell the loser so.
      if (hasLost(error)) return 'headMoved';
      throw error;
    }
  }

  /** The entries as they were written. */
  async readStored(logId: string, afterSeq: number, limit: number): Promise<string[]> {
    const rows = await this.#link.rows<[string]>(
      this.#sql('SELECT body FROM @.entries WHERE log_id = $1 AND seq > $2 ORDER BY seq LIMIT $3'),
      [logId, afterSeq, limit],
    );
    if (rows.length === 0) await this.headOf(logId);
    return rows.map(([body]) => body);
  }

  /** The first seq of each of these commands that the log has. */
  async firstSeqsOf(logId: string, commandIds: readonly string[]): Promise<Map<string, number>> {
    const rows = await this.#link.rows<[string, string]>(
      this.#sql('SELECT command_id, first_seq FROM @.commands WHERE log_id = $1 AND command_id = ANY($2)'),
      [logId, commandIds],
    );
    if (rows.length === 0) await this.headOf(logId);
    return new Map(rows.map(([commandId, seq]) => [commandId, Number(seq)]));
  }

  async storeTime(): Promise<InstantMs> {
    const [row] = await this.#link.rows<[string]>('SELECT floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint');
    return Number(row?.[0]);
  }

  async state(logIds: readonly string[]): Promise<StoreState> {
    const rows = await this.#link.rows<[string | null, string, string | null, string | null]>(
      this.#sql(
        `SELECT s.current_log, s.tokens_version, l.log_id, l.head_seq
         FROM @.store_state s LEFT JOIN @.logs l ON l.log_id = ANY($1)`,
      ),
      [logIds],
    );
    const heads = new Map<string, number>();
    for (const [, , logId, seq] of rows) if (logId !== null) heads.set(logId, Number(seq));
    const gone = logIds.filter((logId) => !heads.has(logId));
    return { currentLog: rows[0]?.[0] ?? null, tokensVersion: Number(rows[0]?.[1] ?? 0), heads, gone };
  }

  /** Puts a whole new log there; `texts[i]` is what is kept of `entries[i]`. */
  async #begin(
    connection: SqlRunner,
    logId: string,
    entries: readonly Entry[],
    texts: readonly string[],
    { inUse = true, expectedCurrent }: OpenLogOptions,
  ): Promise<LogHead> {
    const current = await this.#lockCurrent(connection);
    if (expectedCurrent !== undefined && expectedCurrent !== current) {
      throw new StoreRefused('currentMoved', `the log in use is ${current ?? 'none'}`);
    }
    if ((await this.#findHead(connection, logId)) !== undefined) throw new StoreRefused('logExists', logId);
    const head = headAfter(logId, entries);
    await connection.rows(
      this.#sql('INSERT INTO @.logs (log_id, head_seq, hash, recorded_at) VALUES ($1, $2, $3, $4)'),
      [logId, head.seq, head.hash, head.recordedAt],
    );
    try {
      const [commandIds, firstSeqs, counts, ...ofEntries] = columnsOf(entries, texts);
      await connection.rows(this.#sql(insertCommands('$1', ['$2', '$3', '$4'])), [
        logId,
        commandIds,
        firstSeqs,
        counts,
      ]);
      await connection.rows(this.#sql(insertEntries('$1', ['$2', '$3', '$4'])), [logId, ...ofEntries]);
    } catch (error) {
      throw isTaken(error) ? entryTaken() : error;
    }
    if (inUse) await this.#setCurrent(connection, logId);
    return head;
  }

  /** The log in use; until the transaction's end nobody else opens, swaps or drops one. */
  async #lockCurrent(connection: SqlRunner): Promise<string | null> {
    const [row] = await connection.rows<[string | null]>(
      this.#sql('SELECT current_log FROM @.store_state WHERE id = 1 FOR UPDATE'),
    );
    return row?.[0] ?? null;
  }

  async #setCurrent(connection: SqlRunner, logId: string): Promise<void> {
    await connection.rows(this.#sql('UPDATE @.store_state SET current_log = $1 WHERE id = 1'), [logId]);
  }

  async #headOn(connection: SqlRunner, logId: string): Promise<LogHead> {
    const row = await this.#findHead(connection, logId);
    if (row === undefined) throw new StoreRefused('unknownLog', logId);
    return headFrom(row);
  }

  async #findHead(connection: SqlRunner, logId: string): Promise<HeadRow | undefined> {
    const [row] = await connection.rows<HeadRow>(this.#sql(`SELECT ${headColumns} FROM @.logs l WHERE log_id = $1`), [
      logId,
    ]);
    return row;
  }

  #sql(text: string): string {
    return text.replaceAll('@.', `${this.#schema}.`);
  }
}

/** One statement for any number of commands; `columns` are the places of the values that `columnsOf` gives. */
function insertCommands(logId: string, [ids, seqs, counts]: readonly [string, string, string], join = ''): string {
  return `INSERT INTO @.commands (log_id, command_id, first_seq, entry_count)
    SELECT ${logId}, c.command_id, c.first_seq, c.entry_count
    FROM unnest(${ids}::text[], ${seqs}::bigint[], ${counts}::bigint[]) AS c (command_id, first_seq, entry_count) ${join}`;
}

function insertEntries(logId: string, [seqs, ids, bodies]: readonly [string, string, string], join = ''): string {
  return `INSERT INTO @.entries (log_id, seq, entry_id, body)
    SELECT ${logId}, e.seq, e.entry_id, e.body
    FROM unnest(${seqs}::bigint[], ${ids}::text[], ${bodies}::text[]) AS e (seq, entry_id, body) ${join}`;
}

/** Sealed entries as the columns of their commands (id, first seq, number of entries) and their own (seq, id, text). */
function columnsOf(
  entries: readonly Entry[],
  texts: readonly string[] = entries.map((entry) => JSON.stringify(entry)),
) {
  const spans = commandSpansOf(entries);
  return [
    spans.map(({ commandId }) => commandId),
    spans.map(({ seq }) => seq),
    spans.map(({ count }) => count),
    entries.map(({ seq }) => seq),
    entries.map(({ entryId }) => entryId),
    texts,
  ] as const;
}

export function entryTaken(): StoreRefused {
  return new StoreRefused('invalidDraft', 'the log has an entry with such an id already');
}

function headFrom([logId, seq, hash, recordedAt]: HeadRow): LogHead {
  return { logId, seq: Number(seq), hash, recordedAt: Number(recordedAt) };
}
