import type { InstantMs } from '@yavka/shared/ids';
import type { Entry, EntryDraft } from '@yavka/shared/log/entry';
import { upcastEntry } from '@yavka/shared/log/upcast-entry';

import { machineNow } from '../clock/election-clock.ts';
import { LogFollowers } from './log-followers.ts';
import type {
  AppendResult,
  LogHead,
  LogStore,
  OpenLogOptions,
  StopFollowing,
  StoreChange,
  TokenRecord,
  TokenStore,
  WrittenLog,
} from './log-store.ts';
import { commandSpansOf, headAfter, sealDrafts, sealedEntriesOf, sealOpening } from './seal-drafts.ts';
import { StoreChanges } from './store-changes.ts';
import { StoreRefused } from './store-refused.ts';
import { StoreUnavailable } from './store-unavailable.ts';

interface KeptLog {
  head: LogHead;
  /** One JSON text an entry, as a database would keep it, so that nobody can change what was written. */
  readonly entries: string[];
  readonly firstSeqs: Map<string, number>;
  readonly entryIds: Set<string>;
}

/** A log store that keeps everything in this process and forgets it with it. For tests and for throw-away rehearsals. */
export class MemoryLogStore implements LogStore {
  readonly #logs = new Map<string, KeptLog>();
  readonly #texts = new Map<string, string | null>();
  readonly #tokens = new Map<string, TokenRecord>();
  readonly #meta = new Map<string, string>();
  readonly #followers = new LogFollowers((logId, afterSeq, limit) => this.read(logId, afterSeq, limit));
  readonly #changes = new StoreChanges();
  readonly #now: () => InstantMs;
  #current: string | null = null;
  #closed = false;

  constructor(now: () => InstantMs = machineNow) {
    this.#now = now;
  }

  async currentLog(): Promise<LogHead | null> {
    this.#assertOpen();
    return this.#current === null ? null : this.#log(this.#current).head;
  }

  async openLog(
    logId: string,
    drafts: readonly EntryDraft[],
    now: InstantMs,
    options: OpenLogOptions = {},
  ): Promise<Entry[]> {
    this.#assertOpen();
    this.#refuseMoved(logId, options);
    const entries = sealOpening(logId, drafts, now);
    this.#begin(logId, entries, options);
    return entries;
  }

  async importLog(written: WrittenLog, options: OpenLogOptions = {}): Promise<LogHead> {
    this.#assertOpen();
    this.#refuseMoved(written.logId, options);
    const head = this.#begin(written.logId, sealedEntriesOf(written), options);
    for (const { ref, words } of written.texts)
      if (words === null || !this.#texts.has(ref)) this.#texts.set(ref, words);
    for (const { key, value } of written.settings) this.#meta.set(key, value);
    return head;
  }

  async useLog(logId: string): Promise<LogHead> {
    this.#assertOpen();
    const { head } = this.#log(logId);
    this.#use(logId);
    return head;
  }

  async dropLog(logId: string): Promise<void> {
    this.#assertOpen();
    if (logId === this.#current) throw new StoreRefused('logInUse', logId);
    this.#log(logId);
    this.#logs.delete(logId);
    this.#followers.fail(new StoreRefused('unknownLog', `${logId} was dropped`), logId);
  }

  async headOf(logId: string): Promise<LogHead> {
    this.#assertOpen();
    return this.#log(logId).head;
  }

  async listLogs(): Promise<string[]> {
    this.#assertOpen();
    return [...this.#logs.keys()].sort();
  }

  async append(
    logId: string,
    expectedSeq: number,
    drafts: readonly EntryDraft[],
    now: InstantMs,
  ): Promise<AppendResult> {
    this.#assertOpen();
    const log = this.#log(logId);
    if (log.head.seq !== expectedSeq) return { ok: false, reason: 'headMoved', head: log.head };
    const entries = sealDrafts(log.head, drafts, now);
    for (const { commandId } of commandSpansOf(entries)) {
      const seq = log.firstSeqs.get(commandId);
      if (seq !== undefined) return { ok: false, reason: 'commandRepeated', head: log.head, commandId, seq };
    }
    keep(log, entries);
    this.#followers.committed(logId, entries);
    return { ok: true, entries };
  }

  async read(logId: string, afterSeq: number, limit: number): Promise<Entry[]> {
    return (await this.readStored(logId, afterSeq, limit)).map(upcastEntry);
  }

  async readStored(logId: string, afterSeq: number, limit: number): Promise<unknown[]> {
    this.#assertOpen();
    const from = Math.max(0, afterSeq);
    return this.#log(logId)
      .entries.slice(from, from + limit)
      .map((text): unknown => JSON.parse(text));
  }

  async seqOfCommand(logId: string, commandId: string): Promise<number | null> {
    this.#assertOpen();
    return this.#log(logId).firstSeqs.get(commandId) ?? null;
  }

  follow(...[logId, afterSeq, onEntries, onError]: Parameters<LogStore['follow']>): () => void {
    return this.#followers.follow(logId, afterSeq, onEntries, onError);
  }

  onChanged(listener: (change: StoreChange) => void): StopFollowing {
    return this.#changes.onChanged(listener);
  }

  async putText(ref: string, text: string): Promise<void> {
    this.#assertOpen();
    if (!this.#texts.has(ref)) this.#texts.set(ref, text);
  }

  async getText(ref: string): Promise<string | null> {
    this.#assertOpen();
    return this.#texts.get(ref) ?? null;
  }

  async eraseText(ref: string): Promise<void> {
    this.#assertOpen();
    this.#texts.set(ref, null);
  }

  readonly tokens: TokenStore = {
    put: async (token) => {
      this.#assertOpen();
      this.#tokens.set(token.tokenHash, { ...token });
      this.#changes.tell('tokens');
    },
    find: async (tokenHash) => {
      this.#assertOpen();
      return this.#tokens.get(tokenHash) ?? null;
    },
    list: async () => {
      this.#assertOpen();
      return [...this.#tokens.values()].sort(
        (a, b) => a.createdAt - b.createdAt || (a.tokenHash < b.tokenHash ? -1 : 1),
      );
    },
    revoke: async (tokenHash, at) => {
      this.#assertOpen();
      const token = this.#tokens.get(tokenHash);
      if (token === undefined) return false;
      this.#tokens.set(tokenHash, { ...token, revokedAt: token.revokedAt ?? at });
      this.#changes.tell('tokens');
      return true;
    },
  };

  async getMeta(key: string): Promise<string | null> {
    this.#assertOpen();
    return this.#meta.get(key) ?? null;
  }

  async putMeta(key: string, value: string): Promise<void> {
    this.#assertOpen();
    this.#meta.set(key, value);
  }

  async swapMeta(key: string, expected: string | null, value: string): Promise<boolean> {
    this.#assertOpen();
    if ((this.#meta.get(key) ?? null) !== expected) return false;
    this.#meta.set(key, value);
    return true;
  }

  async storeTime(): Promise<InstantMs> {
    this.#assertOpen();
    return this.#now();
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    this.#followers.fail(new StoreUnavailable('it was closed'));
  }

  #use(logId: string): void {
    this.#current = logId;
    this.#changes.tell('currentLog');
  }

  #assertOpen(): void {
    if (this.#closed) throw new StoreUnavailable('it was closed');
  }

  #refuseMoved(logId: string, { expectedCurrent }: OpenLogOptions): void {
    if (expectedCurrent !== undefined && expectedCurrent !== this.#current) {
      throw new StoreRefused('currentMoved', `the log in use is ${this.#current ?? 'none'}`);
    }
    if (this.#logs.has(logId)) throw new StoreRefused('logExists', logId);
  }

  #begin(logId: string, entries: readonly Entry[], { inUse = true }: OpenLogOptions): LogHead {
    const log: KeptLog = { head: headAfter(logId, entries), entries: [], firstSeqs: new Map(), entryIds: new Set() };
    keep(log, entries);
    this.#logs.set(logId, log);
    if (inUse) this.#use(logId);
    return log.head;
  }

  #log(logId: string): KeptLog {
    const log = this.#logs.get(logId);
    if (log === undefined) throw new StoreRefused('unknownLog', logId);
    return log;
  }
}

function keep(log: KeptLog, entries: readonly Entry[]): void {
  const entryIds = entries.map(({ entryId }) => entryId);
  if (new Set(entryIds).size < entryIds.length || entryIds.some((entryId) => log.entryIds.has(entryId))) {
    throw new StoreRefused('invalidDraft', 'the log has an entry with such an id already');
  }
  for (const entryId of entryIds) log.entryIds.add(entryId);
  for (const { commandId, seq } of commandSpansOf(entries)) log.firstSeqs.set(commandId, seq);
  for (const entry of entries) log.entries.push(JSON.stringify(entry));
  log.head = headAfter(log.head.logId, entries);
}
