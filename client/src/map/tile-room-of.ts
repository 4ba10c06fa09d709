import { overlap } from './label-inside.ts';
import type { Box } from './map-geometry.ts';

/** How large the tiles are, and where the first column and row begin. */
export interface TileRoom {
  readonly columns: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const tileGap = 3;
const leastWidth = 28;
const [mostHeight, step, stride] = [132, 2, 8];
/** How much wider than high a tile may be: names want width. */
const shapes = [1.5, 1.3, 1.1, 1.04];

/**
 * The largest tiles that fit into a box without any of them lying under what else stands there, and where. A tile is
 * never higher than wide.
 * @param places column and row of each tile
 */
export function tileRoomOf(
  places: readonly (readonly [number, number])[],
  box: { readonly width: number; readonly height: number },
  avoid: readonly Box[],
): TileRoom {
  const columns = Math.max(1, ...places.map(([column]) => column + 1));
  const rows = Math.max(1, ...places.map(([, row]) => row + 1));
  let best: TileRoom | null = null;
  for (const shape of shapes) {
    const widest = (box.width - tileGap * (columns - 1)) / columns;
    const highest = (box.height - tileGap * (rows - 1)) / rows;
    for (let height = Math.min(mostHeight, widest / shape, highest); height * shape >= leastWidth; height -= step) {
      const width = height * shape;
      if (best !== null && width * height <= best.width * best.height) break;
      const found = placeOf(places, { columns, width, height }, rows, box, avoid);
      if (found !== null) best = found;
    }
  }
  const width = Math.max(leastWidth, (box.width - tileGap * (columns - 1)) / columns);
  return best ?? { columns, x: 0, y: 0, width, height: width * 0.96 };
}

let last: { readonly key: string; readonly room: TileRoom } | null = null;

/** The same, looked for again only when something about it has changed. */
export function knownTileRoomOf(...given: Parameters<typeof tileRoomOf>): TileRoom {
  const key = JSON.stringify(given);
  if (last?.key !== key) last = { key, room: tileRoomOf(...given) };
  return last.room;
}

/** The free place nearest to the right edge, and of those the one nearest to the middle of the height. */
function placeOf(
  places: readonly (readonly [number, number])[],
  size: { readonly columns: number; readonly width: number; readonly height: number },
  rows: number,
  box: { readonly width: number; readonly height: number },
  avoid: readonly Box[],
): TileRoom | null {
  const { width, height, columns } = size;
  const slackX = box.width - columns * width - (columns - 1) * tileGap;
  const slackY = box.height - rows * height - (rows - 1) * tileGap;
  for (let left = slackX; left >= -0.5; left -= stride) {
    for (let up = 0; up <= slackY + 0.5; up += stride) {
      // From the middle outward, up and down in turn.
      const y = slackY / 2 + (Math.floor(up / stride) % 2 === 0 ? up : -up) / 2;
      const x = Math.max(0, left);
      const isFree = places.every(([column, row]) => {
        const tile = { x: x + column * (width + tileGap), y: y + row * (height + tileGap), width, height };
        return !avoid.some((each) => overlap(each, tile));
      });
      if (isFree) return { columns, x, y, width, height };
    }
  }
  return null;
}
