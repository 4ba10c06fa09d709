import type { Entry } from '@yavka/shared/log/entry';

import type { LogStore, StopFollowing } from './log-store.ts';

const pageSize = 500;

interface Follower {
  readonly logId: string;
  readonly onEntries: (entries: Entry[]) => void;
  readonly onError: (error: Error) => void;
  /** The seq given out last. */
  position: number;
  reading: boolean;
  /** Something was appended while a page was being read: look once more. */
  again: boolean;
  stopped: boolean;
}

/**
 * Who follows which log, for any adapter. A follower that is at the head is handed new entries as they are committed;
 * one that is behind reads pages until it has caught up. Only a page or a batch that starts right after its position is
 * given out, so a race between the two can neither lose an entry nor give one twice.
 */
export class LogFollowers {
  readonly #read: LogStore['read'];
  readonly #followers = new Set<Follower>();

  constructor(read: LogStore['read']) {
    this.#read = read;
  }

  follow(
    logId: string,
    afterSeq: number,
    onEntries: (entries: Entry[]) => void,
    onError: (error: Error) => void,
  ): StopFollowing {
    const follower: Follower = {
      logId,
      onEntries,
      onError,
      position: afterSeq,
      reading: false,
      again: false,
      stopped: false,
    };
    this.#followers.add(follower);
    void this.#catchUp(follower);
    return () => {
      this.#drop(follower);
    };
  }

  /** These entries have just been committed to the log. */
  committed(logId: string, entries: Entry[]): void {
    const first = entries[0];
    if (first === undefined) return;
    for (const follower of [...this.#followers]) {
      if (follower.logId !== logId || follower.stopped) continue;
      if (!follower.reading && follower.position + 1 === first.seq) this.#deliver(follower, entries);
      else void this.#catchUp(follower);
    }
  }

  /** The log may have grown by another's hand: every follower of it looks, or only those that are behind `headSeq`. */
  lookAgain(logId: string, headSeq = Infinity): void {
    for (const follower of [...this.#followers]) {
      if (follower.logId === logId && follower.position < headSeq) void this.#catchUp(follower);
    }
  }

  /** The logs that somebody follows. */
  logIds(): string[] {
    return [...new Set([...this.#followers].map(({ logId }) => logId))];
  }

  /** Tells the followers of a log, or all of them, that no more will come, and lets them go. */
  fail(error: Error, logId?: string): void {
    for (const follower of [...this.#followers]) {
      if (logId === undefined || follower.logId === logId) this.#failOne(follower, error);
    }
  }

  async #catchUp(follower: Follower): Promise<void> {
    if (follower.reading) {
      follower.again = true;
      return;
    }
    follower.reading = true;
    try {
      for (let more = true; more && !follower.stopped;) {
        follower.again = false;
        const page = await this.#read(follower.logId, follower.position, pageSize);
        if (page.length > 0) this.#deliver(follower, page);
        more = page.length === pageSize || follower.again;
      }
    } catch (error) {
      this.#failOne(follower, asError(error));
    } finally {
      follower.reading = false;
    }
  }

  #deliver(follower: Follower, entries: Entry[]): void {
    const last = entries.at(-1);
    if (follower.stopped || last === undefined) return;
    follower.position = last.seq;
    try {
      follower.onEntries(entries);
    } catch (error) {
      // A reader that cannot take an entry must not fail the writer, nor be given the next one as if nothing was.
      this.#failOne(follower, asError(error));
    }
  }

  #failOne(follower: Follower, error: Error): void {
    if (follower.stopped) return;
    this.#drop(follower);
    follower.onError(error);
  }

  #drop(follower: Follower): void {
    follower.stopped = true;
    this.#followers.delete(follower);
  }
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}
