import { bandOf } from '../figures/band.ts';
import { qualityOf } from '../figures/quality.ts';
import type { AreaId, CutoffId, InstantMs } from '../ids.ts';
import type { ElectionState } from '../log/state.ts';
import type { ResolvedPack } from '../pack/pack.ts';
import type { AreaView, ShownFigure } from './area-view.ts';
import { missingReasonOf } from './missing-reason-of.ts';
import { pollsOf } from './polls-of.ts';
import { shownFigureOf } from './shown-figure-of.ts';

/**
 * What one area shows at a cutoff: its own figure, or the newest earlier one marked stale, and why its own is missing.
 * @param cutoff null before anything is released: the first cutoff is then looked at, and the view keeps null
 */
export function areaViewOf(
  state: ElectionState,
  resolved: ResolvedPack,
  area: AreaId,
  cutoff: CutoffId | null,
  now: InstantMs,
): AreaView {
  const { pack } = resolved;
  const looked = cutoff ?? pack.cutoffs[0]?.id ?? null;
  const missing = looked === null ? 'notYetDue' : missingReasonOf(state, resolved, area, looked, now);
  const shown = looked === null ? null : newestShownOf(state, resolved, area, looked, now);
  return {
    area,
    cutoff,
    shown,
    // Nothing newer will come where the sources end: the last figure stands, told with its own time.
    stale: shown !== null && shown.cutoff !== looked && missing !== 'unknownToSources',
    missing,
    quality: shown === null ? null : qualityOf(shown.turnout, pack),
    place: shown === null ? null : bandOf(shown.turnout, pack.bands),
    ...pollsOf(resolved, area, now),
  };
}

/** The views of all regions and cities, in the commission's order; the country is `nationalViewOf`. */
export function areaViewsOf(
  state: ElectionState,
  resolved: ResolvedPack,
  cutoff: CutoffId | null,
  now: InstantMs,
): AreaView[] {
  return resolved.pack.areas
    .filter((area) => area.kind === 'region' || area.kind === 'city')
    .toSorted((a, b) => a.order - b.order)
    .map((area) => areaViewOf(state, resolved, area.id, cutoff, now));
}

/** The view of the whole country. */
export function nationalViewOf(
  state: ElectionState,
  resolved: ResolvedPack,
  cutoff: CutoffId | null,
  now: InstantMs,
): AreaView {
  return areaViewOf(state, resolved, resolved.pack.root, cutoff, now);
}

function newestShownOf(
  state: ElectionState,
  resolved: ResolvedPack,
  area: AreaId,
  cutoff: CutoffId,
  now: InstantMs,
): ShownFigure | null {
  const order = resolved.pack.cutoffs.map((each) => each.id);
  for (let index = order.indexOf(cutoff); index >= 0; index -= 1) {
    const shown = shownFigureOf(state, resolved, area, order[index] ?? '', now);
    if (shown !== null) return shown;
  }
  return null;
}
