import { geoBounds, geoConicEqualArea } from 'd3-geo';
import type { FeatureCollection, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection } from 'topojson-specification';
import { describe, expect, it } from 'vitest';

import { rasterOf } from './area-raster.ts';
import { conicInto } from './conic.ts';
import { mapGeometryOf } from './map-geometry.ts';
import { readTopology } from './recorded-map.fixture.ts';

const room = { x: 10, y: 20, width: 900, height: 500 };
const topology = readTopology('kz-2022-11-20-president');
const geometry = mapGeometryOf(topology, 'adm1', room);

describe('the geometry of a map', () => {
  it('[MAP-8] fits the land into its room, whatever the country, with no area left out', () => {
    expect(geometry.shapes).toHaveLength(20);
    for (const { land, of } of [
      { land: geometry.land, of: room },
      { land: mapGeometryOf(readTopology('test-two-zones'), 'regions', room).land, of: room },
    ]) {
      expect(land.x).toBeGreaterThanOrEqual(of.x - 0.5);
      expect(land.y).toBeGreaterThanOrEqual(of.y - 0.5);
      expect(land.x + land.width).toBeLessThanOrEqual(of.x + of.width + 0.5);
      expect(land.y + land.height).toBeLessThanOrEqual(of.y + of.height + 0.5);
      const [wide, high] = [land.width / of.width, land.height / of.height];
      expect(Math.max(wide, high)).toBeGreaterThan(0.99);
    }
  });

  it('[MAP-9] computes its paths once for one size', () => {
    expect(mapGeometryOf(topology, 'adm1', { ...room })).toBe(geometry);
    expect(mapGeometryOf(topology, 'adm1', { ...room, width: 901 })).not.toBe(geometry);
  });

  it('[MAP-10] draws the border between two sets of areas, and none around one set alone', () => {
    const all = new Set(geometry.shapes.map((shape) => shape.area));
    expect(geometry.borderOf(all)).toBe('');
    const west = new Set(['KZ-15', 'KZ-23', 'KZ-27', 'KZ-43', 'KZ-47']);
    const border = geometry.borderOf(west);
    expect(border.length).toBeGreaterThan(100);
    const east = new Set([...all].filter((area) => !west.has(area)));
    expect(geometry.borderOf(east)).toBe(border);
  });

  it('[MAP-8] is projected as d3 projects it', () => {
    const country = feature(topology, topology.objects['adm1'] as GeometryCollection);
    // Wound the other way d3 would take each area for the rest of the world.
    const places = { type: 'MultiPoint' as const, coordinates: positionsOf(country) };
    const [[west, south], [east, north]] = geoBounds(places);
    const sixth = (north - south) / 6;
    const theirs = geoConicEqualArea()
      .parallels([south + sixth, north - sixth])
      .rotate([-(west + east) / 2, 0])
      .fitExtent(
        [
          [room.x, room.y],
          [room.x + room.width, room.y + room.height],
        ],
        places,
      );
    for (const [longitude = 0, latitude = 0] of places.coordinates) {
      const [x, y] = geometry.project([longitude, latitude]);
      const [u, v] = theirs([longitude, latitude]) ?? [0, 0];
      expect(Math.hypot(x - u, y - v)).toBeLessThan(1e-6);
    }
    const onEquator = conicInto(room, [
      [-10, -30],
      [10, 30],
    ]);
    expect(onEquator([0, 0]).map(Math.round)).toEqual([room.x + room.width / 2, room.y + room.height / 2]);
  });

  it('[MAP-8] crosses the 180th meridian by the short way', () => {
    const ends: Position[] = [
      [170, 60],
      [-170, 60],
      [-170, 70],
      [170, 70],
    ];
    const project = conicInto(room, ends);
    const xs = ends.map((end) => project(end)[0] - room.x - room.width / 2);
    expect(xs.map(Math.sign)).toEqual([-1, 1, 1, -1]);
  });

  it('[MAP-8] refuses an object that the topology does not have', () => {
    expect(() => mapGeometryOf(topology, 'nothing', room)).toThrow(RangeError);
  });
});

describe('the raster of a map', () => {
  const raster = rasterOf(geometry.shapes, 930, 560, 3);

  it('[MAP-11] knows whose land a point is, an enclave before what surrounds it', () => {
    const [x, y] = geometry.project([71.43, 51.15]);
    expect(raster.areaAt(x, y)).toBe('KZ-71');
    const [u, v] = geometry.project([58.41, 48.47]);
    expect(raster.areaAt(u, v)).toBe('KZ-15');
    expect(raster.areaAt(1, 1)).toBeNull();
  });

  it('[MAP-11] tells a box within one area, on no land, and across', () => {
    const [x, y] = geometry.project([58.41, 48.47]);
    const box = { x: x - 10, y: y - 10, width: 20, height: 20 };
    expect(raster.isWithin('KZ-15', box)).toBe(true);
    expect(raster.isWithin('KZ-39', box)).toBe(false);
    expect(raster.isFree(box)).toBe(false);
    expect(raster.isFree({ x: 0, y: 0, width: 20, height: 20 })).toBe(true);
    expect(raster.isWithin('KZ-15', { x: -30, y: -30, width: 20, height: 20 })).toBe(false);
    expect(raster.isWithin('KZ-15', { x: x - 200, y: y - 10, width: 400, height: 20 })).toBe(false);
  });
});

function positionsOf(collection: FeatureCollection): Position[] {
  return collection.features.flatMap(({ geometry: drawn }) =>
    drawn.type === 'Polygon'
      ? drawn.coordinates.flat()
      : drawn.type === 'MultiPolygon'
        ? drawn.coordinates.flat(2)
        : [],
  );
}
