import type { MapArea } from '@yavka/shared/scenes/map-area';
import type { OpenNote } from '@yavka/shared/scenes/open-note-of';
import { useRef } from 'react';

import type { LabelText } from './label-inside.ts';
import { labelTextOf, openNoteTextOf } from './label-text-of.ts';
import type { Box, MapGeometry } from './map-geometry.ts';
import type { MapLayout } from './map-layout.ts';
import { layoutMap } from './map-layout.ts';
import type { MapSizes } from './map-sizes.ts';
import type { TextMeasure } from './text-measure.ts';

/** A day has few arrangements of labels: with times and without, with rings and without. */
const mostLayouts = 12;

/**
 * The map's layout, computed again only when something that takes room has changed: a figure of the usual width
 * taking another's place moves nothing and costs nothing.
 */
export function useMapLayout(
  geometry: MapGeometry,
  areas: readonly MapArea[],
  openNote: OpenNote | null,
  measure: TextMeasure,
  sizes: MapSizes,
  width: number,
  height: number,
  avoid: readonly Box[],
): MapLayout {
  const remembered = useRef<{ readonly given: readonly unknown[]; readonly layouts: Map<string, MapLayout> }>({
    given: [],
    layouts: new Map(),
  });
  const texts = areas.map((area) => labelTextOf(area, geometry));
  const key = JSON.stringify([texts.map((text) => roomKeyOf(text)), openNote?.text, width, height, avoid]);
  const given = [geometry, measure, sizes];
  if (!given.every((each, index) => each === remembered.current.given[index])) {
    remembered.current = { given, layouts: new Map() };
  }
  const { layouts } = remembered.current;
  const known = layouts.get(key);
  if (known !== undefined) return known;
  const note = openNote === null ? null : openNoteTextOf(openNote, areas, geometry);
  const layout = layoutMap(geometry, texts, note, measure, sizes, { x: 0, y: 0, width, height }, avoid);
  if (layouts.size >= mostLayouts) layouts.clear();
  layouts.set(key, layout);
  return layout;
}

/** Everything of a label that takes room; figures up to the usual five letters all take the same. */
function roomKeyOf(text: LabelText): readonly unknown[] {
  const wide = text.figure !== null && text.figure.length > 5 ? text.figure : null;
  return [text.area, text.name, wide, text.hasRing, text.note];
}
