import { checkAreaCounts } from './checks/check-area-counts.ts';
import { checkBounds } from './checks/check-bounds.ts';
import { checkCounts } from './checks/check-counts.ts';
import { checkDuplicates } from './checks/check-duplicates.ts';
import { checkIncrements } from './checks/check-increments.ts';
import type { CheckInput } from './checks/check-input.ts';
import { checkMonotone } from './checks/check-monotone.ts';
import { checkPlausible } from './checks/check-plausible.ts';
import { checkRepeats } from './checks/check-repeats.ts';
import { checkSecondSource } from './checks/check-second-source.ts';
import { checkShift } from './checks/check-shift.ts';
import { checkWeightedSum } from './checks/check-weighted-sum.ts';
import type { Finding } from './finding.ts';

export type { CheckInput } from './checks/check-input.ts';

/**
 * Every check on the figures read for one cutoff: stops first, then warnings, each in the order B M C S X W I D R P.
 * It compares with what `standing` tells and nothing else, so the caller chooses what the reader may know of.
 */
export function checkFigures(input: CheckInput): Finding[] {
  const findings = [
    checkBounds,
    checkMonotone,
    checkCounts,
    checkAreaCounts,
    checkShift,
    checkSecondSource,
    checkWeightedSum,
    checkIncrements,
    checkDuplicates,
    checkRepeats,
    checkPlausible,
  ].flatMap((check) => check(input));
  return [
    ...findings.filter(({ severity }) => severity === 'stop'),
    ...findings.filter(({ severity }) => severity === 'warn'),
  ];
}
