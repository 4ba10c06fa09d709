import type { Finding } from '@yavka/shared/figures/finding';
import type { Override } from '@yavka/shared/figures/figure';

type Found = Pick<Finding, 'check' | 'severity' | 'cutoff'> & { readonly areas: readonly string[] };

/** One finding among those of a text, the same when the text is read again. */
export function findingKeyOf({ check, areas, cutoff }: Found): string {
  return [check, cutoff ?? '', ...areas].join('/');
}

/** A reason shorter than this answers nothing (the command's schema asks the same). */
const shortestReason = 3;

export function isAnswered(finding: Found, reasons: Readonly<Record<string, string>>): boolean {
  return (reasons[findingKeyOf(finding)] ?? '').trim().length >= shortestReason;
}

/** The overrides that the reasons given make of the stops: one for each area, or one for the whole announcement. */
export function overridesOf(findings: readonly Found[], reasons: Readonly<Record<string, string>>): Override[] {
  return findings
    .filter((finding) => finding.severity === 'stop' && isAnswered(finding, reasons))
    .flatMap((finding) => {
      const reason = (reasons[findingKeyOf(finding)] ?? '').trim();
      const areas = finding.areas.length === 0 ? [null] : finding.areas;
      return areas.map((area) => ({ check: finding.check, area, reason }));
    });
}
