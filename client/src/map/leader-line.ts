import type { AreaId } from '@yavka/shared/ids';

import type { AreaRaster } from './area-raster.ts';
import type { Box } from './map-geometry.ts';

export type Point = readonly [number, number];
/** From a place on the map to its label outside. */
export type LeaderLine = readonly [Point, Point];

/** How many pixels of a leader lie on land that is not its own area's. */
export function foreignLand(area: AreaId | null, [from, to]: LeaderLine, raster: AreaRaster): number {
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

export function nearestPoint(box: Box, [x, y]: Point): Point {
  return [Math.min(Math.max(x, box.x), box.x + box.width), Math.min(Math.max(y, box.y), box.y + box.height)];
}

/** Whether a line has any point within the box (Liang and Barsky); allocates nothing, being asked of every place. */
export function crossesBox(line: LeaderLine, box: Box): boolean {
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

/** Whether two lines cross each other. */
export function crosses(one: LeaderLine, other: LeaderLine): boolean {
  const [a, b] = one;
  const [c, d] = other;
  return sideOf(a, b, c) !== sideOf(a, b, d) && sideOf(c, d, a) !== sideOf(c, d, b);
}

function sideOf(p: Point, q: Point, r: Point): number {
  return Math.sign((q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]));
}

/**
 * Where a leader may begin so that it plainly begins in its area: along the border, `depth` from it. Where the area is
 * too narrow for that, as deep as it goes.
 */
export function innerEdgeOf(area: AreaId, bounds: Box, raster: AreaRaster, depth: number): Point[] {
  const { cell } = raster;
  for (let deep = depth; deep >= cell; deep /= 2) {
    const points: Point[] = [];
    for (let y = bounds.y; y <= bounds.y + bounds.height; y += cell) {
      for (let x = bounds.x; x <= bounds.x + bounds.width; x += cell) {
        const isDeep = raster.isWithin(area, around(x, y, deep));
        if (isDeep && !raster.isWithin(area, around(x, y, deep + 2 * cell))) points.push([x, y]);
      }
    }
    if (points.length > 0) return thinned(points);
  }
  return [];
}

/** More starts than this find no better leader. */
const mostStarts = 160;

function thinned(points: readonly Point[]): Point[] {
  const every = Math.ceil(points.length / mostStarts);
  return points.filter((_, index) => index % every === 0);
}

function around(x: number, y: number, by: number): Box {
  return { x: x - by, y: y - by, width: 2 * by, height: 2 * by };
}
