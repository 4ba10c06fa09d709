import { areaViewsOf } from '../analysis/area-view-of.ts';
import type { InstantMs, Language } from '../ids.ts';
import type { ElectionState } from '../log/state.ts';
import type { ResolvedPack } from '../pack/pack.ts';
import type { MapArea } from './map-area.ts';
import { mapAreasOf } from './map-areas-of.ts';
import type { OpenNote } from './open-note-of.ts';
import { openNoteOf } from './open-note-of.ts';
import type { SceneFrame } from './scene-frame-of.ts';
import { sceneFrameOf } from './scene-frame-of.ts';
import { sceneWords } from './scene-words.ts';

/** The map scene: the frame, and every area at the frame's cutoff. */
export interface MapScene {
  readonly frame: SceneFrame;
  readonly headline: string;
  readonly legendTitle: string;
  readonly legendNotes: { readonly region: string; readonly open: string | null };
  readonly areas: readonly MapArea[];
  readonly openNote: OpenNote | null;
}

/** @param previous the scene shown before: areas and a note that stay the same keep their identity */
export function mapSceneOf(
  state: ElectionState,
  resolved: ResolvedPack,
  now: InstantMs,
  language: Language,
  previous: MapScene | null = null,
): MapScene {
  const frame = sceneFrameOf(state, resolved, now, language);
  const views = areaViewsOf(state, resolved, frame.cutoff, now);
  const words = sceneWords[language];
  const areas = mapAreasOf(views, resolved, language, previous?.areas ?? []);
  const note = openNoteOf(views, resolved, language);
  const isSame =
    areas.length === previous?.areas.length && areas.every((area, index) => area === previous.areas[index]);
  return {
    frame,
    headline: words.byRegion,
    legendTitle: words.legendTitle,
    legendNotes: {
      region: words.legendRegion,
      open: areas.some((area) => area.polls === 'open' && area.interval !== null) ? words.legendOpen : null,
    },
    areas: isSame ? previous.areas : areas,
    openNote:
      note?.text === previous?.openNote?.text && note?.areas.join() === previous?.openNote?.areas.join()
        ? (previous?.openNote ?? note)
        : note,
  };
}
