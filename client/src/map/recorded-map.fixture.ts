import { readFileSync } from 'node:fs';
import path from 'node:path';

import { areaViewsOf } from '@yavka/shared/analysis/area-view-of';
import type { CutoffId, Language } from '@yavka/shared/ids';
import type { ElectionState } from '@yavka/shared/log/state';
import type { MapArea } from '@yavka/shared/scenes/map-area';
import { mapAreasOf } from '@yavka/shared/scenes/map-areas-of';
import type { OpenNote } from '@yavka/shared/scenes/open-note-of';
import { openNoteOf } from '@yavka/shared/scenes/open-note-of';
import { at, resolved } from '@yavka/shared/scenes/recorded-scenes.fixture';
import type { Topology } from 'topojson-specification';

/** A pack's geometry, as the client receives it. */
export function readTopology(packId: string): Topology {
  const file = path.join(process.cwd(), 'shared/packs', packId, 'regions.topo.json');
  return JSON.parse(readFileSync(file, 'utf8')) as Topology;
}

export function mapAt(
  state: ElectionState,
  cutoff: CutoffId,
  hour: string,
  language: Language = 'ru',
  previous: readonly MapArea[] = [],
): { areas: MapArea[]; openNote: OpenNote | null } {
  const views = areaViewsOf(state, resolved, cutoff, at(hour));
  return { areas: mapAreasOf(views, resolved, language, previous), openNote: openNoteOf(views, resolved, language) };
}
