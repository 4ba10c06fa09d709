import type { Entry } from '@yavka/shared/log/entry';
import { entrySchema } from '@yavka/shared/log/entry';
import { chainHash, contentHashOf, genesisHash } from '@yavka/shared/log/seal';
import { upcastEntry } from '@yavka/shared/log/upcast-entry';
import { omit } from 'zod/mini';

import type { LogHead, LogStore } from './log-store.ts';

/** What is wrong with a log, at the first place where something is. */
export type LogProblem =
  | 'unreadable'
  | 'outOfPlace'
  | 'hashBroken'
  | 'timeRanBack'
  | 'notOpened'
  | 'openedAgain'
  | 'commandRepeated'
  | 'headDiffers';

export interface LogVerification {
  /** How many entries are true, up to the end or the break. */
  readonly entries: number;
  /** The hash of the last of them: two copies of a log that end in the same hash are the same. */
  readonly headHash: string;
  readonly brokenSeq: number | null;
  readonly problem: LogProblem | null;
  /** For people and logs: what was found there. */
  readonly detail: string | null;
}

interface Break {
  readonly problem: LogProblem;
  readonly detail: string;
}

/** What the chain is made of, whatever the version of the payload. */
const envelopeSchema = omit(entrySchema, { v: true, payload: true });

const pageSize = 500;

/**
 * Reads a whole log in pages and proves it: places without gaps, the chain of hashes over the entries as they were
 * written, times that never run back, every entry readable by this program, `log.opened` first and nowhere else, each
 * command's entries next to one another and found under its id, and the store's head where the entries have it.
 * A log may grow meanwhile. Only what the store throws is thrown.
 */
export async function verifyLog(store: LogStore, logId: string): Promise<LogVerification> {
  const head = await store.headOf(logId);
  const proof = new LogProof(head);
  for (;;) {
    const page = await store.readStored(logId, proof.seq, pageSize);
    const starts: Entry[] = [];
    for (const raw of page) {
      const broken = proof.add(raw, (entry) => starts.push(entry));
      if (broken !== null) return proof.brokenAt(proof.seq + 1, broken);
    }
    const indexed = await Promise.all(starts.map(({ commandId }) => store.seqOfCommand(logId, commandId)));
    for (const [index, { seq, commandId }] of starts.entries()) {
      if (indexed[index] === seq) continue;
      const detail = `command ${commandId} is kept under ${indexed[index] ?? 'nothing'}`;
      return proof.brokenAt(seq, { problem: 'commandRepeated', detail });
    }
    if (page.length < pageSize) return proof.end();
  }
}

/** The proof so far: entries are added one by one in the order they are stored in. */
export class LogProof {
  seq = 0;
  #hash = genesisHash;
  #recordedAt = -Infinity;
  #commandId: string | null = null;
  readonly #commands = new Set<string>();
  readonly #head: LogHead;

  constructor(head: LogHead) {
    this.#head = head;
  }

  /** Takes one stored entry, or says what is wrong with it. `onCommand` hears of the first entry of each command. */
  add(raw: unknown, onCommand: (first: Entry) => void): Break | null {
    const envelope = envelopeSchema.safeParse(raw);
    if (!envelope.success) return { problem: 'unreadable', detail: envelope.error.message };
    const { seq, hash, recordedAt, commandId } = envelope.data;
    if (seq !== this.seq + 1) return { problem: 'outOfPlace', detail: `entry ${seq} is there` };
    const expected = chainHash(this.#hash, contentHashOf(raw as Entry));
    if (hash !== expected) return { problem: 'hashBroken', detail: `it says ${hash}, the chain gives ${expected}` };
    if (recordedAt < this.#recordedAt) return { problem: 'timeRanBack', detail: `${recordedAt} < ${this.#recordedAt}` };
    let entry: Entry;
    try {
      entry = upcastEntry(raw);
    } catch (error) {
      return { problem: 'unreadable', detail: error instanceof Error ? error.message : String(error) };
    }
    const opens = entry.payload.type === 'log.opened';
    if (opens !== (seq === 1)) return { problem: opens ? 'openedAgain' : 'notOpened', detail: entry.payload.type };
    if (commandId !== this.#commandId) {
      if (this.#commands.has(commandId)) return { problem: 'commandRepeated', detail: `command ${commandId} is back` };
      this.#commands.add(commandId);
      this.#commandId = commandId;
      onCommand(entry);
    }
    if (seq === this.#head.seq && hash !== this.#head.hash) {
      return { problem: 'headDiffers', detail: `the head says ${this.#head.hash}` };
    }
    this.seq = seq;
    this.#hash = hash;
    this.#recordedAt = recordedAt;
    return null;
  }

  /** The verdict when no entry is left: entries may have been cut off at the end, which no chain shows. */
  end(): LogVerification {
    if (this.seq < this.#head.seq) {
      const detail = `the head says ${this.#head.seq} entries, ${this.seq} are there`;
      return this.brokenAt(this.seq + 1, { problem: 'headDiffers', detail });
    }
    return { entries: this.seq, headHash: this.#hash, brokenSeq: null, problem: null, detail: null };
  }

  brokenAt(brokenSeq: number, { problem, detail }: Break): LogVerification {
    return { entries: Math.min(this.seq, brokenSeq - 1), headHash: this.#hash, brokenSeq, problem, detail };
  }
}
