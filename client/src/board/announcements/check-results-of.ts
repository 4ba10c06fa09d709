import { figureOf } from '@yavka/shared/analysis/figure-of';
import type { CheckInput } from '@yavka/shared/figures/check-figures';
import { checkFigures } from '@yavka/shared/figures/check-figures';
import { weightsOf } from '@yavka/shared/figures/checks/weights';
import type { CheckId, Override } from '@yavka/shared/figures/figure';
import { checkIds } from '@yavka/shared/figures/figure';
import type { Finding } from '@yavka/shared/figures/finding';
import type { AreaId, CutoffId, InstantMs } from '@yavka/shared/ids';
import type { ElectionState } from '@yavka/shared/log/state';
import type { ResolvedPack } from '@yavka/shared/pack/pack';

import type { AnnouncementShown } from './announcements-of.ts';

/** What one of the checks found in an announcement. */
export interface CheckResult {
  readonly check: CheckId;
  /** `silent`: there was not enough to compare with for it to say anything. */
  readonly outcome: 'silent' | 'nothing' | 'found';
  readonly findings: readonly Finding[];
  /** Why what it found was taken all the same, in the operator's words. */
  readonly reasons: readonly Override[];
}

/**
 * The same checks as at the desk, on what an announcement says against what was released before it: what anybody can
 * find out again from the public log. Each of the checks has a result, so that it is told which ran.
 */
export function checkResultsOf(
  { announcement, told }: AnnouncementShown,
  state: ElectionState,
  resolved: ResolvedPack,
): CheckResult[] {
  const cutoffs = [...new Set(told.map(({ cutoff }) => cutoff))];
  const inputs = cutoffs.map((cutoff): CheckInput => ({
    pack: resolved.pack,
    cutoff,
    source: announcement.source,
    figures: told
      .filter((each) => each.cutoff === cutoff)
      .map(({ area, turnout, ballots }) => ({ area, turnout, ballots, electorate: null })),
    electorates: [...resolved.pack.electorates, ...Object.values(state.electorates)],
    standing: (area, at) => standingBefore(area, at, announcement.releasedAt ?? 0, state, resolved),
  }));
  const findings = inputs.flatMap(checkFigures);
  const reasons = told.flatMap(({ part, revision }) => (part === 'brought' ? (revision?.overrides ?? []) : []));
  return checkIds.map((check) => {
    const found = findings.filter((finding) => finding.check === check);
    const isSilent = found.length === 0 && inputs.every((input) => !hasGround(check, input));
    return {
      check,
      outcome: found.length > 0 ? 'found' : isSilent ? 'silent' : 'nothing',
      findings: found,
      reasons: unlike(reasons.filter((reason) => reason.check === check)),
    };
  });
}

/** Whether there is anything that a check compares with; the others look at the figures alone. */
function hasGround(check: CheckId, input: CheckInput): boolean {
  const before = (): boolean => {
    const order = input.pack.cutoffs.map(({ id }) => id);
    return order
      .slice(0, order.indexOf(input.cutoff))
      .some((cutoff) => input.figures.some(({ area }) => input.standing(area, cutoff) !== null));
  };
  switch (check) {
    case 'W':
      return weightsOf(input) !== null;
    case 'M':
    case 'I':
    case 'S':
    case 'R':
      return before();
    case 'X':
      return input.figures.some(({ area }) => input.standing(area, input.cutoff) !== null);
    case 'C':
      return input.figures.some(({ ballots }) => ballots !== null);
    default:
      return true;
  }
}

/** The revision that stood just before an instant, with who brought it. */
function standingBefore(
  area: AreaId,
  cutoff: CutoffId,
  before: InstantMs,
  state: ElectionState,
  resolved: ResolvedPack,
): ReturnType<CheckInput['standing']> {
  const stood = figureOf(state, resolved, area, cutoff)?.revisions.findLast(
    ({ releasedAt }) => releasedAt !== null && releasedAt < before,
  );
  if (stood === undefined || stood.kind === 'withdrawn') return null;
  const by = stood.announcementId === null ? undefined : state.announcements[stood.announcementId];
  return { ...stood, source: by?.source ?? stood.carrier ?? null };
}

function unlike(reasons: readonly Override[]): Override[] {
  const seen = new Map(reasons.map((reason) => [`${reason.area ?? ''} ${reason.reason}`, reason]));
  return [...seen.values()];
}
