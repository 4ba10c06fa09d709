import type { AnnouncementId, AreaId, CutoffId, DispatchId } from '@yavka/shared/ids';
import type { BoardPlace } from '@yavka/shared/protocol/board-address';
import { pathOfPlace, placeOfPath } from '@yavka/shared/protocol/board-address';
import { create } from 'zustand';

import { after } from '../feed/timer.ts';
import type { Moment } from '../feed/viewed.ts';
import type { AddressedView, PlatePicture } from './view-address.ts';
import { longestFind, maxPinned, searchOfView, viewOfSearch } from './view-address.ts';

/** What this reader has chosen to look at. Nothing here is about the election itself. */
export interface BoardView extends AddressedView {
  /** The page on the screen; its path is the address's. */
  readonly place: BoardPlace;
  /** Whether the way through the log's moments is open; while an earlier moment is shown it always is. */
  readonly isLeafing: boolean;
  /** Goes to a page, as a link does. */
  readonly goTo: (place: BoardPlace) => void;
  readonly showCutoff: (cutoff: CutoffId | null) => void;
  /** Shows what was known at a moment of the log; null goes back to the newest. */
  readonly showMoment: (moment: Moment | null) => void;
  /** Opens the way through the log's moments, or shuts it and goes back to the newest. */
  readonly leaf: (isLeafing: boolean) => void;
  readonly showPicture: (picture: PlatePicture) => void;
  /** Draws the map near an area; null shows the whole land. */
  readonly zoomTo: (area: AreaId | null) => void;
  readonly orderBy: (order: string) => void;
  /** Keeps to a part of the regions; null shows all. */
  readonly showOnly: (part: string | null) => void;
  readonly findByName: (typed: string) => void;
  /** Puts an area's curve on the chart or takes it off; a sixth one takes the place of the first. */
  readonly togglePin: (area: AreaId) => void;
  /** Links to one dispatch of the page. */
  readonly showDispatch: (dispatch: DispatchId | null) => void;
  /** Takes an earlier vote off the charts, or puts it back. */
  readonly toggleVote: (vote: string) => void;
  /** Opens where a figure comes from, in the revision that stands or the one named: what every number on the board does. */
  readonly openProvenance: (area: AreaId, cutoff: CutoffId, revision?: number) => void;
  readonly closeProvenance: () => void;
  /** Goes to an announcement. */
  readonly openAnnouncement: (announcement: AnnouncementId) => void;
  readonly showCorrections: (isOnlyCorrections: boolean) => void;
}

/** The pins after `area` was chosen: off when it was on, and never more than five. */
export function pinsAfter(pinned: readonly AreaId[], area: AreaId): readonly AreaId[] {
  if (pinned.includes(area)) return pinned.filter((pin) => pin !== area);
  return [...pinned, area].slice(-maxPinned);
}

export const useBoardView = create<BoardView>()((set) => ({
  place: { page: 'now', area: null },
  selected: null,
  pinned: [],
  picture: null,
  zoomed: null,
  cutoff: null,
  moment: null,
  hiddenVotes: [],
  dispatch: null,
  provenance: null,
  announcement: null,
  isOnlyCorrections: false,
  order: 'turnout',
  only: null,
  find: '',
  isLeafing: false,
  goTo: (place) => set({ place, provenance: null, selected: null, announcement: null, dispatch: null }),
  showCutoff: (cutoff) => set({ cutoff }),
  // A cutoff chosen before may not have been known then.
  showMoment: (moment) => set({ moment, cutoff: null, ...(moment === null ? {} : { isLeafing: true }) }),
  leaf: (isLeafing) => set(isLeafing ? { isLeafing } : { isLeafing, moment: null }),
  showPicture: (picture) => set({ picture }),
  zoomTo: (zoomed) => set({ zoomed }),
  orderBy: (order) => set({ order }),
  showOnly: (only) => set({ only }),
  findByName: (find) => set({ find: find.slice(0, longestFind) }),
  togglePin: (area) => set((view) => ({ pinned: pinsAfter(view.pinned, area) })),
  showDispatch: (dispatch) => set({ dispatch }),
  toggleVote: (vote) =>
    set(({ hiddenVotes }) => ({
      hiddenVotes: hiddenVotes.includes(vote) ? hiddenVotes.filter((each) => each !== vote) : [...hiddenVotes, vote],
    })),
  openProvenance: (area, cutoff, revision) =>
    set({ provenance: { area, cutoff, revision: revision ?? null }, selected: area }),
  closeProvenance: () => set({ provenance: null, selected: null }),
  openAnnouncement: (announcement) =>
    set({ place: { page: 'announcements', area: null }, announcement, isOnlyCorrections: false }),
  showCorrections: (isOnlyCorrections) => set({ isOnlyCorrections }),
}));

/** A moment that is looked at for so long is worth an address, milliseconds. */
const leafedPastMs = 300;

/**
 * Takes the view from the address and keeps the address in step, so that a copied link shows the same. Only going to
 * another page grows the history: choosing a region is not a page. The browser's way back leads to the page before.
 * @returns stops following
 */
export function followAddress(
  page: Pick<Window, 'location' | 'history' | 'addEventListener' | 'removeEventListener'>,
): () => void {
  const read = (): void => {
    const place = placeOfPath(page.location.pathname) ?? { page: 'now', area: null };
    useBoardView.setState({ ...viewOfSearch(page.location.search), place });
  };
  read();
  page.addEventListener('popstate', read);
  let cancel: () => void = () => undefined;
  const unsubscribe = useBoardView.subscribe((view, before) => {
    cancel();
    const { pathname, search } = page.location;
    const path = pathOfPlace(view.place);
    // Asked of the store, not of the address: on the way back the address has moved already.
    if (view.place !== before.place && path !== pathname) {
      page.history.pushState(null, '', `${path}${searchOfView(view, search)}`);
      return;
    }
    const write = (): void => {
      const { location, history } = page;
      const next = searchOfView(view, location.search);
      if (next !== location.search)
        history.replaceState(history.state, '', `${location.pathname}${next}${location.hash}`);
    };
    // Browsers forbid a page to rewrite its address hundreds of times a minute, as leafing through moments would.
    if (view.moment !== null && before.moment !== null) cancel = after(leafedPastMs, write);
    else write();
  });
  return () => {
    cancel();
    unsubscribe();
    page.removeEventListener('popstate', read);
  };
}
