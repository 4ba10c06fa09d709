import type { InstantMs } from '@yavka/shared/ids';
import type { Entry, EntryDraft } from '@yavka/shared/log/entry';
import type Libsql from 'libsql';

import type { LogHead, OpenLogOptions, TokenRecord, WrittenLog } from './log-store.ts';
import { commandSpansOf, headAfter, sealDrafts, sealedEntriesOf, sealOpening } from './seal-drafts.ts';
import type { SqliteCalls, StoredAppend } from './sqlite-calls.ts';
import { StoreRefused } from './store-refused.ts';

/** Positional rows only: objects from this library can carry a stray `_metadata`. */
type HeadRow = [logId: string, seq: number, hash: string, recordedAt: number];
type TokenRow = [tokenHash: string, role: string, label: string, createdAt: number, revokedAt: number | null];

const headColumns = 'log_id, seq, hash, recorded_at';
const tokenColumns = 'token_hash, role, label, created_at, revoked_at';

/**
 * The store's calls in SQL, synchronous, on a connection that the caller has in a transaction (see `runBatch`).
 * A call that refuses or fails leaves traces; the caller rolls it back.
 */
export class SqliteLog implements SqliteCalls {
  readonly #db: Libsql.Database;
  readonly #prepared = new Map<string, Libsql.Statement>();

  constructor(db: Libsql.Database) {
    this.#db = db;
  }

  currentLog(): LogHead | null {
    const row = this.#row<HeadRow>(`SELECT ${headColumns} FROM logs WHERE in_use = 1`);
    return row === undefined ? null : headFrom(row);
  }

  openLog(logId: string, drafts: readonly EntryDraft[], now: InstantMs, options: OpenLogOptions): string[] {
    const entries = sealOpening(logId, drafts, now);
    const texts = entries.map((entry) => JSON.stringify(entry));
    this.#begin(logId, entries, texts, options);
    return texts;
  }

  importLog(written: WrittenLog, options: OpenLogOptions): LogHead {
    const head = this.#begin(written.logId, sealedEntriesOf(written), written.entries, options);
    for (const { ref, words } of written.texts) {
      if (words === null) this.eraseText(ref);
      else this.putText(ref, words);
    }
    for (const { key, value } of written.settings) this.putMeta(key, value);
    return head;
  }

  useLog(logId: string): LogHead {
    const head = this.headOf(logId);
    this.#run('UPDATE logs SET in_use = 0 WHERE in_use = 1');
    this.#run('UPDATE logs SET in_use = 1 WHERE log_id = ?', logId);
    return head;
  }

  dropLog(logId: string): void {
    this.headOf(logId);
    if (this.currentLog()?.logId === logId) throw new StoreRefused('logInUse', logId);
    this.#run('DELETE FROM logs WHERE log_id = ?', logId);
  }

  headOf(logId: string): LogHead {
    const row = this.#findHead(logId);
    if (row === undefined) throw new StoreRefused('unknownLog', logId);
    return headFrom(row);
  }

  listLogs(): string[] {
    return this.#rows<[string]>('SELECT log_id FROM logs ORDER BY log_id').map(([logId]) => logId);
  }

  append(logId: string, expectedSeq: number, drafts: readonly EntryDraft[], now: InstantMs): StoredAppend {
    const head = this.headOf(logId);
    if (head.seq !== expectedSeq) return { ok: false, reason: 'headMoved', head };
    const entries = sealDrafts(head, drafts, now);
    for (const { commandId } of commandSpansOf(entries)) {
      const seq = this.seqOfCommand(logId, commandId);
      if (seq !== null) return { ok: false, reason: 'commandRepeated', head, commandId, seq };
    }
    const moved = headAfter(logId, entries);
    const changes = this.#run(
      'UPDATE logs SET seq = ?, hash = ?, recorded_at = ? WHERE log_id = ? AND seq = ?',
      ...[moved.seq, moved.hash, moved.recordedAt, logId, expectedSeq],
    );
    if (changes !== 1) return { ok: false, reason: 'headMoved', head: this.headOf(logId) };
    const texts = entries.map((entry) => JSON.stringify(entry));
    this.#insert(logId, entries, texts);
    return { ok: true, texts };
  }

  readStored(logId: string, afterSeq: number, limit: number): string[] {
    this.headOf(logId);
    return this.#rows<[string]>(
      'SELECT body FROM entries WHERE log_id = ? AND seq > ? ORDER BY seq LIMIT ?',
      ...[logId, afterSeq, limit],
    ).map(([body]) => body);
  }

  seqOfCommand(logId: string, commandId: string): number | null {
    this.headOf(logId);
    const row = this.#row<[number]>(
      'SELECT first_seq FROM commands WHERE log_id = ? AND command_id = ?',
      logId,
      commandId,
    );
    return row?.[0] ?? null;
  }

  putText(ref: string, text: string): void {
    // As JSON, since this library cuts a bound text at a NUL.
    this.#run('INSERT INTO texts (ref, words) VALUES (?, ?) ON CONFLICT (ref) DO NOTHING', ref, JSON.stringify(text));
  }

  getText(ref: string): string | null {
    const words = this.#row<[string | null]>('SELECT words FROM texts WHERE ref = ?', ref)?.[0] ?? null;
    return words === null ? null : (JSON.parse(words) as string);
  }

  eraseText(ref: string): void {
    this.#run('INSERT INTO texts (ref, words) VALUES (?, NULL) ON CONFLICT (ref) DO UPDATE SET words = NULL', ref);
  }

  putToken({ tokenHash, role, label, createdAt, revokedAt }: TokenRecord): void {
    this.#run(
      `INSERT OR REPLACE INTO tokens (${tokenColumns}) VALUES (?, ?, ?, ?, ?)`,
      ...[tokenHash, role, label, createdAt, revokedAt],
    );
  }

  findToken(tokenHash: string): TokenRecord | null {
    const row = this.#row<TokenRow>(`SELECT ${tokenColumns} FROM tokens WHERE token_hash = ?`, tokenHash);
    return row === undefined ? null : tokenOf(row);
  }

  listTokens(): TokenRecord[] {
    return this.#rows<TokenRow>(`SELECT ${tokenColumns} FROM tokens ORDER BY created_at, token_hash`).map(tokenOf);
  }

  revokeToken(tokenHash: string, at: InstantMs): boolean {
    return (
      this.#run('UPDATE tokens SET revoked_at = coalesce(revoked_at, ?) WHERE token_hash = ?', at, tokenHash) === 1
    );
  }

  getMeta(key: string): string | null {
    return this.#row<[string]>('SELECT value FROM meta WHERE key = ?', key)?.[0] ?? null;
  }

  putMeta(key: string, value: string): void {
    this.#run('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)', key, value);
  }

  swapMeta(key: string, expected: string | null, value: string): boolean {
    if (this.getMeta(key) !== expected) return false;
    this.putMeta(key, value);
    return true;
  }

  #begin(
    logId: string,
    entries: readonly Entry[],
    texts: readonly string[],
    { inUse = true, expectedCurrent }: OpenLogOptions,
  ): LogHead {
    const current = this.currentLog()?.logId ?? null;
    if (expectedCurrent !== undefined && expectedCurrent !== current) {
      throw new StoreRefused('currentMoved', `the log in use is ${current ?? 'none'}`);
    }
    if (this.#findHead(logId) !== undefined) throw new StoreRefused('logExists', logId);
    const head = headAfter(logId, entries);
    const { seq, hash, recordedAt } = head;
    this.#run(`INSERT INTO logs (${headColumns}) VALUES (?, ?, ?, ?)`, logId, seq, hash, recordedAt);
    this.#insert(logId, entries, texts);
    if (inUse) this.useLog(logId);
    return head;
  }

  /** `texts[i]` is what is kept of `entries[i]`. */
  #insert(logId: string, entries: readonly Entry[], texts: readonly string[]): void {
    for (const { commandId, seq, count } of commandSpansOf(entries)) {
      this.#run(
        'INSERT INTO commands (log_id, command_id, first_seq, entry_count) VALUES (?, ?, ?, ?)',
        ...[logId, commandId, seq, count],
      );
    }
    for (const [index, { seq, entryId }] of entries.entries()) {
      this.#run(
        'INSERT INTO entries (log_id, seq, entry_id, body) VALUES (?, ?, ?, ?)',
        ...[logId, seq, entryId, texts[index] ?? ''],
      );
    }
  }

  #findHead(logId: string): HeadRow | undefined {
    return this.#row<HeadRow>(`SELECT ${headColumns} FROM logs WHERE log_id = ?`, logId);
  }

  #statement(sql: string): Libsql.Statement {
    const known = this.#prepared.get(sql);
    if (known !== undefined) return known;
    const statement = this.#db.prepare(sql);
    this.#prepared.set(sql, statement);
    return statement;
  }

  #run(sql: string, ...values: (string | number | null)[]): number {
    return this.#statement(sql).run(values).changes;
  }

  #rows<R>(sql: string, ...values: (string | number)[]): R[] {
    return this.#statement(sql).raw().all(values) as R[];
  }

  #row<R>(sql: string, ...values: (string | number)[]): R | undefined {
    return this.#rows<R>(sql, ...values)[0];
  }
}

function headFrom([logId, seq, hash, recordedAt]: HeadRow): LogHead {
  return { logId, seq, hash, recordedAt };
}

function tokenOf([tokenHash, role, label, createdAt, revokedAt]: TokenRow): TokenRecord {
  return { tokenHash, role, label, createdAt, revokedAt };
}
