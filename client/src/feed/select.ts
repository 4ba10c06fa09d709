import type { AreaId, CutoffId } from '@yavka/shared/ids';
import { figureOf } from '@yavka/shared/analysis/figure-of';
import type { AnnouncementState, FigureState } from '@yavka/shared/log/state';
import { useShallow } from 'zustand/react/shallow';

import type { FeedStore } from './store.ts';
import { useFeed } from './store.ts';

/**
 * Parts of the feed for components. Each answers the same objects for as long as the log says nothing about them, so
 * a component is drawn again only when what it shows has changed.
 */

/** The commission's figure of an area at a cutoff; null when there is none. */
export function useFigure(area: AreaId, cutoff: CutoffId): FigureState | null {
  return useFeed(({ state, resolved }) =>
    state === null || resolved === null ? null : figureOf(state, resolved, area, cutoff),
  );
}

/** The commission's figures of an area in the order of the cutoffs; null where a cutoff has none. */
export function useAreaFigures(area: AreaId): readonly (FigureState | null)[] {
  return useFeed(
    useShallow(({ state, resolved }: FeedStore) =>
      state === null || resolved === null
        ? []
        : resolved.pack.cutoffs.map(({ id }) => figureOf(state, resolved, area, id)),
    ),
  );
}

/** Every announcement, the newest first. */
export function useAnnouncements(): readonly AnnouncementState[] {
  return useFeed(
    useShallow(({ state }: FeedStore) =>
      Object.values(state?.announcements ?? {}).sort((a, b) => b.enteredSeq - a.enteredSeq),
    ),
  );
}

/** The figures that an announcement brought, confirmed or contradicted, in the order of its text. */
export function useFiguresOf(announcementId: string): readonly FigureState[] {
  return useFeed(
    useShallow(({ state }: FeedStore) =>
      Object.values(state?.figures ?? {})
        .map((figure) => ({ figure, at: placeIn(figure, announcementId) }))
        .filter(({ at }) => at !== null)
        .sort((a, b) => (a.at ?? 0) - (b.at ?? 0))
        .map(({ figure }) => figure),
    ),
  );
}

/** Where an announcement's text speaks of a figure; null when it does not. */
function placeIn(figure: FigureState, announcementId: string): number | null {
  const { revisions, confirmations, contradictions } = figure;
  const spoken = [...revisions, ...confirmations, ...contradictions].find(
    (each) => each.announcementId === announcementId,
  );
  return spoken === undefined ? null : (spoken.snippet?.start ?? 0);
}
