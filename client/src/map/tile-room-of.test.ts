import { pack } from '@yavka/shared/scenes/recorded-scenes.fixture';
import { describe, expect, it } from 'vitest';

import { overlap } from './label-inside.ts';
import type { Box } from './map-geometry.ts';
import { tileGap, tileRoomOf } from './tile-room-of.ts';

const places = pack.areas.flatMap((area) => (area.tile === null ? [] : [area.tile]));

function tilesIn(width: number, height: number, avoid: readonly Box[]): { tiles: Box[]; wide: number } {
  const room = tileRoomOf(places, { width, height }, avoid);
  const tiles = places.map(([column, row]) => ({
    x: room.x + column * (room.width + tileGap),
    y: room.y + row * (room.height + tileGap),
    width: room.width,
    height: room.height,
  }));
  return { tiles, wide: room.width };
}

describe('the room of the tiles', () => {
  const number = { x: 0, y: 0, width: 330, height: 130 };
  const asOf = { x: 330, y: 0, width: 170, height: 90 };
  const source = { x: 0, y: 400, width: 300, height: 50 };

  it.each([
    [867, 445, [number, asOf, source]],
    [1180, 630, [number, asOf, source]],
    [334, 258, []],
  ])('[MAP-26] in %d by %d no tile lies under anything else or beyond the box', (width, height, avoid) => {
    const { tiles } = tilesIn(width, height, avoid);
    for (const tile of tiles) {
      expect(avoid.filter((each) => overlap(each, tile))).toEqual([]);
      expect([
        tile.x >= 0,
        tile.y >= 0,
        tile.x + tile.width <= width + 0.5,
        tile.y + tile.height <= height + 0.5,
      ]).toEqual([true, true, true, true]);
    }
  });

  it('[MAP-26] they are as large as the room lets them', () => {
    expect(tilesIn(867, 445, [number, asOf, source]).wide).toBeGreaterThan(80);
    expect(tilesIn(1180, 630, [number, asOf, source]).wide).toBeGreaterThan(
      tilesIn(867, 445, [number, asOf, source]).wide,
    );
    // The whole width of a phone.
    expect(tilesIn(334, 300, []).tiles.at(0)?.width).toBeGreaterThan(42);
  });

  it('[MAP-26] where nothing fits there are tiles all the same', () => {
    expect(tilesIn(160, 80, [{ x: 0, y: 0, width: 160, height: 80 }]).tiles).toHaveLength(20);
  });
});
