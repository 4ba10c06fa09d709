import { compareNames } from '../format/collate.ts';
import { isExact } from '../figures/turnout.ts';
import type { Language } from '../ids.ts';
import type { ElectionPack } from '../pack/pack.ts';
import type { AreaView } from './area-view.ts';

/**
 * Areas from the highest turnout down. Only exact values of the cutoff have a rank (equal values share one, the next
 * is skipped); ranges are a group of their own, by their bounds; stale figures and missing ones follow.
 */
export interface Ranking {
  readonly exact: readonly { readonly rank: number; readonly view: AreaView }[];
  readonly ranges: readonly AreaView[];
  readonly stale: readonly AreaView[];
  /** In the order they came in: the commission's. */
  readonly missing: readonly AreaView[];
}

export function rankingOf(views: readonly AreaView[], pack: Pick<ElectionPack, 'areas'>, language: Language): Ranking {
  const names = new Map(pack.areas.map((area) => [area.id, area.shortNames[language]]));
  const byTurnout = (a: AreaView, b: AreaView): number =>
    (b.shown?.turnout.min ?? 0) - (a.shown?.turnout.min ?? 0) ||
    (b.shown?.turnout.max ?? 0) - (a.shown?.turnout.max ?? 0) ||
    compareNames(names.get(a.area) ?? a.area, names.get(b.area) ?? b.area, language);
  const sorted = views.filter((view) => view.shown !== null).toSorted(byTurnout);
  const own = rankedTogether(sorted);
  const exact = own.filter((view) => view.shown !== null && isExact(view.shown.turnout));
  return {
    exact: exact.map((view) => ({ rank: 1 + exact.findIndex((each) => hasSameTurnout(each, view)), view })),
    ranges: own.filter((view) => view.shown !== null && !isExact(view.shown.turnout)),
    stale: sorted.filter((view) => !own.includes(view)),
    missing: views.filter((view) => view.shown === null),
  };
}

function hasSameTurnout(a: AreaView, b: AreaView): boolean {
  return a.shown?.turnout.min === b.shown?.turnout.min;
}

/**
 * The views that may be compared: those of the cutoff's own figures. Where the cutoff gives no area a figure and none
 * will come, the last ones are compared; two cutoffs are never mixed.
 */
export function rankedTogether(views: readonly AreaView[]): AreaView[] {
  const standing = views.filter((view) => view.shown !== null && !view.stale);
  const current = standing.filter((view) => view.shown?.cutoff === view.cutoff);
  return current.length > 0 ? current : standing;
}
