import type { AnnouncementId, AreaId, CutoffId, DispatchId } from '@yavka/shared/ids';
import { isId } from '@yavka/shared/ids';

import type { Moment } from '../feed/viewed.ts';

export const maxPinned = 5;
/** Signs of a typed name that are kept. */
export const longestFind = 60;
const plainOrder = 'turnout';
export const platePictures = ['map', 'tiles', 'table'] as const;
/** What the plate draws: the map, the tile grid, or the same figures as a table. */
export type PlatePicture = (typeof platePictures)[number];

/** The figure whose origin is told: of an area at a cutoff, in a revision; null is the one that stands. */
export interface FigureAsked {
  readonly area: AreaId;
  readonly cutoff: CutoffId;
  readonly revision: number | null;
}

/** The part of the view that a link carries. */
export interface AddressedView {
  readonly selected: AreaId | null;
  readonly pinned: readonly AreaId[];
  /** Null: the reader chose none, and the width of the page decides. */
  readonly picture: PlatePicture | null;
  /** The area that the map is drawn near; null: the whole land. */
  readonly zoomed: AreaId | null;
  /** Null: the newest cutoff that has figures. */
  readonly cutoff: CutoffId | null;
  /** By what the regions are ordered, see `regionOrderOf`. */
  readonly order: string;
  /** The part of the regions that is kept to, see `regionPartOf`; null for all. */
  readonly only: string | null;
  /** What was typed to find regions by name. */
  readonly find: string;
  /** The figure whose origin is open; null when the panel is shut. */
  readonly provenance: FigureAsked | null;
  /** The announcement that the link is to. */
  readonly announcement: AnnouncementId | null;
  /** Whether of the announcements' page only the corrections are shown. */
  readonly isOnlyCorrections: boolean;
  /** The moment of the log whose state is shown; null: the newest. */
  readonly moment: Moment | null;
  /** Earlier votes taken off the charts; every other is compared with. */
  readonly hiddenVotes: readonly string[];
  /** The dispatch that the link is to. */
  readonly dispatch: DispatchId | null;
}

/** Reads `?area=&pins=&view=&zoom=&at=&sort=&only=&find=&figure=&announcement=&show=&moment=&log=&without=&dispatch=`. What is not understood is left out, never guessed. */
export function viewOfSearch(search: string): AddressedView {
  const given = new URLSearchParams(search);
  const id = (name: string): string | null => {
    const value = given.get(name);
    return value !== null && isId(value) ? value : null;
  };
  const pins = (given.get('pins') ?? '').split(',').filter(isId);
  return {
    selected: id('area'),
    pinned: [...new Set(pins)].slice(0, maxPinned),
    picture: platePictures.find((picture) => picture === given.get('view')) ?? null,
    zoomed: id('zoom'),
    cutoff: id('at'),
    order: id('sort') ?? plainOrder,
    only: id('only'),
    find: (given.get('find') ?? '').slice(0, longestFind),
    provenance: figureOf(given.get('figure')),
    announcement: id('announcement'),
    isOnlyCorrections: given.get('show') === 'corrections',
    moment: momentOf(given.get('moment'), id('log')),
    hiddenVotes: [...new Set((given.get('without') ?? '').split(',').filter(isId))],
    dispatch: id('dispatch'),
  };
}

/** Reads `area,cutoff` or `area,cutoff,revision`. */
function figureOf(written: string | null): FigureAsked | null {
  const [area = '', cutoff = '', revision, ...rest] = (written ?? '').split(',');
  const isRead = isId(area) && isId(cutoff) && rest.length === 0;
  if (!isRead || (revision !== undefined && !/^[1-9]\d{0,5}$/.test(revision))) return null;
  return { area, cutoff, revision: revision === undefined ? null : Number(revision) };
}

function figureText({ area, cutoff, revision }: FigureAsked): string {
  return [area, cutoff, ...(revision === null ? [] : [revision])].join(',');
}

/** A seq alone means nothing: another log has another entry there. */
function momentOf(seq: string | null, logId: string | null): Moment | null {
  return logId !== null && seq !== null && /^[1-9]\d{0,14}$/.test(seq) ? { logId, seq: Number(seq) } : null;
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
  put('zoom', view.zoomed);
  put('at', view.cutoff);
  put('sort', view.order === plainOrder ? null : view.order);
  put('only', view.only);
  put('find', view.find);
  put('figure', view.provenance === null ? null : figureText(view.provenance));
  put('announcement', view.announcement);
  put('show', view.isOnlyCorrections ? 'corrections' : null);
  put('moment', view.moment === null ? null : String(view.moment.seq));
  put('log', view.moment?.logId ?? null);
  put('without', view.hiddenVotes.join(','));
  put('dispatch', view.dispatch);
  const text = next.toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
  return text === '' ? '' : `?${text}`;
}
