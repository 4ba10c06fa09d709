import type { AreaId } from '@yavka/shared/ids';
import type { GeoJsonProperties } from 'geojson';
import type { GeometryObject, Topology } from 'topojson-specification';

/**
 * The areas that share a border with one, in the topology's order; none for an area that it does not draw. A border is
 * an arc that both are made of, whichever way round.
 */
export function neighboursOf(topology: Topology, object: string, area: AreaId): AreaId[] {
  const collection = topology.objects[object];
  if (collection?.type !== 'GeometryCollection') return [];
  const own = collection.geometries.find((geometry) => String(geometry.id) === area);
  const borders = new Set(own === undefined ? [] : arcsOf(own));
  return collection.geometries
    .filter((geometry) => geometry !== own && arcsOf(geometry).some((arc) => borders.has(arc)))
    .flatMap(({ id }) => (id === undefined ? [] : [String(id)]));
}

function arcsOf(geometry: GeometryObject<GeoJsonProperties>): number[] {
  if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') return [];
  const rings = geometry.type === 'Polygon' ? geometry.arcs : geometry.arcs.flat();
  // A negative arc is the same one run backwards.
  return rings.flat().map((arc) => (arc < 0 ? ~arc : arc));
}
