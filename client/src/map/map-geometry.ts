import type { AreaId } from '@yavka/shared/ids';
import type { GeoProjection } from 'd3-geo';
import { geoArea, geoBounds, geoConicEqualArea, geoPath } from 'd3-geo';
import type { GeoJsonProperties, MultiPolygon, Polygon, Position } from 'geojson';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, GeometryObject, Topology } from 'topojson-specification';

/** A rectangle in the map's own pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface AreaShape {
  readonly area: AreaId;
  /** SVG path data. */
  readonly path: string;
  /** Projected rings, for measuring where a label fits. */
  readonly rings: readonly (readonly (readonly [number, number])[])[];
  readonly bounds: Box;
}

/** An election's geometry, projected once for one size. */
export interface MapGeometry {
  readonly shapes: readonly AreaShape[];
  readonly land: Box;
  /** Pixels of `[longitude, latitude]`. */
  readonly project: (point: readonly [number, number]) => [number, number];
  /** Path data of the borders between areas of which exactly one is in `areas`. */
  readonly borderOf: (areas: ReadonlySet<AreaId>) => string;
}

const cache = new WeakMap<Topology, Map<string, MapGeometry>>();

/**
 * Projects the geometry into `room`, equal-area, with the cone's parameters taken from the geometry's own bounds.
 * The same topology, object and room give the same object: paths are computed once for each size.
 * @throws RangeError when the topology has no such object or an area without an id
 */
export function mapGeometryOf(topology: Topology, object: string, room: Box): MapGeometry {
  const key = [object, room.x, room.y, room.width, room.height].join(' ');
  const sizes = cache.get(topology) ?? new Map<string, MapGeometry>();
  cache.set(topology, sizes);
  const known = sizes.get(key);
  if (known !== undefined) return known;
  const built = buildGeometry(topology, object, room);
  sizes.set(key, built);
  return built;
}

function buildGeometry(topology: Topology, object: string, room: Box): MapGeometry {
  const collection = topology.objects[object];
  if (collection?.type !== 'GeometryCollection') throw new RangeError(`the topology has no collection "${object}"`);
  const areas = collection.geometries.map((geometry) => {
    if (geometry.id === undefined) throw new RangeError('an area of the topology has no id');
    const drawn = shapeOf(topology, geometry);
    return { area: String(geometry.id), geometry: wound(drawn) };
  });
  const country = { type: 'GeometryCollection' as const, geometries: areas.map((each) => each.geometry) };
  const projection = conicFor(country).fitExtent(
    [
      [room.x, room.y],
      [room.x + room.width, room.y + room.height],
    ],
    country,
  );
  const draw = geoPath(projection).digits(1);
  const borders = new Map<string, string>();
  return {
    shapes: areas.map(({ area, geometry }) => ({
      area,
      path: draw(geometry) ?? '',
      rings: ringsOf(geometry, projection),
      bounds: boxOf(draw.bounds(geometry)),
    })),
    land: boxOf(draw.bounds(country)),
    project: ([longitude, latitude]) => projection([longitude, latitude]) ?? [0, 0],
    borderOf: (chosen) => {
      const key = [...chosen].sort().join(' ');
      const known = borders.get(key);
      if (known !== undefined) return known;
      const line = mesh(topology, collection as GeometryCollection, (a, b) => {
        return a !== b && chosen.has(String(a.id)) !== chosen.has(String(b.id));
      });
      const path = draw(line) ?? '';
      borders.set(key, path);
      return path;
    },
  };
}

function shapeOf(topology: Topology, geometry: GeometryObject<GeoJsonProperties>): Polygon | MultiPolygon {
  if (geometry.type === 'Polygon') return feature(topology, geometry).geometry;
  if (geometry.type === 'MultiPolygon') return feature(topology, geometry).geometry;
  throw new RangeError(`${geometry.id ?? 'an area'} is no polygon`);
}

/** An equal-area cone on the bounds' central meridian, touching at a sixth from the south and from the north. */
function conicFor(country: Parameters<typeof geoBounds>[0]): GeoProjection {
  const [[west, south], [east, north]] = geoBounds(country);
  const middle = west <= east ? (west + east) / 2 : (west + east + 360) / 2;
  const sixth = (north - south) / 6;
  return geoConicEqualArea()
    .parallels([south + sixth, north - sixth])
    .rotate([-middle, 0]);
}

/** d3 takes a ring wound the other way for the rest of the world. */
function wound(geometry: Polygon | MultiPolygon): Polygon | MultiPolygon {
  const turned = (rings: Position[][]): Position[][] =>
    geoArea({ type: 'Polygon', coordinates: rings }) > 2 * Math.PI ? rings.map((ring) => [...ring].reverse()) : rings;
  return geometry.type === 'Polygon'
    ? { ...geometry, coordinates: turned(geometry.coordinates) }
    : { ...geometry, coordinates: geometry.coordinates.map(turned) };
}

function ringsOf(geometry: Polygon | MultiPolygon, projection: GeoProjection): AreaShape['rings'] {
  const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
  return rings.map((ring) =>
    ring.map(([longitude = 0, latitude = 0]) => projection([longitude, latitude]) ?? ([0, 0] as [number, number])),
  );
}

function boxOf([[left, top], [right, bottom]]: [[number, number], [number, number]]): Box {
  return { x: left, y: top, width: right - left, height: bottom - top };
}
