import type { AreaId, Localized } from '../ids.ts';
import type { EarlierVote, ElectionPack, PublishedTurnout } from '../pack/pack.ts';

export interface EarlierPoint {
  readonly slot: string;
  /** The time as that vote's announcements named it. */
  readonly label: string;
  /** With the decimals it was published with; null is a gap. */
  readonly published: PublishedTurnout | null;
  /** What a reader must be told before comparing. */
  readonly mark: Localized | null;
}

/**
 * An earlier vote's day for one of today's areas. `break`: the borders have changed since, and `points` are of
 * `parent` and `children` together, never to be compared with one of them alone.
 */
export type EarlierCurve =
  | { readonly kind: 'curve'; readonly points: readonly EarlierPoint[] }
  | {
      readonly kind: 'break';
      readonly parent: AreaId;
      readonly children: readonly AreaId[];
      readonly since: string;
      readonly points: readonly EarlierPoint[];
    };

/** Null when the pack has no such vote. */
export function earlierCurveOf(pack: ElectionPack, voteId: string, area: AreaId): EarlierCurve | null {
  const vote = pack.earlierVotes.find((each) => each.id === voteId);
  if (vote === undefined) return null;
  const changes = pack.areaChanges.filter((change) => vote.date < change.since);
  const own = changes.find((change) => change.area === area || change.from === area);
  if (own === undefined) return { kind: 'curve', points: pointsOf(vote, pack.root, area) };
  const siblings = changes.filter((change) => change.from === own.from);
  return {
    kind: 'break',
    parent: own.from,
    children: siblings.map((change) => change.area),
    since: own.since,
    points: pointsOf(vote, pack.root, own.from),
  };
}

function pointsOf(vote: EarlierVote, root: AreaId, area: AreaId): EarlierPoint[] {
  return vote.cutoffs.map((cutoff) => ({
    slot: cutoff.slot,
    label: cutoff.label,
    published: area === root ? cutoff.national : (cutoff.areas[area] ?? null),
    mark: cutoff.mark,
  }));
}
