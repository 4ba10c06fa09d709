import type { AreaId } from '@yavka/shared/ids';

import type { AreaRaster } from './area-raster.ts';
import type { LabelText } from './label-inside.ts';
import { brokenName, figureWidth, inflated, overlap } from './label-inside.ts';
import type { Box } from './map-geometry.ts';
import type { MapSizes } from './map-sizes.ts';
import type { TextMeasure } from './text-measure.ts';

type Point = readonly [number, number];

/** A label on the ink outside all land: beside a leader (`aside`), a plate with its chip (`callout`), or words alone. */
export interface OutsideLabel {
  readonly kind: 'aside' | 'callout' | 'note';
  readonly area: AreaId | null;
  readonly box: Box;
  readonly lines: readonly string[];
  /** Text is set against the side where the leader ends. */
  readonly align: 'left' | 'right';
  readonly leader: readonly [Point, Point] | null;
}

/** Something that asks for a place outside. */
export interface OutsideRequest {
  readonly kind: OutsideLabel['kind'];
  readonly area: AreaId | null;
  readonly anchor: Point;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly string[];
}

export interface OutsideRoom {
  readonly box: Box;
  readonly raster: AreaRaster;
  /** What else is drawn on the ink. */
  readonly avoid: readonly Box[];
  /** Labels on land, which a leader should not cross. */
  readonly labels: readonly Box[];
  /** Leaders that stand already. */
  readonly leaders: readonly (readonly [Point, Point])[];
  readonly unit: number;
}

const passes = 3;
const fewRequests = 3;
const costOfNoPlace = 10_000;
const step = 6;
const least = 4;
/** How far a label keeps from land and from its neighbours. */
const clear = 5;
const costOfForeignLand = 1.2;
const costOfCrossing = 260;

export function asideRequest(text: LabelText, measure: TextMeasure, sizes: MapSizes): OutsideRequest {
  const names = brokenName(text.name) ?? [text.name];
  const note = text.note === null ? 0 : measure(text.note, 'note', sizes.note);
  const width = Math.max(
    figureWidth(text, measure, sizes.figure),
    note,
    ...names.map((line) => measure(line, 'name', sizes.name)),
  );
  const height = sizes.figure * 0.84 + names.length * sizes.name * 1.06 + (text.note === null ? 0 : sizes.note * 1.06);
  return { kind: 'aside', area: text.area, anchor: text.anchor, width, height, lines: names };
}

export function calloutRequest(text: LabelText, measure: TextMeasure, sizes: MapSizes): OutsideRequest {
  const words = Math.max(
    measure(text.name, 'name', sizes.calloutName),
    measure(text.note ?? text.kindWord, 'note', sizes.note),
  );
  const figure = figureWidth(text, measure, sizes.calloutFigure);
  const width = sizes.chip * 1.9 + words + sizes.chip * 1.1 + figure;
  const height = sizes.calloutFigure * 1.24;
  return { kind: 'callout', area: text.area, anchor: text.anchor, width, height, lines: [text.name] };
}

/**
 * Finds a place for each request in the room: never on land, never over another label; near its anchor, with a leader
 * that crosses as little as it can. Who goes first matters where places are few, so every order of a few requests is
 * tried and the cheapest kept; of many, each is placed again once it knows the others. Deterministic; a request that
 * fits nowhere is left out.
 */
export function placeOutside(requests: readonly OutsideRequest[], room: OutsideRoom): OutsideLabel[] {
  const searches = requests.map((request) => ({ request, places: placesFor(request, room), alone: [] }));
  const isFew = searches.length <= fewRequests;
  let best: Placement | null = null;
  for (const order of isFew ? ordersOf(searches) : [searches, searches.toReversed()]) {
    const tried = placeInOrder(order, room, isFew ? 1 : passes);
    if (best === null || tried.cost < best.cost) best = tried;
  }
  return requests.flatMap((request) => best?.placed.get(request)?.label ?? []);
}

/** A free box for a request, and how far it is. */
interface Place {
  readonly box: Box;
  readonly end: Point;
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

const known = new WeakMap<AreaRaster, Map<string, readonly Place[]>>();
const mostKnown = 60;

/** The free places for a request, the nearest first; remembered, since layouts of one map mostly ask for the same. */
function placesFor(request: OutsideRequest, room: OutsideRoom): readonly Place[] {
  const { width, height, anchor } = request;
  const key = JSON.stringify([width, height, anchor, room.box, room.avoid, room.leaders]);
  const remembered = known.get(room.raster) ?? new Map<string, readonly Place[]>();
  known.set(room.raster, remembered);
  const places = remembered.get(key) ?? findPlaces(request, room);
  if (remembered.size >= mostKnown) remembered.clear();
  remembered.set(key, places);
  return places;
}

function findPlaces({ width, height, anchor }: OutsideRequest, room: OutsideRoom): Place[] {
  const stride = Math.max(least, step * room.unit);
  const places: Place[] = [];
  for (let y = room.box.y; y + height <= room.box.y + room.box.height; y += stride) {
    for (let x = room.box.x; x + width <= room.box.x + room.box.width; x += stride) {
      const box = { x, y, width, height };
      const roomy = inflated(box, clear * room.unit);
      if (!room.raster.isFree(roomy) || room.avoid.some((each) => overlap(each, roomy))) continue;
      if (room.leaders.some((line) => crossesBox(line, roomy))) continue;
      const end = nearestPoint(box, anchor);
      places.push({ box, end, length: Math.hypot(end[0] - anchor[0], end[1] - anchor[1]) });
    }
  }
  return places.sort((a, b) => a.length - b.length || a.box.y - b.box.y || a.box.x - b.box.x);
}

function bestPlace(
  { request, places, alone }: Search,
  room: OutsideRoom,
  others: readonly OutsideLabel[],
): Placed | null {
  const { anchor, area, kind, lines } = request;
  const leaders = others.flatMap((other) => (other.leader === null ? [] : [other.leader]));
  let best: Place | null = null;
  let lowest = Number.POSITIVE_INFINITY;
  for (const [index, place] of places.entries()) {
    if (place.length >= lowest) break;
    const roomy = inflated(place.box, clear * room.unit);
    if (others.some((other) => overlap(other.box, roomy)) || leaders.some((line) => crossesBox(line, roomy))) continue;
    const own = (alone[index] ??= costAlone(request, place, room));
    const leader = [anchor, place.end] as const;
    const crossed =
      kind === 'note'
        ? 0
        : 4 * others.filter((other) => crossesBox(leader, other.box)).length +
          leaders.filter((line) => crosses(leader, line)).length;
    const cost = own + crossed * costOfCrossing * room.unit;
    if (cost < lowest) [best, lowest] = [place, cost];
  }
  if (best === null) return null;
  const align = best.end[0] > best.box.x + best.box.width / 2 ? 'right' : 'left';
  const leader = kind === 'note' ? null : ([anchor, best.end] as const);
  return { label: { kind, area, box: best.box, lines, align, leader }, cost: lowest };
}

/** A leader's length, the land of others under it, and the labels and leaders that stood before and that it crosses. */
function costAlone(request: OutsideRequest, place: Place, room: OutsideRoom): number {
  if (request.kind === 'note') return place.length;
  const leader = [request.anchor, place.end] as const;
  const labels = room.labels.filter((box) => crossesBox(leader, inflated(box, 4 * room.unit))).length;
  const boxes = room.avoid.filter((box) => crossesBox(leader, box)).length;
  const leaders = room.leaders.filter((line) => crosses(leader, line)).length;
  const land = foreignLand(request.area, leader, room.raster) * costOfForeignLand;
  return place.length + land + (labels + 4 * boxes + leaders) * costOfCrossing * room.unit;
}

/** How many pixels of a leader lie on land that is not its own area's. */
export function foreignLand(area: AreaId | null, [from, to]: readonly [Point, Point], raster: AreaRaster): number {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  const steps = Math.max(1, Math.ceil(length / raster.cell));
  let foreign = 0;
  for (let index = 0; index <= steps; index += 1) {
    const share = index / steps;
    const owner = raster.areaAt(from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share);
    if (owner !== null && owner !== area) foreign += 1;
  }
  return (foreign * length) / steps;
}

function nearestPoint(box: Box, [x, y]: Point): Point {
  return [Math.min(Math.max(x, box.x), box.x + box.width), Math.min(Math.max(y, box.y), box.y + box.height)];
}

/** Whether a line has any point within the box (Liang and Barsky); allocates nothing, being asked of every place. */
function crossesBox(line: readonly [Point, Point], box: Box): boolean {
  const x = line[0][0];
  const y = line[0][1];
  const dx = line[1][0] - x;
  const dy = line[1][1] - y;
  let from = 0;
  let to = 1;
  for (let side = 0; side < 4; side += 1) {
    const slope = side === 0 ? -dx : side === 1 ? dx : side === 2 ? -dy : dy;
    const room =
      side === 0 ? x - box.x : side === 1 ? box.x + box.width - x : side === 2 ? y - box.y : box.y + box.height - y;
    if (slope === 0) {
      if (room <= 0) return false;
      continue;
    }
    const at = room / slope;
    if (slope < 0) from = Math.max(from, at);
    else to = Math.min(to, at);
    if (from >= to) return false;
  }
  return true;
}

function crosses(one: readonly [Point, Point], other: readonly [Point, Point]): boolean {
  const [a, b] = one;
  const [c, d] = other;
  return sideOf(a, b, c) !== sideOf(a, b, d) && sideOf(c, d, a) !== sideOf(c, d, b);
}

function sideOf(p: Point, q: Point, r: Point): number {
  return Math.sign((q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]));
}
