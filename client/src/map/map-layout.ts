import type { AreaId } from '@yavka/shared/ids';

import { rasterOf } from './area-raster.ts';
import type { AreaRaster } from './area-raster.ts';
import type { InsideLabel, LabelText } from './label-inside.ts';
import { bareForms, inflated, insideForms, overlap, placeInside, shortForms, tinyForms } from './label-inside.ts';
import type { OutsideLabel, OutsideRequest, OutsideRoom } from './label-outside.ts';
import { asideRequest, calloutRequest, placeOutside } from './label-outside.ts';
import type { LeaderLine, Point } from './leader-line.ts';
import { foreignLand, innerEdgeOf } from './leader-line.ts';
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
/** And so long at most. */
const bearableLength = 110;

/** A leader this many times longer than is bearable is worse than a figure without its name. */
const farTimes = 2.5;

/** How far within its area a leader begins. */
const startDepth = 16;

/** A label's ground is a little larger than its words, and does not touch a ring either. */
const plateAir = 4;

/** How far words keep from the edge of a window. */
const edge = 7;

const rasters = new WeakMap<MapGeometry, AreaRaster>();

/**
 * Places every label: inside its own area where the name fits, else outside on the ink with a leader, else shortened.
 * Callouts always stand outside. A label inside never touches its area's border; one outside never touches land.
 * @param box nothing is placed beyond it
 * @param isNear the land is larger than the box: what lies beyond has no label, what lies partly beyond has one only
 * where it fits in, and a callout that finds no ink stands on land, on a ground of its own
 */
export function layoutMap(
  geometry: MapGeometry,
  texts: readonly LabelText[],
  openNote: OpenNoteText | null,
  measure: TextMeasure,
  sizes: MapSizes,
  box: Box,
  avoid: readonly Box[] = [],
  isNear = false,
): MapLayout {
  const raster = rasters.get(geometry) ?? rasterOf(geometry.shapes, box.x + box.width, box.y + box.height, rasterCell);
  rasters.set(geometry, raster);
  const bounds = new Map(geometry.shapes.map((shape) => [shape.area, shape.bounds]));
  const seen = isNear ? texts.flatMap((text) => textWithin(text, bounds.get(text.area), box)) : texts;
  const marks = seen.filter((text) => text.callout).map((text) => ({ area: text.area, box: ringBox(text, sizes) }));
  const outlines = isNear ? seen.filter((text) => text.isPlace && !text.callout) : [];
  const ownLand = outlines.flatMap(({ area }) => ({ area, box: bounds.get(area) ?? box }));
  const ink = { box: inflated(box, -8 * sizes.unit), raster, unit: sizes.unit, marks: [...marks, ...ownLand] };
  const clear = isNear ? inflated(box, -edge) : box;

  const inside: InsideLabel[] = [];
  const obstacles: Box[] = marks.map((mark) => mark.box);
  const place = (text: LabelText, forms: readonly Omit<InsideLabel, 'area'>[]): boolean => {
    const room = bounds.get(text.area);
    if (room === undefined) return false;
    for (const form of forms) {
      const found = placeInside(text, form, room, clear, raster, obstacles);
      if (found === null) continue;
      inside.push(found);
      return true;
    }
    return false;
  };

  // Callouts first: their leaders run over land, and the labels there make way.
  const called = seen.filter(
    (text) => text.callout || (isNear && text.isPlace && !place(text, insideForms(text, measure, sizes))),
  );
  const callouts = placeCallouts(called, measure, sizes, { ...ink, avoid, labels: [], leaders: [] }, isNear);
  const leaders = leadersOf(callouts);
  obstacles.push(...underLeaders(leaders, sizes), ...callouts.map((label) => inflated(label.box, edge)));
  if (isNear) obstacles.push(...avoid);
  obstacles.push(...ownLand.map((each) => inflated(each.box, edge)));
  const isPlaced = (text: LabelText): boolean => inside.some((label) => label.area === text.area);
  const rest = seen.filter((text) => !called.includes(text) && !isPlaced(text));
  const crowded = rest.filter((text) => !place(text, insideForms(text, measure, sizes)));

  const besides = (): OutsideRoom => ({
    ...ink,
    avoid: [...avoid, ...callouts.map((label) => label.box)],
    labels: inside.map((label) => label.box),
    leaders,
  });
  const isWhole = (area: AreaId): boolean => !isNear || contains(box, bounds.get(area) ?? box);
  const asides = crowded
    .filter((text) => isWhole(text.area))
    .map((text) => {
      const room = bounds.get(text.area);
      const starts = room === undefined ? [] : innerEdgeOf(text.area, room, raster, startDepth * sizes.unit);
      const begins = starts.filter((start) => !marks.some((mark) => isIn(mark.box, start)));
      return asideRequest(text, begins, measure, sizes);
    });
  const tried = placeOutside(asides, besides());
  const shortened = new Set(
    crowded
      .filter((text) => !isBearable(tried, text.area, raster, sizes))
      .filter((text) => place(text, shortForms(text, measure, sizes)))
      .map((text) => text.area),
  );
  const note = openNote === null ? [] : [noteRequest(openNote, measure, sizes)];
  const left = asides.filter((aside) => aside.area === null || !shortened.has(aside.area));
  const nearest = placeOutside([...left, ...note], besides());
  const isFar = (label: OutsideLabel): boolean =>
    !isNear && label.area !== null && !isBearable(nearest, label.area, raster, sizes, farTimes);
  const kept = nearest.filter((label) => !isFar(label));
  obstacles.push(...underLeaders(leadersOf(kept), sizes));
  const lastForms = (text: LabelText): Omit<InsideLabel, 'area'>[] => [
    ...tinyForms(text, measure, sizes),
    ...bareForms(text, measure, sizes),
  ];
  const placeLast = (area: AreaId | null): boolean =>
    crowded.some((text) => text.area === area && place(text, lastForms(text)));
  const outside = [...kept, ...nearest.filter((label) => isFar(label) && !placeLast(label.area))];
  obstacles.push(...underLeaders(leadersOf(outside), sizes));
  const standing = new Set([...outside, ...inside].map((label) => label.area));
  for (const text of crowded) {
    if (!isNear && !standing.has(text.area)) place(text, lastForms(text));
  }
  const labels = new Map<AreaId, MapLabel>();
  for (const label of [...inside, ...callouts, ...outside]) if (label.area !== null) labels.set(label.area, label);
  return { labels, openNote: outside.find((label) => label.kind === 'note') ?? null };
}

/** On the ink; where the land fills the box, beside their own places on a ground of their own. */
function placeCallouts(
  texts: readonly LabelText[],
  measure: TextMeasure,
  sizes: MapSizes,
  room: OutsideRoom,
  isNear: boolean,
): OutsideLabel[] {
  const requests = texts.map((text) => calloutRequest(text, measure, sizes));
  const placed = placeOutside(requests, room);
  const left = requests.filter((request) => !placed.some((label) => label.area === request.area));
  if (!isNear || left.length === 0) return placed;
  const onLand = placeOutside(left, {
    ...room,
    raster: { ...room.raster, isFree: () => true },
    avoid: [...room.avoid, ...placed.map((label) => label.box)],
    leaders: leadersOf(placed),
  });
  return [...placed, ...onLand.map((label) => ({ ...label, isOnLand: true }))];
}

/** A text whose area is seen in the box, anchored where it is seen. */
function textWithin(text: LabelText, bounds: Box | undefined, box: Box): LabelText[] {
  if (bounds === undefined || !overlap(bounds, box)) return [];
  if (isIn(box, text.anchor)) return [text];
  if (text.callout) return [];
  const [left, top] = [Math.max(bounds.x, box.x), Math.max(bounds.y, box.y)];
  const right = Math.min(bounds.x + bounds.width, box.x + box.width);
  const bottom = Math.min(bounds.y + bounds.height, box.y + box.height);
  return [{ ...text, anchor: [(left + right) / 2, (top + bottom) / 2] }];
}

function underLeaders(lines: readonly LeaderLine[], sizes: MapSizes): Box[] {
  return lines.flatMap((leader) => boxesAlong(leader, Math.max(3, 5 * sizes.unit)));
}

function contains(outer: Box, inner: Box): boolean {
  return (
    outer.x <= inner.x &&
    outer.y <= inner.y &&
    outer.x + outer.width >= inner.x + inner.width &&
    outer.y + outer.height >= inner.y + inner.height
  );
}

function isBearable(
  placed: readonly OutsideLabel[],
  area: AreaId,
  raster: AreaRaster,
  sizes: MapSizes,
  times = 1,
): boolean {
  const leader = placed.find((label) => label.area === area)?.leader ?? null;
  if (leader === null) return false;
  const [[x0, y0], [x1, y1]] = leader;
  if (Math.hypot(x1 - x0, y1 - y0) > times * bearableLength * sizes.unit) return false;
  return foreignLand(area, leader, raster) <= times * bearableForeignLand * sizes.unit;
}

function leadersOf(labels: readonly OutsideLabel[]): LeaderLine[] {
  return labels.flatMap((label) => (label.leader === null ? [] : [label.leader]));
}

function isIn(box: Box, [x, y]: Point): boolean {
  return overlap(box, { x, y, width: 0.01, height: 0.01 });
}

/** A line as a row of small boxes, for what can only be asked about boxes. */
function boxesAlong([from, to]: LeaderLine, half: number): Box[] {
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
    starts: [note.anchor],
    width,
    height: note.lines.length * size * 1.12,
    lines: note.lines,
  };
}

function ringBox(text: LabelText, sizes: MapSizes): Box {
  const [x, y] = text.anchor;
  return inflated({ x, y, width: 0, height: 0 }, sizes.ring + 8 * sizes.unit + plateAir);
}
