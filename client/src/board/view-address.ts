import type { AreaId, CutoffId } from '@yavka/shared/ids';

export const maxPinned = 5;
export const platePictures = ['map', 'tiles', 'table'] as const;
/** What the plate draws: the map, the tile grid, or the same figures as a table. */
export type PlatePicture = (typeof platePictures)[number];

/** The part of the view that a link carries. */
export interface AddressedView {
  readonly selected: AreaId | null;
  readonly pinned: readonly AreaId[];
  /** Null: the reader chose none, and the width of the page decides. */
  readonly picture: PlatePicture | null;
  /** Null: the newest cutoff that has figures. */
  readonly cutoff: CutoffId | null;
}

const idPattern = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$/;

/** Reads `?area=&pins=&view=&at=`. What is not understood is left out, never guessed. */
export function viewOfSearch(search: string): AddressedView {
  const given = new URLSearchParams(search);
  const id = (name: string): string | null => {
    const value = given.get(name);
    return value !== null && idPattern.test(value) ? value : null;
  };
  const pins = (given.get('pins') ?? '').split(',').filter((pin) => idPattern.test(pin));
  return {
    selected: id('area'),
    pinned: [...new Set(pins)].slice(0, maxPinned),
    picture: platePictures.find((picture) => picture === given.get('view')) ?? null,
    cutoff: id('at'),
  };
}

/** The search of an address that shows `view`; parameters of others (`lang`) are kept as they are. */
export function searchOfView(view: AddressedView, search: string): string {
  const next = new URLSearchParams(search);
  const put = (name: string, value: string | null): void => {
    if (value === null || value === '') next.delete(name);
    else next.set(name, value);
  };
  put('area', view.selected);
  put('pins', view.pinned.join(','));
  put('view', view.picture);
  put('at', view.cutoff);
  const text = next.toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
  return text === '' ? '' : `?${text}`;
}
