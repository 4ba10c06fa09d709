/**
 * Why a store refuses a call that its caller should not have made; nothing was written.
 * - `unknownLog`: no log has that id (it may have been dropped)
 * - `logExists`: a log with that id is there already
 * - `logInUse`: the log in use is not dropped
 * - `currentMoved`: another log is in use than the caller believed
 * - `invalidDraft`: a draft is not an entry that could be read back, or a log does not begin as one
 */
export type StoreRefusal = 'unknownLog' | 'logExists' | 'logInUse' | 'currentMoved' | 'invalidDraft';

/** A refusal by a store that works: a race that the caller lost, or a bug of the caller. */
export class StoreRefused extends Error {
  override readonly name = 'StoreRefused';
  readonly reason: StoreRefusal;

  constructor(reason: StoreRefusal, detail: string) {
    super(`the store refused (${reason}): ${detail}`);
    this.reason = reason;
  }
}
