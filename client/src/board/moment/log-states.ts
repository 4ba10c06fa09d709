import { applyEntries } from '@yavka/shared/log/apply-entry';
import { emptyState } from '@yavka/shared/log/empty-state';
import type { AudienceEntry } from '@yavka/shared/log/entry';
import type { ElectionState } from '@yavka/shared/log/state';

import type { MomentTrouble } from '../../feed/viewed.ts';
import { continues, rangesTo, readEntries } from '../../feed/read-entries.ts';
import type { Get } from '../../feed/read-server.ts';

/** A state is kept at every so many entries: folding from the nearest one is a matter of milliseconds. */
const keptEvery = 100;

/** The entries of one log as far as they were read, and the state at each of them. */
export interface LogStates {
  readonly logId: string;
  /** From the first one on, without gaps. */
  entries(): readonly AudienceEntry[];
  /** What was known when that entry was written: the fold of the log up to it; null where it was not read yet. */
  stateAt(seq: number): ElectionState | null;
  /**
   * Reads on as far as `head`, which the page itself holds, and holds its hash against the fold. Asked again while it
   * reads, it goes on to the later head.
   * @returns why not, or null when it has come so far
   */
  readTo(head: Head): Promise<Extract<MomentTrouble, 'unreachable' | 'broken'> | null>;
}

type Head = Pick<ElectionState, 'seq' | 'hash'>;

export function logStates(logId: string, get: Get): LogStates {
  const entries: AudienceEntry[] = [];
  /** `kept[n]` is the state after entry `n * keptEvery`. */
  const kept: ElectionState[] = [emptyState()];
  let newest = emptyState();
  let last: ElectionState | null = null;
  let turn: Promise<unknown> = Promise.resolve();

  const take = (read: readonly AudienceEntry[]): void => {
    for (const entry of read) {
      entries.push(entry);
      newest = applyEntries(newest, [entry]);
      if (newest.seq % keptEvery === 0) kept.push(newest);
    }
  };

  const readOn = async ({ seq, hash }: Head): Promise<Extract<MomentTrouble, 'unreachable' | 'broken'> | null> => {
    for (const range of rangesTo(newest.seq, seq)) {
      const reading = await readEntries(get, logId, 'summary', range);
      if (reading.kind === 'failed') return 'unreachable';
      if (reading.kind === 'unreadable' || !continues(newest, reading.entries, range.to)) return 'broken';
      take(reading.entries);
    }
    return hashAt(seq) === hash ? null : 'broken';
  };
  const hashAt = (seq: number): string | undefined => entries[seq - 1]?.hash;

  return {
    logId,
    entries: () => entries,
    stateAt: (seq) => {
      if (seq > entries.length || seq < 1) return null;
      if (seq === newest.seq) return newest;
      if (last?.seq === seq) return last;
      const base = kept[Math.floor(seq / keptEvery)] ?? emptyState();
      const nearest = last !== null && last.seq < seq && last.seq > base.seq ? last : base;
      last = applyEntries(nearest, entries.slice(nearest.seq, seq));
      return last;
    },
    readTo: (head) => {
      const done = turn.then(() => readOn(head));
      turn = done;
      return done;
    },
  };
}
