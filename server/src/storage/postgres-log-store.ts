import type { InstantMs, Mode } from '@yavka/shared/ids';
import type { Entry, EntryDraft } from '@yavka/shared/log/entry';
import { upcastEntry } from '@yavka/shared/log/upcast-entry';

import { askTogether } from './ask-together.ts';
import { LogFollowers } from './log-followers.ts';
import type {
  AppendResult,
  LogHead,
  LogStore,
  OpenLogOptions,
  StopFollowing,
  StoreChange,
  TokenStore,
  WrittenLog,
} from './log-store.ts';
import { PostgresLink } from './postgres-link.ts';
import { PostgresLog } from './postgres-log.ts';
import type { StoreState } from './postgres-log.ts';
import { migrateSchema, schemaOf } from './postgres-schema.ts';
import { PostgresTokens } from './postgres-tokens.ts';
import { PostgresWatch } from './postgres-watch.ts';
import type { WatchSettings } from './postgres-watch.ts';
import { PostgresWriter } from './postgres-writer.ts';
import { StoreChanges } from './store-changes.ts';
import { StoreRefused } from './store-refused.ts';
import { StoreUnavailable } from './store-unavailable.ts';
import { storedEntry } from './stored-entry.ts';

export interface PostgresStoreOptions {
  /** `postgres://user:password@host:port/database`. */
  readonly url: string;
  /** Each mode has a schema of its own, so a rehearsal cannot touch the live day. */
  readonly mode: Mode;
  /** How long anything asked of the database may take, milliseconds; 5 s when left out. */
  readonly limitMs?: number;
  /** How often to look for what other nodes wrote, milliseconds; 250 when left out. */
  readonly pollMs?: number;
}

/** How long a start waits at most for another one's making of the schema, milliseconds. */
const migrationLimitMs = 60_000;

/**
 * Opens the store of a mode in a database that many nodes may share, making its schema when it is not there.
 *
 * @throws StoreUnavailable when the database does not answer, would lose what it says it kept (`synchronous_commit`), or
 * was made by a newer program
 */
export async function openPostgresLogStore({
  url,
  mode,
  limitMs = 5_000,
  pollMs = 250,
}: PostgresStoreOptions): Promise<LogStore> {
  const schema = schemaOf(mode);
  const migration = new PostgresLink({ url, limitMs: Math.max(limitMs, migrationLimitMs), connectMs: limitMs });
  try {
    await migration.transaction((connection) => migrateSchema(connection, schema));
  } finally {
    await migration.close();
  }
  const settings = { url, limitMs, connectMs: limitMs };
  const link = new PostgresLink(settings);
  const log = new PostgresLog(link, schema);
  try {
    const watch = { link: settings, channel: schema, pollMs };
    return new PostgresLogStore(link, log, watch, await log.state([]));
  } catch (error) {
    await link.close();
    throw error;
  }
}

/** The port over a database that other nodes write too. */
class PostgresLogStore implements LogStore {
  readonly #link: PostgresLink;
  readonly #log: PostgresLog;
  readonly #tokens: PostgresTokens;
  readonly #channel: string;
  readonly #followers = new LogFollowers((logId, afterSeq, limit) => this.read(logId, afterSeq, limit));
  readonly #changes = new StoreChanges();
  readonly #writer: PostgresWriter;
  readonly #watch: PostgresWatch;
  readonly #seqsOf = new Map<string, (commandId: string) => Promise<number | null>>();
  #hinting = false;
  #closing: Promise<void> | null = null;

  constructor(link: PostgresLink, log: PostgresLog, watch: WatchSettings, first: StoreState) {
    this.#link = link;
    this.#log = log;
    this.#channel = watch.channel;
    this.#tokens = new PostgresTokens(link, watch.channel);
    this.#writer = new PostgresWriter(
      log,
      (logId, entries) => {
        this.#followers.committed(logId, entries);
        this.#hint();
      },
      (logId) => {
        this.#followers.lookAgain(logId);
      },
    );
    this.#watch = new PostgresWatch(
      watch,
      first,
      () => log.state(this.#followers.logIds()),
      (seen, changes) => {
        for (const [logId, seq] of seen.heads) this.#followers.lookAgain(logId, seq);
        for (const logId of seen.gone) this.#followers.fail(dropped(logId), logId);
        for (const change of changes) this.#changes.tell(change);
      },
    );
  }

  async currentLog(): Promise<LogHead | null> {
    return this.#open.currentLog();
  }

  async openLog(
    logId: string,
    drafts: readonly EntryDraft[],
    now: InstantMs,
    options: OpenLogOptions = {},
  ): Promise<Entry[]> {
    const log = this.#open;
    return this.#changing(() => log.openLog(logId, drafts, now, options));
  }

  async importLog(written: WrittenLog, options: OpenLogOptions = {}): Promise<LogHead> {
    const log = this.#open;
    return this.#changing(() => log.importLog(written, options));
  }

  async useLog(logId: string): Promise<LogHead> {
    const log = this.#open;
    return this.#changing(() => log.useLog(logId));
  }

  async dropLog(logId: string): Promise<void> {
    const log = this.#open;
    await this.#changing(() => log.dropLog(logId));
    this.#seqsOf.delete(logId);
    this.#followers.fail(dropped(logId), logId);
  }

  async headOf(logId: string): Promise<LogHead> {
    return this.#open.headOf(logId);
  }

  async listLogs(): Promise<string[]> {
    return this.#open.listLogs();
  }

  async append(
    logId: string,
    expectedSeq: number,
    drafts: readonly EntryDraft[],
    now: InstantMs,
  ): Promise<AppendResult> {
    this.#assertOpen();
    return this.#writer.append(logId, expectedSeq, drafts, now);
  }

  async read(logId: string, afterSeq: number, limit: number): Promise<Entry[]> {
    return (await this.readStored(logId, afterSeq, limit)).map(upcastEntry);
  }

  async readStored(logId: string, afterSeq: number, limit: number): Promise<unknown[]> {
    return (await this.#open.readStored(logId, afterSeq, limit)).map(storedEntry);
  }

  async seqOfCommand(logId: string, commandId: string): Promise<number | null> {
    const log = this.#open;
    const known = this.#seqsOf.get(logId);
    const seqOf = known ?? askTogether((commandIds: readonly string[]) => log.firstSeqsOf(logId, commandIds));
    if (known === undefined) this.#seqsOf.set(logId, seqOf);
    return seqOf(commandId);
  }

  follow(...[logId, afterSeq, onEntries, onError]: Parameters<LogStore['follow']>): StopFollowing {
    return this.#followers.follow(logId, afterSeq, onEntries, onError);
  }

  onChanged(listener: (change: StoreChange) => void): StopFollowing {
    return this.#changes.onChanged(listener);
  }

  async putText(ref: string, text: string): Promise<void> {
    return this.#open.beside.putText(ref, text);
  }

  async getText(ref: string): Promise<string | null> {
    return this.#open.beside.getText(ref);
  }

  async eraseText(ref: string): Promise<void> {
    return this.#open.beside.eraseText(ref);
  }

  readonly tokens: TokenStore = {
    put: async (token) => {
      this.#assertOpen();
      return this.#changing(() => this.#tokens.put(token));
    },
    find: async (tokenHash) => {
      this.#assertOpen();
      return this.#tokens.find(tokenHash);
    },
    list: async () => {
      this.#assertOpen();
      return this.#tokens.list();
    },
    revoke: async (tokenHash, at) => {
      this.#assertOpen();
      return this.#changing(() => this.#tokens.revoke(tokenHash, at));
    },
  };

  async getMeta(key: string): Promise<string | null> {
    return this.#open.beside.getMeta(key);
  }

  async putMeta(key: string, value: string): Promise<void> {
    return this.#open.beside.putMeta(key, value);
  }

  async swapMeta(key: string, expected: string | null, value: string): Promise<boolean> {
    return this.#open.beside.swapMeta(key, expected, value);
  }

  async storeTime(): Promise<InstantMs> {
    return this.#open.storeTime();
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    await this.#writer.drained();
    await this.#watch.stop();
    await this.#link.close();
    this.#followers.fail(new StoreUnavailable('it was closed'));
  }

  /** A write in its turn, after which this node looks at what it has changed, as the others do. */
  async #changing<T>(write: () => Promise<T>): Promise<T> {
    const result = await this.#writer.inTurn(write);
    void this.#watch.look();
    this.#hint();
    return result;
  }

  /** Tells the other nodes to look. Only a hint: it may get lost, and a database without NOTIFY does without. */
  #hint(): void {
    if (this.#hinting || this.#closing !== null) return;
    this.#hinting = true;
    // What is committed until this turn ends is told of at once.
    setImmediate(() => {
      this.#hinting = false;
      void this.#link
        .rows('SELECT pg_notify($1, $2)', [this.#channel, this.#watch.ownMark ?? ''])
        .catch(() => undefined);
    });
  }

  get #open(): PostgresLog {
    this.#assertOpen();
    return this.#log;
  }

  #assertOpen(): void {
    if (this.#closing !== null) throw new StoreUnavailable('it was closed');
  }
}

function dropped(logId: string): StoreRefused {
  return new StoreRefused('unknownLog', `${logId} was dropped`);
}
