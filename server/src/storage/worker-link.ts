import type { CallAnswer, CallArgs, CallFailure, CallName, WorkerReply, WorkerRequest } from './sqlite-calls.ts';
import { openingReplyId } from './sqlite-calls.ts';
import { StoreRefused } from './store-refused.ts';
import { StoreUnavailable } from './store-unavailable.ts';

/** What the link needs of a `Worker`. */
export interface LinkedWorker {
  postMessage(request: WorkerRequest): void;
  on(event: 'message', listener: (replies: readonly WorkerReply[]) => void): unknown;
  on(event: 'error', listener: (error: unknown) => void): unknown;
  on(event: 'exit', listener: (exitCode: number) => void): unknown;
}

interface Pending {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** The main thread's end of the store's worker: calls become promises, and its death rejects every one of them. */
export class WorkerLink {
  /** Resolves when the worker has its database open. */
  readonly opened: Promise<void>;
  /** Resolves when the worker has ended, for whatever reason. */
  readonly ended: Promise<StoreUnavailable>;
  readonly #worker: LinkedWorker;
  readonly #pending = new Map<number, Pending>();
  #nextId = openingReplyId;
  #death: StoreUnavailable | null = null;

  constructor(worker: LinkedWorker) {
    this.#worker = worker;
    this.opened = this.#awaitReply((id) => id).then(() => undefined);
    this.ended = new Promise((resolve) => {
      // 'error' comes before 'exit' and knows why; calls made in between must not wait for ever.
      worker.on('error', (error) => {
        this.#die(new StoreUnavailable('its worker failed', error));
      });
      worker.on('exit', (exitCode) => {
        resolve(this.#die(new StoreUnavailable(`its worker ended with code ${exitCode}`)));
      });
    });
    worker.on('message', (replies) => {
      for (const reply of replies) this.#settle(reply);
    });
  }

  /** Asks the worker; rejects with what the call failed of. */
  call<N extends CallName>(name: N, ...args: CallArgs<N>): Promise<CallAnswer<N>> {
    return this.#awaitReply((id) => {
      this.#worker.postMessage({ id, name, args });
      // The worker answers a call with what the method of that name returned.
    }) as Promise<CallAnswer<N>>;
  }

  /** Lets the worker finish what it was asked, close the database and end. */
  async close(): Promise<void> {
    await this.#awaitReply((id) => {
      this.#worker.postMessage({ id, name: 'close' });
    });
  }

  #awaitReply(send: (id: number) => void): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (this.#death !== null) {
        reject(this.#death);
        return;
      }
      const id = this.#nextId++;
      this.#pending.set(id, { resolve, reject });
      try {
        send(id);
      } catch (error) {
        // What cannot be cloned across the border (a function in a draft) is the caller's bug, not the store's.
        this.#pending.delete(id);
        reject(new StoreRefused('invalidDraft', String(error)));
      }
    });
  }

  #settle(reply: WorkerReply): void {
    const pending = this.#pending.get(reply.id);
    this.#pending.delete(reply.id);
    if (reply.ok) pending?.resolve(reply.value);
    else pending?.reject(errorOf(reply.failure));
  }

  #die(death: StoreUnavailable): StoreUnavailable {
    this.#death ??= death;
    for (const { reject } of this.#pending.values()) reject(this.#death);
    this.#pending.clear();
    return this.#death;
  }
}

function errorOf(failure: CallFailure): Error {
  return failure.kind === 'refused'
    ? new StoreRefused(failure.reason, failure.message)
    : new StoreUnavailable(failure.message);
}
