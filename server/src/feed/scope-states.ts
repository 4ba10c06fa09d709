import { applyEntries } from '@yavka/shared/log/apply-entry';
import type { Audience } from '@yavka/shared/log/audience';
import { emptyState } from '@yavka/shared/log/empty-state';
import type { ElectionState } from '@yavka/shared/log/state';
import type { ElectionPack } from '@yavka/shared/pack/pack';
import type { Scope } from '@yavka/shared/protocol/wire';

import type { ElectionHost } from '../live/election-host.ts';
import { scopeView } from './scope-view.ts';

/** The states of scopes other than the summary, for snapshots. */
export interface ScopeStates {
  /** What the scope's readers have folded when they are at `seq` of the log in use; `seq` never runs back within a log. */
  at(audience: Audience, scope: Scope, seq: number): ElectionState;
}

/** Folds what is new since the last time it was asked: whoever asks often, of a long log, costs no more than the news. */
export function scopeStates(host: ElectionHost, pack: ElectionPack): ScopeStates {
  const folded = new Map<string, ElectionState>();
  return {
    at: (audience, scope, seq) => {
      const key = `${audience}.${scope}`;
      const { logId, live } = host.current();
      const held = folded.get(key);
      const from = held?.logId === logId && held.seq <= seq ? held : emptyState();
      const news = live.told(audience).entries.slice(from.seq, seq);
      const state = applyEntries(
        from,
        news.map((entry) => scopeView(entry, scope, pack)),
      );
      folded.set(key, state);
      return state;
    },
  };
}
