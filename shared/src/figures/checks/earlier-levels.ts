import type { AreaId, CutoffId, Localized } from '../../ids.ts';
import type { EarlierVote, ElectionPack } from '../../pack/pack.ts';

/** What an area had by the hour of a cutoff at an earlier vote, hundredths of a percent. */
export interface EarlierLevel {
  readonly shortTitle: Localized;
  readonly hundredths: number;
}

/**
 * By the hour of a cutoff the area had at least this, vote by vote: the value published for the same slot, or for the
 * newest one before it. A vote held before the area's borders changed tells nothing of it.
 */
export function earlierLevelsOf(pack: ElectionPack, area: AreaId, cutoff: CutoffId): EarlierLevel[] {
  const slots = pack.cutoffs.map(({ slot }) => slot);
  const until = slots.indexOf(pack.cutoffs.find(({ id }) => id === cutoff)?.slot ?? '');
  return pack.earlierVotes.flatMap((vote) => {
    if (hasChangedSince(pack, area, vote)) return [];
    const values = vote.cutoffs.flatMap(({ slot, national, areas }) => {
      const place = slots.indexOf(slot);
      const published = area === pack.root ? national : (areas[area] ?? null);
      return published === null || place < 0 || place > until ? [] : [{ place, hundredths: published.hundredths }];
    });
    const newest = values.toSorted((a, b) => a.place - b.place).at(-1);
    return newest === undefined ? [] : [{ shortTitle: vote.shortTitle, hundredths: newest.hundredths }];
  });
}

function hasChangedSince({ areaChanges }: ElectionPack, area: AreaId, { date }: EarlierVote): boolean {
  return areaChanges.some((change) => date < change.since && (change.area === area || change.from === area));
}
