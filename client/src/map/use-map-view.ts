import type { AreaId } from '@yavka/shared/ids';
import { useMemo, useState } from 'react';
import type { Topology } from 'topojson-specification';

import type { Box, MapGeometry } from './map-geometry.ts';
import { mapGeometryOf } from './map-geometry.ts';
import { asBefore, zoomRoomOf } from './map-zoom.ts';

/** What a map is drawn near, and in which part of its box. */
export interface MapNear {
  readonly zoomed: AreaId | null;
  readonly window: Box;
}

/** What part of the land is shown, and how it looked before the last change of that. */
export interface MapView {
  readonly geometry: MapGeometry;
  readonly zoomed: AreaId | null;
  readonly isNear: boolean;
  /** Where labels may stand. */
  readonly box: Box;
  /** Null until the first change. */
  readonly before: string | null;
  /** 0 until the first change, then 1 and 2 in turn: a new animation has to have another name. */
  readonly turn: number;
}

/**
 * The part of the land that is shown. Going near computes the paths of that size once; a change is told with what it
 * looked like before, so that the picture can come from there.
 */
export function useMapView(
  topology: Topology,
  object: string,
  whole: MapGeometry,
  room: Box,
  width: number,
  height: number,
  choice: MapNear | undefined,
): MapView {
  const known = choice?.zoomed != null && whole.shapes.some((shape) => shape.area === choice.zoomed);
  const zoomed = known ? (choice?.zoomed ?? null) : null;
  const window = choice?.window;
  const near = useMemo(
    () => (zoomed === null || window === undefined ? null : zoomRoomOf(whole, room, zoomed, window)),
    [whole, room, zoomed, window],
  );
  const shown = near ?? room;
  const [last, setLast] = useState<{ zoomed: AreaId | null; room: Box; before: string | null; turn: number }>({
    zoomed,
    room: shown,
    before: null,
    turn: 0,
  });
  let current = last;
  if (last.zoomed !== zoomed) {
    current = { zoomed, room: shown, before: asBefore(last.room, shown), turn: last.turn === 1 ? 2 : 1 };
    setLast(current);
  } else if (last.room !== shown) {
    current = { ...last, room: shown };
    setLast(current);
  }
  const { before, turn } = current;
  const geometry = near === null ? whole : mapGeometryOf(topology, object, near);
  return useMemo(() => {
    const box = near === null || window === undefined ? { x: 0, y: 0, width, height } : window;
    return { geometry, zoomed, isNear: near !== null, box, before, turn };
  }, [geometry, zoomed, near, window, width, height, before, turn]);
}
