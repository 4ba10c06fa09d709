import { isCorrection } from '@yavka/shared/figures/figure';
import type { AreaId } from '@yavka/shared/ids';
import type { Area, Band } from '@yavka/shared/pack/pack';

import type { CombCell, CombGroup, CombModel } from '../comb-model.ts';

export const regionParts = ['cities', 'regions', 'open', 'corrected'] as const;
/** A part of the regions that a reader keeps to: by kind, by state, or those in one band, lowest band 0. */
export type RegionPart = (typeof regionParts)[number] | { readonly band: number };

/** What an address asks for; null where it asks for no part that this election has. */
export function regionPartOf(asked: string | null, bands: readonly Band[]): RegionPart | null {
  const band = bands.findIndex((_, index) => asked === bandPartId(index));
  if (band >= 0) return { band };
  return regionParts.find((part) => part === asked) ?? null;
}

export function bandPartId(band: number): string {
  return `band-${band + 1}`;
}

/** Whether a region belongs to the part. A range belongs to every band it reaches into, an earlier cutoff's figure to none. */
export function isInPart(part: RegionPart, { view }: CombCell, kind: Area['kind']): boolean {
  if (part === 'cities') return kind === 'city';
  if (part === 'regions') return kind === 'region';
  if (part === 'open') return view.polls === 'open';
  if (part === 'corrected') return view.shown !== null && isCorrection(view.shown.revision.kind);
  if (view.place === null || view.stale) return false;
  return view.place.kind === 'within'
    ? view.place.band === part.band
    : view.place.low <= part.band && part.band <= view.place.high;
}

/** The comb's groups with only those regions that are in the part and among those found by name. */
export function groupsKeptOf(
  comb: CombModel,
  areas: readonly Area[],
  part: RegionPart | null,
  found: ReadonlySet<AreaId>,
): CombGroup[] {
  const kinds = new Map(areas.map((area) => [area.id, area.kind]));
  const isKept = (area: AreaId): boolean => {
    const cell = comb.cells[area];
    const kind = kinds.get(area);
    if (cell === undefined || kind === undefined || !found.has(area)) return false;
    return part === null || isInPart(part, cell, kind);
  };
  return comb.groups
    .map((group) => ({ ...group, areas: group.areas.filter(isKept) }))
    .filter((group) => group.areas.length > 0);
}
