import type { InstantMs } from '@yavka/shared/ids';
import type { EntryDraft } from '@yavka/shared/log/entry';

import type { AppendResult, LogHead, OpenLogOptions, TokenRecord, WrittenLog } from './log-store.ts';
import type { StoreRefusal } from './store-refused.ts';

/** As `AppendResult`; entries as the JSON texts that were written, which cross the thread's border most cheaply. */
export type StoredAppend = { readonly ok: true; readonly texts: string[] } | Exclude<AppendResult, { ok: true }>;

/** What the worker does for the port, one synchronous call each: the port's methods, entries as JSON texts. */
export interface SqliteCalls {
  currentLog(): LogHead | null;
  openLog(logId: string, drafts: readonly EntryDraft[], now: InstantMs, options: OpenLogOptions): string[];
  importLog(log: WrittenLog, options: OpenLogOptions): LogHead;
  useLog(logId: string): LogHead;
  dropLog(logId: string): void;
  headOf(logId: string): LogHead;
  listLogs(): string[];
  append(logId: string, expectedSeq: number, drafts: readonly EntryDraft[], now: InstantMs): StoredAppend;
  readStored(logId: string, afterSeq: number, limit: number): string[];
  seqOfCommand(logId: string, commandId: string): number | null;
  putText(ref: string, text: string): void;
  getText(ref: string): string | null;
  eraseText(ref: string): void;
  putToken(token: TokenRecord): void;
  findToken(tokenHash: string): TokenRecord | null;
  listTokens(): TokenRecord[];
  revokeToken(tokenHash: string, at: InstantMs): boolean;
  getMeta(key: string): string | null;
  putMeta(key: string, value: string): void;
  swapMeta(key: string, expected: string | null, value: string): boolean;
}

export type CallName = keyof SqliteCalls;
export type CallArgs<N extends CallName> = Parameters<SqliteCalls[N]>;
export type CallAnswer<N extends CallName> = ReturnType<SqliteCalls[N]>;

/** Calls that write nothing: a batch of only these needs no write lock. */
export const readingCalls: ReadonlySet<CallName> = new Set<CallName>([
  'currentLog',
  'headOf',
  'listLogs',
  'readStored',
  'seqOfCommand',
  'getText',
  'findToken',
  'listTokens',
  'getMeta',
]);

/** Main thread to worker. `close` finishes what came before it. */
export type WorkerRequest =
  | { readonly id: number; readonly name: CallName; readonly args: readonly unknown[] }
  | { readonly id: number; readonly name: 'close' };
export type WorkerCall = Exclude<WorkerRequest, { name: 'close' }>;

/** Why a call failed, in a form that crosses the thread's border: the store's errors are made again from it. */
export type CallFailure =
  | { readonly kind: 'refused'; readonly reason: StoreRefusal; readonly message: string }
  | { readonly kind: 'unavailable'; readonly message: string };

export type WorkerReply =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly failure: CallFailure };

/** The reply to no call, sent first: the database is open, or why it is not. */
export const openingReplyId = 0;

/** What the worker is started with. */
export interface WorkerSettings {
  readonly file: string;
  readonly busyTimeoutMs: number;
}
