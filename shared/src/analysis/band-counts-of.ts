import type { BandEdges } from '../figures/band.ts';
import type { AreaView } from './area-view.ts';

/** How many areas lie in each band at a cutoff. Every view is counted once. */
export interface BandCounts {
  /** In the pack's order; `stated` are ranges that lie inside the band. */
  readonly bands: readonly { readonly exact: number; readonly stated: number }[];
  /** Ranges that reach over a band's edge. */
  readonly across: number;
  /** Areas that still show an earlier cutoff: in no band. */
  readonly stale: number;
  readonly missing: number;
}

export function bandCountsOf(views: readonly AreaView[], pack: { readonly bands: readonly BandEdges[] }): BandCounts {
  const own = views.filter((view) => view.shown !== null && !view.stale);
  return {
    bands: pack.bands.map((_, index) => {
      const inBand = own.filter((view) => view.place?.kind === 'within' && view.place.band === index);
      const exact = inBand.filter((view) => view.quality === 'exact').length;
      return { exact, stated: inBand.length - exact };
    }),
    across: own.filter((view) => view.place?.kind !== 'within').length,
    stale: views.filter((view) => view.shown !== null && view.stale).length,
    missing: views.filter((view) => view.shown === null).length,
  };
}
