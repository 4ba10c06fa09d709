import type { AreaId } from '@yavka/shared/ids';
import type { GeoJsonProperties, MultiPolygon, Polygon, Position } from 'geojson';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, GeometryObject, Topology } from 'topojson-specification';

import type { Point } from './box-around.ts';
import { boxAround } from './box-around.ts';
import { conicInto } from './conic.ts';
import { pathOf } from './path-of.ts';

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
    return { area: String(geometry.id), rings: ringsOf(shapeOf(topology, geometry)) };
  });
  const project = conicInto(
    room,
    areas.flatMap(({ rings }) => rings.flat()),
  );
  const shapes = areas.map(({ area, rings }) => {
    const laid = rings.map((ring): Point[] => ring.map(project));
    // The last point of a ring is its first again.
    const open = laid.map((ring) => ring.slice(0, -1));
    return { area, path: pathOf(open, 'Z'), rings: laid, bounds: boxAround(laid.flat()) };
  });
  const borders = new Map<string, string>();
  return {
    shapes,
    land: boxAround(shapes.flatMap(({ rings }) => rings.flat())),
    project: ([longitude, latitude]) => project([longitude, latitude]),
    borderOf: (chosen) => {
      const key = [...chosen].sort().join(' ');
      const known = borders.get(key);
      if (known !== undefined) return known;
      const line = mesh(topology, collection as GeometryCollection, (a, b) => {
        return a !== b && chosen.has(String(a.id)) !== chosen.has(String(b.id));
      });
      const path = pathOf(
        line.coordinates.map((each) => each.map(project)),
        '',
      );
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

function ringsOf(geometry: Polygon | MultiPolygon): readonly Position[][] {
  return geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
}
