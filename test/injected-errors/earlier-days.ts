import { checkFigures } from '@yavka/shared/figures/check-figures';
import type { Finding } from '@yavka/shared/figures/finding';
import type { TurnoutInterval } from '@yavka/shared/figures/turnout';
import type { ElectionPack, PublishedTurnout } from '@yavka/shared/pack/pack';

/** What the checks say of one cutoff of an earlier vote, as far as it was published. */
export interface EarlierFindings {
  readonly vote: string;
  readonly slot: string;
  /** Areas with a published figure, the country counted. */
  readonly figures: number;
  readonly findings: readonly Finding[];
}

/**
 * The earlier votes of a pack, run through the checks as days of their own: in the borders they had, with the figures
 * published, against the votes before them. What a check says here is a false alarm, or an oddity of the publication.
 */
export function earlierFindings(pack: ElectionPack): EarlierFindings[] {
  return pack.earlierVotes.flatMap((vote) => {
    const known = new Set(vote.cutoffs.flatMap(({ areas }) => Object.keys(areas)));
    const ofThatDay: ElectionPack = {
      ...pack,
      areas: pack.areas.filter(({ id }) => id === pack.root || known.has(id)),
      areaChanges: [],
      electorates: [],
      earlierVotes: pack.earlierVotes.filter(({ date }) => date < vote.date),
    };
    const held = new Map<string, { turnout: TurnoutInterval; ballots: null; basis: null }>();
    return vote.cutoffs.map(({ slot, national, areas }) => {
      const cutoff = pack.cutoffs.find((each) => each.slot === slot)?.id ?? slot;
      const figures = [...(national === null ? [] : [[pack.root, national] as const]), ...Object.entries(areas)].map(
        ([area, published]) => ({ area, turnout: asPublished(published), ballots: null, electorate: null }),
      );
      const findings = checkFigures({
        pack: ofThatDay,
        cutoff,
        figures,
        standing: (area, at) => held.get(`${at} ${area}`) ?? null,
        electorates: [],
      });
      for (const { area, turnout } of figures) held.set(`${cutoff} ${area}`, { turnout, ballots: null, basis: null });
      return { vote: vote.id, slot, figures: figures.length, findings };
    });
  });
}

function asPublished({ hundredths }: PublishedTurnout): TurnoutInterval {
  return { min: hundredths, max: hundredths };
}
