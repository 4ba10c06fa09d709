import type { AreaId, CutoffId } from '@yavka/shared/ids';
import { create } from 'zustand';

import type { AddressedView, PlatePicture } from './view-address.ts';
import { maxPinned, searchOfView, viewOfSearch } from './view-address.ts';

export type CombOrder = 'turnout' | 'commission' | 'increase';

/** What this reader has chosen to look at. Nothing here is about the election itself. */
export interface BoardView extends AddressedView {
  /** The area and cutoff whose figure's origin is open; null when the panel is shut. */
  readonly provenance: { readonly area: AreaId; readonly cutoff: CutoffId } | null;
  readonly order: CombOrder;
  readonly showCutoff: (cutoff: CutoffId | null) => void;
  readonly showPicture: (picture: PlatePicture) => void;
  readonly orderBy: (order: CombOrder) => void;
  /** Puts an area's curve on the chart or takes it off; a sixth one takes the place of the first. */
  readonly togglePin: (area: AreaId) => void;
  readonly openProvenance: (area: AreaId, cutoff: CutoffId) => void;
  readonly closeProvenance: () => void;
}

/** The pins after `area` was chosen: off when it was on, and never more than five. */
export function pinsAfter(pinned: readonly AreaId[], area: AreaId): readonly AreaId[] {
  if (pinned.includes(area)) return pinned.filter((pin) => pin !== area);
  return [...pinned, area].slice(-maxPinned);
}

export const useBoardView = create<BoardView>()((set) => ({
  selected: null,
  pinned: [],
  picture: null,
  cutoff: null,
  provenance: null,
  order: 'turnout',
  showCutoff: (cutoff) => set({ cutoff }),
  showPicture: (picture) => set({ picture }),
  orderBy: (order) => set({ order }),
  togglePin: (area) => set((view) => ({ pinned: pinsAfter(view.pinned, area) })),
  openProvenance: (area, cutoff) => set({ provenance: { area, cutoff }, selected: area }),
  closeProvenance: () => set({ provenance: null, selected: null }),
}));

/**
 * Takes the view from the address and keeps the address in step, so that a copied link shows the same.
 * History is not grown: choosing a region is not a page.
 * @returns stops following
 */
export function followAddress(page: Pick<Window, 'location' | 'history'>): () => void {
  useBoardView.setState(viewOfSearch(page.location.search));
  return useBoardView.subscribe((view) => {
    const search = searchOfView(view, page.location.search);
    if (search === page.location.search) return;
    page.history.replaceState(page.history.state, '', `${page.location.pathname}${search}${page.location.hash}`);
  });
}
