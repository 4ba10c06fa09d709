import { checkInputOf } from '@yavka/server/write/check-against';
import { weightedSumOf } from '@yavka/shared/figures/checks/weighted-sum';
import { weightsOf } from '@yavka/shared/figures/checks/weights';
import type { CutoffId } from '@yavka/shared/ids';

import type { RecordedElection } from './recorded-steps.ts';

/** The country's turnout as check W foretells it from the areas, hundredths of a percent. */
export interface Foretold {
  readonly cutoff: CutoffId;
  /** The cutoffs that the weights were fitted to, all before this one. */
  readonly fittedTo: number;
  readonly stated: number;
  readonly together: number;
  /** Areas less country. */
  readonly gap: number;
}

/** Out of sample: at each cutoff with a complete list, weights fitted to the ones before it against what was announced. */
export function foretoldOf({ steps, resolved }: RecordedElection): Foretold[] {
  return steps.flatMap(({ announcement, before }) => {
    const { cutoff, areas, form, national } = announcement;
    const rows = [{ area: resolved.pack.root, turnout: national.turnout }, ...areas];
    const figures = rows.map((row) => ({ ...row, ballots: null, electorate: null }));
    const input = checkInputOf(before, resolved, cutoff, figures);
    const weights = weightsOf(input);
    const sum = weights === null || form !== 'list' || areas.length === 0 ? null : weightedSumOf(input, weights);
    if (weights === null || sum === null) return [];
    const stated = national.turnout?.min ?? 0;
    return [{ cutoff, fittedTo: weights.fittedTo.length, stated, together: stated + sum.gap, gap: sum.gap }];
  });
}
