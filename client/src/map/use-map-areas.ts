import { areaViewsOf } from '@yavka/shared/analysis/area-view-of';
import type { CutoffId } from '@yavka/shared/ids';
import type { MapArea } from '@yavka/shared/scenes/map-area';
import { mapAreasOf } from '@yavka/shared/scenes/map-areas-of';
import type { OpenNote } from '@yavka/shared/scenes/open-note-of';
import { openNoteOf } from '@yavka/shared/scenes/open-note-of';
import { useMemo, useRef } from 'react';

import { useFeed } from '../feed/store.ts';
import { useViewedNow, useViewedState } from '../feed/viewed.ts';
import { useLanguage } from '../ui/language.ts';

export interface MapAreas {
  readonly areas: readonly MapArea[];
  readonly openNote: OpenNote | null;
}

const nothing: MapAreas = { areas: [], openNote: null };

/** What the map shows at a cutoff, of the state that is looked at. An area that shows the same as before is the same object as before. */
export function useMapAreas(cutoff: CutoffId | null): MapAreas {
  const state = useViewedState((viewed) => viewed);
  const resolved = useFeed((feed) => feed.resolved);
  const language = useLanguage();
  const now = useViewedNow();
  const last = useRef<MapAreas>(nothing);
  return useMemo(() => {
    if (state === null || resolved === null || now === null) return last.current;
    const views = areaViewsOf(state, resolved, cutoff, now);
    const before = last.current;
    const areas = mapAreasOf(views, resolved, language, before.areas);
    const note = openNoteOf(views, resolved, language);
    const openNote =
      note?.text === before.openNote?.text && note?.areas.join() === before.openNote?.areas.join()
        ? before.openNote
        : note;
    const isSame = areas.length === before.areas.length && areas.every((area, index) => area === before.areas[index]);
    if (!isSame || openNote !== before.openNote) last.current = { areas: isSame ? before.areas : areas, openNote };
    return last.current;
  }, [state, resolved, cutoff, language, now]);
}
