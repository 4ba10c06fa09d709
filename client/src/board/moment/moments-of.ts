import type { AreaId, CutoffId, InstantMs } from '@yavka/shared/ids';
import { isCorrection } from '@yavka/shared/figures/figure';
import type { AudienceEntry, Entry } from '@yavka/shared/log/entry';
import { isHidden } from '@yavka/shared/log/entry';
import type { PayloadOf } from '@yavka/shared/log/payload';

export type MomentKind =
  'opened' | 'announcement' | 'correction' | 'figures' | 'stations' | 'electorate' | 'dispatch' | 'erasure';

/** An entry of the log that changed what the public knew. */
export interface LogMoment {
  readonly seq: number;
  readonly at: InstantMs;
  readonly kind: MomentKind;
  /** The cutoff that it speaks of, where it speaks of one. */
  readonly cutoff: CutoffId | null;
  /** The areas whose figures it corrects. */
  readonly corrected: readonly AreaId[];
}

/** The moments of a log in their order. What was hidden from the public changed nothing that it knew, and is none. */
export function momentsOf(entries: readonly AudienceEntry[]): LogMoment[] {
  return entries.flatMap((entry) => (isHidden(entry) ? [] : momentOf(entry)));
}

function momentOf(entry: Entry): LogMoment | [] {
  const { seq, recordedAt: at, payload } = entry;
  const plain = (kind: MomentKind): LogMoment => ({ seq, at, kind, cutoff: null, corrected: [] });
  switch (payload.type) {
    case 'log.opened':
      return plain('opened');
    case 'figures.released':
      return { seq, at, ...released(payload) };
    case 'station.reported':
    case 'stations.counted':
      return plain('stations');
    case 'electorate.versioned':
      return plain('electorate');
    case 'dispatch.released':
      return plain('dispatch');
    case 'dispatch.textErased':
      return plain('erasure');
    default:
      // The desk's own steps reach the public hidden.
      return [];
  }
}

function released({ announcements, figures }: PayloadOf<'figures.released'>): Omit<LogMoment, 'seq' | 'at'> {
  const corrected = figures.filter(({ revision }) => isCorrection(revision.kind)).map(({ key }) => key.area);
  const cutoff = announcements.at(-1)?.cutoff ?? figures[0]?.key.cutoff ?? null;
  const kind = corrected.length > 0 ? 'correction' : announcements.length > 0 ? 'announcement' : 'figures';
  return { kind, cutoff, corrected };
}
