import type { AreaId } from '@yavka/shared/ids';
import type { MapArea } from '@yavka/shared/scenes/map-area';

const directions: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/**
 * Where a key leads from an area: an arrow to the nearest area on that side, `Home` and `End` to the first and last in
 * the commission's order. Null for another key, and where nothing lies that way.
 * @param project pixels of a label point
 */
export function nextAreaOf(
  key: string,
  from: AreaId,
  areas: readonly MapArea[],
  project: (point: readonly [number, number]) => readonly [number, number],
): AreaId | null {
  const ordered = [...areas].sort((a, b) => a.order - b.order);
  if (key === 'Home') return ordered[0]?.area ?? null;
  if (key === 'End') return ordered.at(-1)?.area ?? null;
  const direction = directions[key];
  const start = areas.find((each) => each.area === from)?.labelPoint;
  if (direction === undefined || start === undefined || start === null) return null;
  const [x0, y0] = project(start);
  let nearest: AreaId | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const { area, labelPoint } of areas) {
    if (area === from || labelPoint === null) continue;
    const [x, y] = project(labelPoint);
    const along = (x - x0) * direction[0] + (y - y0) * direction[1];
    const across = Math.abs((x - x0) * direction[1]) + Math.abs((y - y0) * direction[0]);
    // Within a right angle around the arrow; what lies straight ahead is nearer than what lies aslant.
    if (along <= 0 || across > along) continue;
    const distance = along + 2 * across;
    if (distance < least) [nearest, least] = [area, distance];
  }
  return nearest;
}
