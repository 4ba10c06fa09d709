import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import type { InstantMs, Mode } from '@yavka/shared/ids';
import type { Entry, EntryDraft } from '@yavka/shared/log/entry';
import { upcastEntry } from '@yavka/shared/log/upcast-entry';

import { machineNow } from '../clock/election-clock.ts';
import type { FolderLock } from './folder-lock.ts';
import { holdFolder } from './folder-lock.ts';
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
import { startSqliteWorker } from './start-sqlite-worker.ts';
import { storeFolder, storeFolderMode } from './store-folder.ts';
import { StoreChanges } from './store-changes.ts';
import { StoreRefused } from './store-refused.ts';
import { StoreUnavailable } from './store-unavailable.ts';
import { storedEntry } from './stored-entry.ts';
import { WorkerLink } from './worker-link.ts';

export interface SqliteStoreOptions {
  /** The folder of all data; each mode has its own below it, so a rehearsal cannot touch the live day. */
  readonly dataDir: string;
  readonly mode: Mode;
  /** How long a write waits for another program that holds the database, in milliseconds; 5 s when left out. */
  readonly busyTimeoutMs?: number;
  /** How the store's thread is started; tests keep hold of it to end it. */
  readonly startWorker?: typeof startSqliteWorker;
  /** The machine's time, when it is not to be the real one. */
  readonly now?: () => InstantMs;
}

/**
 * Opens the store of a folder, making it when it is not there, and holds the folder until `close` or the process ends.
 *
 * @throws FolderHeld when another process has the folder, StoreUnavailable when it cannot be opened or a newer program
 * wrote it.
 */
export async function openSqliteLogStore({
  dataDir,
  mode,
  busyTimeoutMs = 5_000,
  startWorker = startSqliteWorker,
  now = machineNow,
}: SqliteStoreOptions): Promise<LogStore> {
  const folder = storeFolder(dataDir, mode);
  try {
    mkdirSync(folder, { recursive: true, mode: storeFolderMode });
  } catch (error) {
    throw new StoreUnavailable(`cannot make the folder ${folder}`, error);
  }
  const lock = holdFolder(folder);
  try {
    const link = new WorkerLink(startWorker({ file: join(folder, 'yavka.db'), busyTimeoutMs }));
    await link.opened;
    return new SqliteLogStore(link, lock, now);
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** The port over the worker that has the database. */
class SqliteLogStore implements LogStore {
  readonly #link: WorkerLink;
  readonly #lock: FolderLock;
  readonly #followers = new LogFollowers((logId, afterSeq, limit) => this.read(logId, afterSeq, limit));
  readonly #changes = new StoreChanges();
  readonly #now: () => InstantMs;
  #closing: Promise<void> | null = null;

  constructor(link: WorkerLink, lock: FolderLock, now: () => InstantMs) {
    this.#link = link;
    this.#lock = lock;
    this.#now = now;
    void link.ended.then((death) => {
      this.#followers.fail(death);
    });
  }

  currentLog(): Promise<LogHead | null> {
    return this.#open.call('currentLog');
  }

  async openLog(
    logId: string,
    drafts: readonly EntryDraft[],
    now: InstantMs,
    options: OpenLogOptions = {},
  ): Promise<Entry[]> {
    const texts = await this.#open.call('openLog', logId, drafts, now, options);
    if (options.inUse !== false) this.#changes.tell('currentLog');
    return texts.map(ownEntry);
  }

  async importLog(log: WrittenLog, options: OpenLogOptions = {}): Promise<LogHead> {
    const head = await this.#open.call('importLog', log, options);
    if (options.inUse !== false) this.#changes.tell('currentLog');
    return head;
  }

  async useLog(logId: string): Promise<LogHead> {
    const head = await this.#open.call('useLog', logId);
    this.#changes.tell('currentLog');
    return head;
  }

  async dropLog(logId: string): Promise<void> {
    await this.#open.call('dropLog', logId);
    this.#followers.fail(new StoreRefused('unknownLog', `${logId} was dropped`), logId);
  }

  headOf(logId: string): Promise<LogHead> {
    return this.#open.call('headOf', logId);
  }

  listLogs(): Promise<string[]> {
    return this.#open.call('listLogs');
  }

  async append(
    logId: string,
    expectedSeq: number,
    drafts: readonly EntryDraft[],
    now: InstantMs,
  ): Promise<AppendResult> {
    const result = await this.#open.call('append', logId, expectedSeq, drafts, now);
    if (!result.ok) return result;
    const entries = result.texts.map(ownEntry);
    this.#followers.committed(logId, entries);
    return { ok: true, entries };
  }

  async read(logId: string, afterSeq: number, limit: number): Promise<Entry[]> {
    return (await this.readStored(logId, afterSeq, limit)).map(upcastEntry);
  }

  async readStored(logId: string, afterSeq: number, limit: number): Promise<unknown[]> {
    const texts = await this.#open.call('readStored', logId, afterSeq, limit);
    return texts.map(storedEntry);
  }

  seqOfCommand(logId: string, commandId: string): Promise<number | null> {
    return this.#open.call('seqOfCommand', logId, commandId);
  }

  follow(...[logId, afterSeq, onEntries, onError]: Parameters<LogStore['follow']>): StopFollowing {
    return this.#followers.follow(logId, afterSeq, onEntries, onError);
  }

  onChanged(listener: (change: StoreChange) => void): StopFollowing {
    return this.#changes.onChanged(listener);
  }

  putText(ref: string, text: string): Promise<void> {
    return this.#open.call('putText', ref, text);
  }

  getText(ref: string): Promise<string | null> {
    return this.#open.call('getText', ref);
  }

  eraseText(ref: string): Promise<void> {
    return this.#open.call('eraseText', ref);
  }

  readonly tokens: TokenStore = {
    put: async (token) => {
      await this.#open.call('putToken', token);
      this.#changes.tell('tokens');
    },
    find: (tokenHash) => this.#open.call('findToken', tokenHash),
    list: () => this.#open.call('listTokens'),
    revoke: async (tokenHash, at) => {
      const revoked = await this.#open.call('revokeToken', tokenHash, at);
      if (revoked) this.#changes.tell('tokens');
      return revoked;
    },
  };

  getMeta(key: string): Promise<string | null> {
    return this.#open.call('getMeta', key);
  }

  putMeta(key: string, value: string): Promise<void> {
    return this.#open.call('putMeta', key, value);
  }

  swapMeta(key: string, expected: string | null, value: string): Promise<boolean> {
    return this.#open.call('swapMeta', key, expected, value);
  }

  async storeTime(): Promise<InstantMs> {
    if (this.#closing !== null) throw new StoreUnavailable('it was closed');
    return this.#now();
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    // A worker that has died has nothing left to finish.
    await this.#link.close().catch(() => undefined);
    this.#followers.fail(new StoreUnavailable('it was closed'));
    await this.#link.ended;
    this.#lock.release();
  }

  /** The link, for calls made before `close`. */
  get #open(): Pick<WorkerLink, 'call'> {
    if (this.#closing === null) return this.#link;
    return { call: () => Promise.reject(new StoreUnavailable('it was closed')) };
  }
}

/** An entry that this process's worker has just sealed, or written: no need to look at its shape again. */
function ownEntry(text: string): Entry {
  return JSON.parse(text) as Entry;
}
