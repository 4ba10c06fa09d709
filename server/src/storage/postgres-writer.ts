import type { InstantMs } from '@yavka/shared/ids';
import type { Entry, EntryDraft } from '@yavka/shared/log/entry';

import type { AppendResult, LogHead } from './log-store.ts';
import { entryTaken } from './postgres-log.ts';
import type { PostgresLog } from './postgres-log.ts';
import { commandSpansOf, headAfter, sealDrafts } from './seal-drafts.ts';
import { StoreUnavailable } from './store-unavailable.ts';

/** How many entries appends that wait together may bring into one transaction. */
const groupLimit = 4_000;
/** How often an append at a head that stands where it was believed to be, and yet was refused, is tried again. */
const triesLimit = 5;

interface Append {
  readonly logId: string;
  readonly expectedSeq: number;
  readonly drafts: readonly EntryDraft[];
  readonly now: InstantMs;
  readonly resolve: (result: AppendResult) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * This process's writing, in the order in which it was asked for. Appends to one log that wait while another write is
 * under way are committed together, each judged by itself; when the database refuses the whole, one by one.
 */
export class PostgresWriter {
  readonly #log: PostgresLog;
  readonly #onCommitted: (logId: string, entries: Entry[]) => void;
  readonly #onHeadMoved: (logId: string) => void;
  /** Where each log ended after this process's last write: a belief, which the database confirms with every append. */
  readonly #heads = new Map<string, LogHead>();
  #waiting: (Append | (() => Promise<void>))[] = [];
  #working: Promise<void> | null = null;

  constructor(
    log: PostgresLog,
    onCommitted: (logId: string, entries: Entry[]) => void,
    onHeadMoved: (logId: string) => void,
  ) {
    this.#log = log;
    this.#onCommitted = onCommitted;
    this.#onHeadMoved = onHeadMoved;
  }

  append(logId: string, expectedSeq: number, drafts: readonly EntryDraft[], now: InstantMs): Promise<AppendResult> {
    return new Promise((resolve, reject) => {
      this.#ask({ logId, expectedSeq, drafts, now, resolve, reject });
    });
  }

  /** Runs another write after those asked for before it, and before those asked for after it. */
  inTurn<T>(write: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#ask(() => write().then(resolve, reject));
    });
  }

  /** Resolves when everything asked for so far has been answered. */
  async drained(): Promise<void> {
    while (this.#working !== null) await this.#working;
  }

  #ask(write: Append | (() => Promise<void>)): void {
    this.#waiting.push(write);
    // In a turn of its own, so that what is asked for in this one goes together.
    this.#working ??= Promise.resolve().then(() => this.#work());
  }

  async #work(): Promise<void> {
    for (let first = this.#waiting.shift(); first !== undefined; first = this.#waiting.shift()) {
      if (typeof first === 'function') {
        await first();
        continue;
      }
      const group = [first];
      let size = first.drafts.length;
      for (let next = this.#waiting[0]; next !== undefined; next = this.#waiting[0]) {
        if (typeof next === 'function' || next.logId !== first.logId) break;
        size += next.drafts.length;
        if (size > groupLimit) break;
        group.push(next);
        this.#waiting.shift();
      }
      await this.#write(first.logId, group);
    }
    // In the same turn as the last look at what waits: whatever is asked for later starts the work anew.
    this.#working = null;
  }

  async #write(logId: string, group: readonly Append[]): Promise<void> {
    try {
      if (group.length > 1) {
        if (await this.#writeTogether(logId, group)) return;
        for (const append of group) await this.#write(logId, [append]);
        return;
      }
      for (const append of group) append.resolve(await this.#writeAlone(append));
    } catch (error) {
      this.#heads.delete(logId);
      for (const { reject } of group) reject(error);
    }
  }

  /** True when the group has been written and answered; false when it has not, and nothing of it was. */
  async #writeTogether(logId: string, group: readonly Append[]): Promise<boolean> {
    const before = this.#heads.get(logId) ?? (await this.#log.headOf(logId));
    let head = before;
    const written: Entry[][] = [];
    for (const { expectedSeq, drafts, now } of group) {
      if (expectedSeq !== head.seq) return false;
      try {
        const entries = sealDrafts(head, drafts, now);
        commandSpansOf(entries);
        written.push(entries);
        head = headAfter(logId, entries);
      } catch {
        return false;
      }
    }
    const outcome = await this.#log.appendAt(before, written.flat());
    if (outcome !== 'written') {
      this.#heads.delete(logId);
      return false;
    }
    this.#heads.set(logId, head);
    for (const [index, entries] of written.entries()) {
      this.#onCommitted(logId, entries);
      group[index]?.resolve({ ok: true, entries });
    }
    return true;
  }

  async #writeAlone({ logId, expectedSeq, drafts, now }: Append): Promise<AppendResult> {
    for (let tries = 0; tries < triesLimit; tries += 1) {
      const believed = this.#heads.get(logId);
      const head = believed?.seq === expectedSeq ? believed : await this.#log.headOf(logId);
      if (head.seq !== expectedSeq) return this.#headMoved(head);
      const entries = sealDrafts(head, drafts, now);
      const commandIds = commandSpansOf(entries).map(({ commandId }) => commandId);
      const outcome = await this.#log.appendAt(head, entries);
      if (outcome === 'written') {
        this.#heads.set(logId, headAfter(logId, entries));
        this.#onCommitted(logId, entries);
        return { ok: true, entries };
      }
      this.#heads.delete(logId);
      const stands = await this.#log.headOf(logId);
      if (stands.seq !== expectedSeq) return this.#headMoved(stands);
      if (outcome === 'headMoved') continue;
      const known = await this.#log.firstSeqsOf(logId, commandIds);
      for (const commandId of commandIds) {
        const seq = known.get(commandId);
        if (seq !== undefined) return { ok: false, reason: 'commandRepeated', head: stands, commandId, seq };
      }
      throw entryTaken();
    }
    throw new StoreUnavailable(`the head of ${logId} does not stand still`);
  }

  #headMoved(head: LogHead): AppendResult {
    this.#onHeadMoved(head.logId);
    return { ok: false, reason: 'headMoved', head };
  }
}
