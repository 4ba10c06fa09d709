import { describe, expect, it } from 'vitest';

import { neighboursOf } from './neighbours-of.ts';
import { readTopology } from './recorded-map.fixture.ts';

describe('the areas around one', () => {
  const topology = readTopology('kz-2022-11-20-president');
  const areas = topology.objects['adm1'];
  const ids = areas?.type === 'GeometryCollection' ? areas.geometries.map(({ id }) => String(id)) : [];

  it('[REG-12] are those that share a border, each the other’s neighbour', () => {
    const around = new Map(ids.map((id) => [id, neighboursOf(topology, 'adm1', id)]));
    expect(around.get('KZ-75')).toEqual(['KZ-19']);
    expect(around.get('KZ-47')?.toSorted()).toEqual(['KZ-15', 'KZ-23']);
    for (const [id, near] of around) {
      expect([id, near.length > 0, near.includes(id)]).toEqual([id, true, false]);
      for (const other of near) expect([id, other, around.get(other)?.includes(id)]).toEqual([id, other, true]);
    }
  });

  it('[REG-12] are none for an area that is not drawn', () => {
    expect(neighboursOf(topology, 'adm1', 'abroad')).toEqual([]);
    expect(neighboursOf(topology, 'nothing', 'KZ-75')).toEqual([]);
  });
});
