import type { AreaId } from '@yavka/shared/ids';

import type { AreaRaster } from './area-raster.ts';
import type { LabelText } from './label-inside.ts';
import { brokenName, figureWidth, inflated, overlap } from './label-inside.ts';
import type { LeaderLine, Point } from './leader-line.ts';
import { crosses, crossesBox, foreignLand, nearestPoint } from './leader-line.ts';
import type { Box } from './map-geometry.ts';
import type { MapSizes } from './map-sizes.ts';
import type { TextMeasure } from './text-measure.ts';

/** A label on the ink outside all land: beside a leader (`aside`), a plate with its chip (`callout`), or words alone. */
export interface OutsideLabel {
  readonly kind: 'aside' | 'callout' | 'note';
  readonly area: AreaId | null;
  readonly box: Box;
  readonly lines: readonly string[];
  /** Text is set against the side where the leader ends. */
  readonly align: 'left' | 'right';
  readonly leader: LeaderLine | null;
  /** It found no ink and stands on land, on a ground of its own. */
  readonly isOnLand?: boolean;
}

/** Something that asks for a place outside. */
export interface OutsideRequest {
  readonly kind: OutsideLabel['kind'];
  readonly area: AreaId | null;
  /** Where its leader may begin; of a note, what it should stand near. */
  readonly starts: readonly Point[];
  readonly width: number;
  readonly height: number;
  readonly lines: readonly string[];
}

export interface OutsideRoom {
  readonly box: Box;
  readonly raster: AreaRaster;
  /** What else is drawn on the ink. */
  readonly avoid: readonly Box[];
  /** Labels on land, which no leader crosses. */
  readonly labels: readonly Box[];
  /** The rings of places too small to be seen: no label lies over one, and a leader crosses none but its own. */
  readonly marks: readonly { readonly area: AreaId; readonly box: Box }[];
  /** Leaders that stand already. */
  readonly leaders: readonly LeaderLine[];
  readonly unit: number;
}

const passes = 3;
const fewRequests = 3;
const costOfNoPlace = 10_000;
const step = 6;
const least = 4;
/** How far a label keeps from land and from its neighbours: on a small map more than the grid of land can miss. */
const clear = 5;
const leastClear = 6;
const costOfForeignLand = 1.2;

/** @param starts where its leader may begin; its own anchor when there are none */
export function asideRequest(
  text: LabelText,
  starts: readonly Point[],
  measure: TextMeasure,
  sizes: MapSizes,
): OutsideRequest {
  const names = brokenName(text.name) ?? [text.name];
  const note = text.note === null ? 0 : measure(text.note, 'note', sizes.note);
  const width = Math.max(
    figureWidth(text, measure, sizes.figure),
    note,
    ...names.map((line) => measure(line, 'name', sizes.name)),
  );
  const height = sizes.figure * 0.84 + names.length * sizes.name * 1.06 + (text.note === null ? 0 : sizes.note * 1.06);
  const from = starts.length === 0 ? [text.anchor] : starts;
  return { kind: 'aside', area: text.area, starts: from, width, height, lines: names };
}

export function calloutRequest(text: LabelText, measure: TextMeasure, sizes: MapSizes): OutsideRequest {
  const words = Math.max(
    measure(text.name, 'name', sizes.calloutName),
    measure(text.note ?? text.kindWord, 'note', sizes.note),
  );
  const figure = figureWidth(text, measure, sizes.calloutFigure);
  const width = sizes.chip * 1.9 + words + sizes.chip * 1.1 + figure;
  const height = sizes.calloutFigure * 1.24;
  return { kind: 'callout', area: text.area, starts: [text.anchor], width, height, lines: [text.name] };
}

/**
 * Finds a place for each request in the room: never on land, never over another label; near its anchor, with a leader
 * that crosses no other leader, no label and no mark, and as little of others' land as it can. Who goes first matters
 * where places are few, so every order of a few requests is tried and the cheapest kept; of many, each is placed again
 * once it knows the others. Deterministic; a request that fits nowhere is left out.
 */
export function placeOutside(requests: readonly OutsideRequest[], room: OutsideRoom): OutsideLabel[] {
  const searches = requests.map((request) => ({ request, places: placesFor(request, room), alone: [] }));
  const isFew = searches.length <= fewRequests;
  let best: Placement | null = null;
  for (const order of isFew ? ordersOf(searches) : turnsOf(searches)) {
    const tried = placeInOrder(order, room, isFew ? 1 : passes);
    if (best === null || tried.cost < best.cost) best = tried;
    // Of many requests a few orders do, as long as every one has found a place.
    if (!isFew && best.cost < costOfNoPlace && order === searches) break;
  }
  return requests.flatMap((request) => best?.placed.get(request)?.label ?? []);
}

/** A free box for a request, and how far it is. */
interface Place {
  readonly box: Box;
  readonly leader: LeaderLine;
  readonly length: number;
}

interface Search {
  readonly request: OutsideRequest;
  /** The nearest first. */
  readonly places: readonly Place[];
  /** What each place costs without the other requests, worked out when it is first asked for. */
  readonly alone: number[];
}

interface Placed {
  readonly label: OutsideLabel;
  readonly cost: number;
}

interface Placement {
  readonly placed: ReadonlyMap<OutsideRequest, Placed>;
  readonly cost: number;
}

function placeInOrder(order: readonly Search[], room: OutsideRoom, times: number): Placement {
  const placed = new Map<OutsideRequest, Placed>();
  for (let pass = 0; pass < times; pass += 1) {
    for (const search of order) {
      placed.delete(search.request);
      const others = [...placed.values()].map((each) => each.label);
      const best = bestPlace(search, room, others);
      if (best !== null) placed.set(search.request, best);
    }
  }
  const missing = order.length - placed.size;
  const cost = [...placed.values()].reduce((sum, each) => sum + each.cost, missing * costOfNoPlace);
  return { placed, cost };
}

function ordersOf<T>(items: readonly T[]): T[][] {
  if (items.length <= 1) return [[...items]];
  return items.flatMap((first, index) => ordersOf(items.toSpliced(index, 1)).map((rest) => [first, ...rest]));
}

/** The items from the last to the first, as they are, and beginning with each in turn. */
function turnsOf<T>(items: readonly T[]): (readonly T[])[] {
  const turned = items.map((_, index) => (index === 0 ? items : [...items.slice(index), ...items.slice(0, index)]));
  return [items.toReversed(), ...turned];
}

const known = new WeakMap<AreaRaster, Map<string, readonly Place[]>>();
const mostKnown = 60;

/** The free places for a request, the nearest first; remembered, since layouts of one map mostly ask for the same. */
function placesFor(request: OutsideRequest, room: OutsideRoom): readonly Place[] {
  const { width, height, starts } = request;
  const key = JSON.stringify([width, height, starts, room.box, room.avoid, room.leaders]);
  const remembered = known.get(room.raster) ?? new Map<string, readonly Place[]>();
  known.set(room.raster, remembered);
  const places = remembered.get(key) ?? findPlaces(request, room);
  if (remembered.size >= mostKnown) remembered.clear();
  remembered.set(key, places);
  return places;
}

function findPlaces({ width, height, starts }: OutsideRequest, room: OutsideRoom): Place[] {
  const stride = Math.max(least, step * room.unit);
  const places: Place[] = [];
  for (let y = room.box.y; y + height <= room.box.y + room.box.height; y += stride) {
    for (let x = room.box.x; x + width <= room.box.x + room.box.width; x += stride) {
      const box = { x, y, width, height };
      const roomy = inflated(box, Math.max(leastClear, clear * room.unit));
      if (!room.raster.isFree(roomy) || room.avoid.some((each) => overlap(each, roomy))) continue;
      if (room.marks.some((mark) => overlap(mark.box, roomy))) continue;
      if (room.leaders.some((line) => crossesBox(line, roomy))) continue;
      places.push({ box, ...shortestTo(box, starts) });
    }
  }
  return places.sort((a, b) => a.length - b.length || a.box.y - b.box.y || a.box.x - b.box.x);
}

function shortestTo(box: Box, starts: readonly Point[]): Omit<Place, 'box'> {
  let shortest = Number.POSITIVE_INFINITY;
  let from: Point = [0, 0];
  for (const start of starts) {
    const dx = Math.max(box.x - start[0], 0, start[0] - box.x - box.width);
    const dy = Math.max(box.y - start[1], 0, start[1] - box.y - box.height);
    const length = dx * dx + dy * dy;
    if (length < shortest) [shortest, from] = [length, start];
  }
  return { leader: [from, nearestPoint(box, from)], length: Math.sqrt(shortest) };
}

function bestPlace(
  { request, places, alone }: Search,
  room: OutsideRoom,
  others: readonly OutsideLabel[],
): Placed | null {
  const { area, kind, lines } = request;
  const leaders = others.flatMap((other) => (other.leader === null ? [] : [other.leader]));
  let best: Place | null = null;
  let lowest = Number.POSITIVE_INFINITY;
  for (const [index, place] of places.entries()) {
    if (place.length >= lowest) break;
    const roomy = inflated(place.box, Math.max(leastClear, clear * room.unit));
    if (others.some((other) => overlap(other.box, roomy)) || leaders.some((line) => crossesBox(line, roomy))) continue;
    const own = (alone[index] ??= costAlone(request, place, room));
    const { leader } = place;
    const isCrossing =
      kind !== 'note' &&
      others.some((other) => crossesBox(leader, other.box) || (other.leader !== null && crosses(leader, other.leader)));
    const cost = isCrossing ? Number.POSITIVE_INFINITY : own;
    if (cost < lowest) [best, lowest] = [place, cost];
  }
  if (best === null) return null;
  const align = best.leader[1][0] > best.box.x + best.box.width / 2 ? 'right' : 'left';
  const leader = kind === 'note' ? null : best.leader;
  return { label: { kind, area, box: best.box, lines, align, leader }, cost: lowest };
}

/** A leader's length and the land of others under it; out of the question where it would cross what stands already. */
function costAlone(request: OutsideRequest, place: Place, room: OutsideRoom): number {
  if (request.kind === 'note') return place.length;
  const { leader } = place;
  const isCrossing =
    room.labels.some((box) => crossesBox(leader, inflated(box, 3 * room.unit))) ||
    room.avoid.some((box) => crossesBox(leader, box)) ||
    room.marks.some((mark) => mark.area !== request.area && crossesBox(leader, mark.box)) ||
    room.leaders.some((line) => crosses(leader, line));
  if (isCrossing) return Number.POSITIVE_INFINITY;
  return place.length + foreignLand(request.area, leader, room.raster) * costOfForeignLand;
}
