import { isExact } from '../figures/turnout.ts';
import type { AreaId, CutoffId, InstantMs } from '../ids.ts';
import type { ElectionState } from '../log/state.ts';
import type { ResolvedPack } from '../pack/pack.ts';
import type { AreaView } from './area-view.ts';
import { areaViewsOf, nationalViewOf } from './area-view-of.ts';
import { increaseOf } from './increase-of.ts';
import type { RankSpan } from './rank-spans-of.ts';
import { rankSpansOf, settledRankOf } from './rank-spans-of.ts';

/** What one area shows at a cutoff, and how that compares. */
export interface RegionStanding {
  readonly view: AreaView;
  /** Null for an area without an exact figure of this cutoff: words are not ranked. */
  readonly rank: RankSpan | null;
  /** Places up (above 0) or down since the cutoff before; null unless both places are settled and each cutoff's own. */
  readonly move: number | null;
  /** Since the cutoff before, hundredths of a point; null unless both are exact. */
  readonly increase: number | null;
  /** Against the country at the same cutoff, hundredths of a point; null unless both are exact. */
  readonly toCountry: number | null;
}

/** The regions and cities at a cutoff, in the commission's order. */
export function regionStandingsOf(
  state: ElectionState,
  resolved: ResolvedPack,
  cutoff: CutoffId | null,
  now: InstantMs,
): RegionStanding[] {
  const views = areaViewsOf(state, resolved, cutoff, now);
  const spans = rankSpansOf(views);
  const order = resolved.pack.cutoffs.map((each) => each.id);
  const before = cutoff === null ? undefined : order[order.indexOf(cutoff) - 1];
  const earlier = before === undefined ? [] : areaViewsOf(state, resolved, before, now);
  const spansBefore = rankSpansOf(earlier);
  const ownBefore = new Set(earlier.filter(isOwn).map((view) => view.area));
  const national = nationalViewOf(state, resolved, cutoff, now);
  return views.map((view) => ({
    view,
    rank: spans.get(view.area) ?? null,
    move: isOwn(view) && ownBefore.has(view.area) ? moveOf(view.area, spansBefore, spans) : null,
    increase: cutoff === null ? null : (increaseOf(state, resolved, view.area, cutoff, now)?.hundredths ?? null),
    toCountry: differenceOf(view, national),
  }));
}

/** Not one that stands in for a cutoff which gave none: two times the same figures show no move. */
function isOwn(view: AreaView): boolean {
  return view.shown !== null && view.shown.cutoff === view.cutoff;
}

function moveOf(
  area: AreaId,
  before: ReadonlyMap<AreaId, RankSpan>,
  after: ReadonlyMap<AreaId, RankSpan>,
): number | null {
  const from = settledRankOf(before.get(area) ?? null);
  const to = settledRankOf(after.get(area) ?? null);
  return from === null || to === null ? null : from - to;
}

/** One exact figure less another of the same cutoff. */
function differenceOf(view: AreaView, other: AreaView): number | null {
  if (view.shown === null || other.shown === null || view.shown.cutoff !== other.shown.cutoff) return null;
  const [own, against] = [view.shown.turnout, other.shown.turnout];
  return isExact(own) && isExact(against) ? own.min - against.min : null;
}
