import type { TurnoutInterval } from '../figures/turnout.ts';
import type { AreaId, CutoffId, InstantMs } from '../ids.ts';
import type { ElectionState } from '../log/state.ts';
import type { PublishedTurnout, ResolvedPack } from '../pack/pack.ts';
import { earlierCurveOf } from './earlier-curve-of.ts';
import { shownFigureOf } from './shown-figure-of.ts';

/** One area of an earlier vote's borders, and the areas that its voters are counted in now. */
export interface Together {
  /** The area that the others were cut from, and they. */
  readonly parent: AreaId;
  readonly children: readonly AreaId[];
  readonly since: string;
  readonly parts: readonly { readonly area: AreaId; readonly turnout: TurnoutInterval | null }[];
  /**
   * What all of them together must lie between: a mean weighted by voters lies between the lowest and the highest of
   * its parts, whatever the weights, which nobody published. Null unless every part is stated at this cutoff.
   */
  readonly together: TurnoutInterval | null;
  /** What the earlier votes said of the area in its earlier borders at the same slot; null is a gap. */
  readonly earlier: readonly { readonly vote: string; readonly published: PublishedTurnout | null }[];
}

/** The areas whose borders have changed since the earlier votes, each parent with what was cut from it, at one cutoff. */
export function togetherOf(state: ElectionState, resolved: ResolvedPack, cutoff: CutoffId, now: InstantMs): Together[] {
  const { pack } = resolved;
  const slot = pack.cutoffs.find((each) => each.id === cutoff)?.slot;
  const parents = [...new Set(pack.areaChanges.map((change) => change.from))];
  return parents.map((parent) => {
    const changes = pack.areaChanges.filter((change) => change.from === parent);
    const children = changes.map((change) => change.area);
    const parts = [parent, ...children].map((area) => ({
      area,
      turnout: shownFigureOf(state, resolved, area, cutoff, now)?.turnout ?? null,
    }));
    const stated = parts.flatMap(({ turnout }) => turnout ?? []);
    return {
      parent,
      children,
      since: changes[0]?.since ?? '',
      parts,
      together:
        stated.length < parts.length
          ? null
          : { min: Math.min(...stated.map(({ min }) => min)), max: Math.max(...stated.map(({ max }) => max)) },
      earlier: pack.earlierVotes.flatMap((vote) => {
        const curve = earlierCurveOf(pack, vote.id, parent);
        if (curve?.kind !== 'break') return [];
        const point = curve.points.find((each) => each.slot === slot);
        return [{ vote: vote.id, published: point?.published ?? null }];
      }),
    };
  });
}
