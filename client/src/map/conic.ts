import type { Position } from 'geojson';

import { boxAround } from './box-around.ts';

/** Pixels of `[longitude, latitude]`, in degrees. */
export type Project = (place: Position) => [number, number];

const radians = Math.PI / 180;

/**
 * An equal-area cone on the places' central meridian, touching at a sixth from the south and from the north, scaled and
 * placed so that the places fit the room in one dimension and stand in its middle. The lines between places are
 * straight and nothing is cut off: a country needs nothing of what is needed for a whole globe.
 */
export function conicInto(room: ReturnType<typeof boxAround>, places: readonly Position[]): Project {
  const span = boxAround(places.map(([longitude = 0, latitude = 0]) => [longitude, latitude]));
  const [south, north] = [span.y, span.y + span.height];
  const sixth = (north - south) / 6;
  const middle = middleMeridian(places.map(([longitude = 0]) => longitude));
  const cone = equalAreaCone((south + sixth) * radians, (north - sixth) * radians);
  const onCone = ([longitude = 0, latitude = 0]: Position): [number, number] => {
    // Across the 180th meridian the way round is the short one.
    const east = ((longitude - middle + 540) % 360) - 180;
    return cone(east * radians, latitude * radians);
  };
  const laid = boxAround(places.map(onCone));
  const scale = Math.min(room.width / laid.width, room.height / laid.height);
  const x0 = room.x + room.width / 2 - scale * (laid.x + laid.width / 2);
  const y0 = room.y + room.height / 2 + scale * (laid.y + laid.height / 2);
  return (place) => {
    const [x, y] = onCone(place);
    return [x0 + scale * x, y0 - scale * y];
  };
}

/** The meridian opposite the middle of the widest stretch without a place. */
function middleMeridian(longitudes: readonly number[]): number {
  const sorted = [...longitudes].sort((a, b) => a - b);
  const first = sorted[0] ?? 0;
  let [widest, after] = [360 - ((sorted.at(-1) ?? 0) - first), first];
  sorted.forEach((longitude, index) => {
    const gap = longitude - (sorted[index - 1] ?? longitude);
    if (gap > widest) [widest, after] = [gap, longitude];
  });
  return after + (360 - widest) / 2;
}

/** Albers' projection on a sphere of radius 1, y upwards; a cylinder where the two parallels mirror each other. */
function equalAreaCone(south: number, north: number): (east: number, latitude: number) => [number, number] {
  const n = (Math.sin(south) + Math.sin(north)) / 2;
  if (Math.abs(n) < 1e-6) return (east, latitude) => [east * Math.cos(south), Math.sin(latitude) / Math.cos(south)];
  const c = 1 + Math.sin(south) * (2 * n - Math.sin(south));
  return (east, latitude) => {
    const radius = Math.sqrt(c - 2 * n * Math.sin(latitude)) / n;
    return [radius * Math.sin(n * east), Math.sqrt(c) / n - radius * Math.cos(n * east)];
  };
}
