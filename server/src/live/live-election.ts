import { applyEntry } from '@yavka/shared/log/apply-entry';
import type { Audience } from '@yavka/shared/log/audience';
import { audienceView } from '@yavka/shared/log/audience-view';
import { emptyState } from '@yavka/shared/log/empty-state';
import type { AudienceEntry, Entry } from '@yavka/shared/log/entry';
import type { ElectionState } from '@yavka/shared/log/state';

/** What one audience has been told: its fold, and the entries that made it, as it may see them. */
export interface Told {
  readonly state: ElectionState;
  /** In seq order without gaps; `entries[0].seq` is 1. */
  readonly entries: readonly AudienceEntry[];
}

/**
 * The only committed copy of an election's state in the process: it follows the log and folds it, once for the desk
 * (everything) and once for the public (what it may see, through the same reducer).
 */
export interface LiveElection {
  told(audience: Audience): Told;
  /** Resolves when the log has been followed as far as `seq`. */
  reached(seq: number): Promise<void>;
  /** Called after each batch of followed entries. Returns the unsubscriber. */
  onFollowed(listener: () => void): () => void;
  /** For the store's follower: entries in seq order. Throws when they do not follow, which is a bug of the store. */
  take(entries: readonly Entry[]): void;
}

export function liveElection(): LiveElection {
  const told: Record<Audience, { state: ElectionState; entries: AudienceEntry[] }> = {
    desk: { state: emptyState(), entries: [] },
    public: { state: emptyState(), entries: [] },
  };
  const listeners = new Set<() => void>();
  let waiting: { seq: number; resolve: () => void }[] = [];

  return {
    told: (audience) => told[audience],
    reached: (seq) =>
      told.desk.state.seq >= seq ? Promise.resolve() : new Promise((resolve) => waiting.push({ seq, resolve })),
    onFollowed: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    take: (entries) => {
      for (const entry of entries) {
        if (entry.seq !== told.desk.state.seq + 1) {
          throw new Error(`the store handed seq ${String(entry.seq)} after ${String(told.desk.state.seq)}`);
        }
        for (const audience of ['desk', 'public'] as const) {
          const seen = audienceView(entry, audience);
          told[audience].state = applyEntry(told[audience].state, seen);
          told[audience].entries.push(seen);
        }
      }
      const reached = told.desk.state.seq;
      const [due, later] = [waiting.filter(({ seq }) => seq <= reached), waiting.filter(({ seq }) => seq > reached)];
      waiting = later;
      for (const { resolve } of due) resolve();
      for (const listener of listeners) listener();
    },
  };
}
