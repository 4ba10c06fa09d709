import { genesisHash } from './seal.ts';
import type { ElectionState } from './state.ts';

/** The state before the first entry of any log. */
export function emptyState(): ElectionState {
  return {
    logId: '',
    electionId: '',
    packHash: '',
    mode: 'rehearsal',
    seq: 0,
    hash: genesisHash,
    recordedAt: 0,
    electorates: {},
    announcements: {},
    figures: {},
    stations: {},
    stationCounts: {},
    dispatches: {},
    withholdings: {},
  };
}
