import type { InstantMs } from '@yavka/shared/ids';
import type { Entry, EntryDraft } from '@yavka/shared/log/entry';

/** Where a log ends: its newest entry's place, hash and time. */
export interface LogHead {
  readonly logId: string;
  readonly seq: number;
  readonly hash: string;
  readonly recordedAt: InstantMs;
}

/**
 * What became of an append. `headMoved`: somebody else wrote first; follow to `head` and decide again.
 * `commandRepeated`: the log has that command already, at `seq`; answer as the first time. Nothing is written in either.
 */
export type AppendResult =
  | { readonly ok: true; readonly entries: Entry[] }
  | { readonly ok: false; readonly reason: 'headMoved'; readonly head: LogHead }
  | {
      readonly ok: false;
      readonly reason: 'commandRepeated';
      readonly head: LogHead;
      readonly commandId: string;
      readonly seq: number;
    };

export interface OpenLogOptions {
  /** False stages the log: it can be appended to and read, and `useLog` swaps it in. True when left out. */
  readonly inUse?: boolean;
  /** The log the caller believes is in use, null for none; another one is refused with `currentMoved`. */
  readonly expectedCurrent?: string | null;
}

/** A log as another store had it, and what lies beside it and belongs to it. */
export interface WrittenLog {
  readonly logId: string;
  /** Every entry from seq 1 as the text that was stored, of whatever version, proven by the caller. */
  readonly entries: readonly string[];
  /** The words that the entries name by reference; null for erased ones, which are erased here too. */
  readonly texts: readonly { readonly ref: string; readonly words: string | null }[];
  /** Small settings that belong to the log. */
  readonly settings: readonly { readonly key: string; readonly value: string }[];
}

/** An access token as the store keeps it: never the token, only its hash. */
export interface TokenRecord {
  readonly tokenHash: string;
  /** A word of the access layer's; the store keeps it as given. */
  readonly role: string;
  readonly label: string;
  readonly createdAt: InstantMs;
  readonly revokedAt: InstantMs | null;
}

export interface TokenStore {
  /** Keeps a token; one with the same hash is replaced. */
  put(token: TokenRecord): Promise<void>;
  /** The token with this hash, revoked or not, or null. */
  find(tokenHash: string): Promise<TokenRecord | null>;
  /** All tokens, oldest first. */
  list(): Promise<TokenRecord[]>;
  /** Revokes it at `at`, once: a repeat keeps the first time. False when there is no such token. */
  revoke(tokenHash: string, at: InstantMs): Promise<boolean>;
}

/** What changed beside the entries of a log: another log is in use, or a token was put or revoked. */
export type StoreChange = 'currentLog' | 'tokens';

/** Stops a `follow`; nothing is delivered after it returns. */
export type StopFollowing = () => void;

/**
 * The append-only log and what lies beside it. Adapters: memory, SQLite, PostgreSQL; the contract suite says what each must do.
 *
 * Every promise rejects with `StoreUnavailable` when the store cannot do it now, and with `StoreRefused` when the call
 * makes no sense (an unknown log, a draft that is no entry). Entries given out are shared: never change one.
 */
export interface LogStore {
  /** The head of the log in use, or null when the store has none. */
  currentLog(): Promise<LogHead | null>;
  /**
   * Starts a log with its first entries, of which the very first is its `log.opened`, and makes it the one in use;
   * an earlier log stays readable until `dropLog`. All in one durable transaction.
   */
  openLog(logId: string, drafts: readonly EntryDraft[], now: InstantMs, options?: OpenLogOptions): Promise<Entry[]>;
  /**
   * Keeps a log exactly as it was written elsewhere, its entries' very texts, with the words and settings that belong to
   * it, and makes it the one in use unless told otherwise. All in one durable transaction.
   */
  importLog(log: WrittenLog, options?: OpenLogOptions): Promise<LogHead>;
  /** Makes a log that was opened before the one in use, in one step. */
  useLog(logId: string): Promise<LogHead>;
  /** Deletes a log that is not in use, with its entries and commands; its followers are told `unknownLog`. */
  dropLog(logId: string): Promise<void>;
  /** The head of any log kept, in use or not. */
  headOf(logId: string): Promise<LogHead>;
  /** The ids of all logs kept, in use or not. */
  listLogs(): Promise<string[]>;

  /**
   * Appends at the expected head in one durable transaction, all or nothing. The drafts may be of several commands,
   * each command's drafts next to one another. The answer comes after the commit; followers in this process have
   * been given the entries by then, unless they are still reading history.
   */
  append(logId: string, expectedSeq: number, drafts: readonly EntryDraft[], now: InstantMs): Promise<AppendResult>;
  /** At most `limit` entries after `afterSeq`, in seq order; fewer only at the end of the log. */
  read(logId: string, afterSeq: number, limit: number): Promise<Entry[]>;
  /** As `read`, but each entry as it was written, before any upcasting: what the hashes are of. */
  readStored(logId: string, afterSeq: number, limit: number): Promise<unknown[]>;
  /** The seq of the first entry that a command wrote, or null when it wrote none. */
  seqOfCommand(logId: string, commandId: string): Promise<number | null>;
  /**
   * Calls back with the entries after `afterSeq` in seq order, each once: history first, then as they are appended.
   * Never calls back before it has returned. After `onError` nothing more comes: follow again from where you are.
   */
  follow(
    logId: string,
    afterSeq: number,
    onEntries: (entries: Entry[]) => void,
    onError: (error: Error) => void,
  ): StopFollowing;

  /**
   * Calls back when something beside the entries has changed, by this process's hand or by another's that shares the
   * store: soon after, perhaps more than once or once for several, never before it can be read. Until it is stopped.
   */
  onChanged(listener: (change: StoreChange) => void): StopFollowing;

  /** Keeps words under their reference, beside the log. Words once erased do not come back: then nothing is kept. */
  putText(ref: string, text: string): Promise<void>;
  /** The words, or null when there are none or they were erased. */
  getText(ref: string): Promise<string | null>;
  /** Destroys the words for good, also where the database would keep old pages. */
  eraseText(ref: string): Promise<void>;

  readonly tokens: TokenStore;

  /** A small setting by name, such as the replay's position; null when never put. */
  getMeta(key: string): Promise<string | null>;
  putMeta(key: string, value: string): Promise<void>;
  /** Puts `value` only if the setting is `expected` (null for never put), in one step; false when it is another. */
  swapMeta(key: string, expected: string | null, value: string): Promise<boolean>;

  /** The store's own time, one for all processes that share it; a store that nobody shares has its machine's. */
  storeTime(): Promise<InstantMs>;

  /** Finishes what was asked for, then closes; every later call rejects with `StoreUnavailable`. Can be repeated. */
  close(): Promise<void>;
}
