import type { MapArea } from '@yavka/shared/scenes/map-area';
import type { OpenNote } from '@yavka/shared/scenes/open-note-of';

import type { LabelText } from './label-inside.ts';
import { labelTextOf, openNoteTextOf } from './label-text-of.ts';
import type { Box, MapGeometry } from './map-geometry.ts';
import type { MapLayout } from './map-layout.ts';
import { layoutMap } from './map-layout.ts';
import type { MapSizes } from './map-sizes.ts';
import type { TextMeasure } from './text-measure.ts';

/** A day has few arrangements of labels: with times and without, with rings and without. */
const mostLayouts = 12;

interface Remembered {
  readonly measure: TextMeasure;
  readonly layouts: Map<string, MapLayout>;
}

const remembered = new WeakMap<MapGeometry, Remembered>();

/**
 * The map's layout, computed again only when something that takes room has changed: a figure of the usual width
 * taking another's place moves nothing and costs nothing.
 */
export function knownLayoutOf(
  geometry: MapGeometry,
  areas: readonly MapArea[],
  openNote: OpenNote | null,
  measure: TextMeasure,
  sizes: MapSizes,
  box: Box,
  avoid: readonly Box[],
  isNear: boolean,
): MapLayout {
  const texts = areas.map((area) => labelTextOf(area, geometry));
  const key = JSON.stringify([texts.map((text) => roomKeyOf(text)), openNote?.text, box, avoid]);
  const last = remembered.get(geometry);
  const layouts = last?.measure === measure ? last.layouts : new Map<string, MapLayout>();
  if (last?.measure !== measure) remembered.set(geometry, { measure, layouts });
  const known = layouts.get(key);
  if (known !== undefined) return known;
  const note = openNote === null || isNear ? null : openNoteTextOf(openNote, areas, geometry);
  const layout = layoutMap(geometry, texts, note, measure, sizes, box, avoid, isNear);
  if (layouts.size >= mostLayouts) layouts.clear();
  layouts.set(key, layout);
  return layout;
}

/** Everything of a label that takes room; figures up to the usual five letters all take the same. */
function roomKeyOf(text: LabelText): readonly unknown[] {
  const wide = text.figure !== null && text.figure.length > 5 ? text.figure : null;
  return [text.area, text.name, wide, text.hasRing, text.note];
}
