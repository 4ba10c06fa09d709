import type { AreaId } from '@yavka/shared/ids';

import type { AreaShape, Box, MapGeometry } from './map-geometry.ts';

/** An area fills this much of the window, so that its neighbours are seen around it. */
const share = 0.62;
/** No nearer than this many times the whole map: a city of ten pixels would else be all there is. */
const nearest = 9;
/** From here on a small place is its own outline; below, a ring stands for it. */
const leastOutline = 30;

/**
 * Where the whole land would have to lie for `area` to stand in the middle of `window` with its neighbours around it.
 * The room of the land as it was when the map holds no such area.
 */
export function zoomRoomOf(whole: MapGeometry, room: Box, area: AreaId, window: Box): Box {
  const bounds = whole.shapes.find((shape) => shape.area === area)?.bounds;
  if (bounds === undefined) return room;
  const scale = Math.min((window.width * share) / bounds.width, (window.height * share) / bounds.height, nearest);
  const [cx, cy] = [bounds.x + bounds.width / 2, bounds.y + bounds.height / 2];
  return {
    x: window.x + window.width / 2 + (room.x - cx) * scale,
    y: window.y + window.height / 2 + (room.y - cy) * scale,
    width: room.width * scale,
    height: room.height * scale,
  };
}

/** The transform under which what is drawn for the room `now` looks as it did for the room `before`. */
export function asBefore(before: Box, now: Box): string {
  const scale = before.width / now.width;
  return `translate(${before.x - now.x * scale}px, ${before.y - now.y * scale}px) scale(${scale})`;
}

/** Whether a place is drawn as a ring, being too small at this size to be seen as land. */
export function isTooSmall(shape: AreaShape | undefined): boolean {
  return shape === undefined || Math.min(shape.bounds.width, shape.bounds.height) < leastOutline;
}
