import type { AreaId } from '@yavka/shared/ids';

import { rasterOf } from './area-raster.ts';
import type { AreaRaster } from './area-raster.ts';
import type { InsideLabel, LabelText } from './label-inside.ts';
import { bareForms, inflated, insideForms, placeInside, shortForms } from './label-inside.ts';
import type { OutsideLabel, OutsideRequest, OutsideRoom } from './label-outside.ts';
import { asideRequest, calloutRequest, foreignLand, placeOutside } from './label-outside.ts';
import type { Box, MapGeometry } from './map-geometry.ts';
import type { MapSizes } from './map-sizes.ts';
import type { TextMeasure } from './text-measure.ts';

export type MapLabel = InsideLabel | OutsideLabel;

/** Where every label of a map stands. */
export interface MapLayout {
  readonly labels: ReadonlyMap<AreaId, MapLabel>;
  /** The words about open polls, where they found room. */
  readonly openNote: OutsideLabel | null;
}

/** Words about open polls that want a place near any of `anchors`. */
export interface OpenNoteText {
  readonly lines: readonly string[];
  readonly anchor: readonly [number, number];
}

const rasterCell = 3;
/** A leader may run this far over other areas before a shortened name inside is the better answer. */
const bearableForeignLand = 70;

const rasters = new WeakMap<MapGeometry, AreaRaster>();

/**
 * Places every label: inside its own area where the name fits, else outside on the ink with a leader, else shortened.
 * Callouts always stand outside. A label inside never touches its area's border; one outside never touches land.
 */
export function layoutMap(
  geometry: MapGeometry,
  texts: readonly LabelText[],
  openNote: OpenNoteText | null,
  measure: TextMeasure,
  sizes: MapSizes,
  box: Box,
  avoid: readonly Box[] = [],
): MapLayout {
  const raster = rasters.get(geometry) ?? rasterOf(geometry.shapes, box.width, box.height, rasterCell);
  rasters.set(geometry, raster);
  const bounds = new Map(geometry.shapes.map((shape) => [shape.area, shape.bounds]));
  const ink = { box: inflated(box, -8 * sizes.unit), raster, unit: sizes.unit };

  // Callouts first: their leaders run over land, and the labels there make way.
  const callouts = placeOutside(
    texts.filter((text) => text.callout).map((text) => calloutRequest(text, measure, sizes)),
    { ...ink, avoid, labels: [], leaders: [] },
  );
  const leaders = callouts.flatMap((label) => (label.leader === null ? [] : [label.leader]));
  const rings = texts.filter((text) => text.callout).map((text) => ringBox(text, sizes));
  const obstacles = [...rings, ...leaders.flatMap((leader) => boxesAlong(leader, 5 * sizes.unit))];

  const inside: InsideLabel[] = [];
  const place = (text: LabelText, forms: readonly Omit<InsideLabel, 'area'>[]): boolean => {
    const room = bounds.get(text.area);
    if (room === undefined) return false;
    for (const form of forms) {
      const found = placeInside(text, form, room, raster, obstacles);
      if (found === null) continue;
      inside.push(found);
      return true;
    }
    return false;
  };
  const crowded = texts.filter((text) => !text.callout && !place(text, insideForms(text, measure, sizes)));

  const besides = (): OutsideRoom => ({
    ...ink,
    avoid: [...avoid, ...callouts.map((label) => label.box)],
    labels: [...rings, ...inside.map((label) => label.box)],
    leaders,
  });
  const asides = crowded.map((text) => asideRequest(text, measure, sizes));
  const tried = placeOutside(asides, besides());
  const shortened = new Set(
    crowded
      .filter((text) => !isBearable(tried, text.area, raster, sizes))
      .filter((text) => place(text, shortForms(text, measure, sizes)))
      .map((text) => text.area),
  );
  const note = openNote === null ? [] : [noteRequest(openNote, measure, sizes)];
  const left = asides.filter((aside) => aside.area === null || !shortened.has(aside.area));
  const outside = placeOutside([...left, ...note], besides());
  const standing = new Set(outside.map((label) => label.area));
  for (const text of crowded) {
    if (!shortened.has(text.area) && !standing.has(text.area)) place(text, bareForms(text, measure, sizes));
  }
  const labels = new Map<AreaId, MapLabel>();
  for (const label of [...inside, ...callouts, ...outside]) if (label.area !== null) labels.set(label.area, label);
  return { labels, openNote: outside.find((label) => label.kind === 'note') ?? null };
}

function isBearable(placed: readonly OutsideLabel[], area: AreaId, raster: AreaRaster, sizes: MapSizes): boolean {
  const leader = placed.find((label) => label.area === area)?.leader ?? null;
  return leader !== null && foreignLand(area, leader, raster) <= bearableForeignLand * sizes.unit;
}

/** A line as a row of small boxes, for what can only be asked about boxes. */
function boxesAlong([from, to]: readonly [readonly [number, number], readonly [number, number]], half: number): Box[] {
  const steps = Math.max(1, Math.ceil(Math.hypot(to[0] - from[0], to[1] - from[1]) / half));
  return Array.from({ length: steps + 1 }, (_, index) => {
    const share = index / steps;
    const [x, y] = [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
    return inflated({ x, y, width: 0, height: 0 }, half);
  });
}

function noteRequest(note: OpenNoteText, measure: TextMeasure, sizes: MapSizes): OutsideRequest {
  const size = sizes.name;
  const width = Math.max(...note.lines.map((line) => measure(line, 'name', size))) + size * 1.1;
  return {
    kind: 'note',
    area: null,
    anchor: note.anchor,
    width,
    height: note.lines.length * size * 1.12,
    lines: note.lines,
  };
}

function ringBox(text: LabelText, sizes: MapSizes): Box {
  const [x, y] = text.anchor;
  return inflated({ x, y, width: 0, height: 0 }, sizes.ring + 8 * sizes.unit);
}
