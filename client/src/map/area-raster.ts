import type { AreaId } from '@yavka/shared/ids';

import type { AreaShape, Box } from './map-geometry.ts';

/**
 * The map as a grid of small cells, each knowing whose land it is. Summed-area tables answer in constant time whether a
 * rectangle lies wholly within one area, or touches no land at all: labels are placed by asking thousands of times.
 */
export interface AreaRaster {
  readonly cell: number;
  /** True when every cell under the box belongs to the area (and the box is inside the grid). */
  readonly isWithin: (area: AreaId, box: Box) => boolean;
  /** True when no cell under the box is land. */
  readonly isFree: (box: Box) => boolean;
  /** Whose land a point is; null for none. */
  readonly areaAt: (x: number, y: number) => AreaId | null;
}

/** What a cell holds besides the number of an area. */
const [nobodys, edge, none] = [-1, -2, -3];

export function rasterOf(shapes: readonly AreaShape[], width: number, height: number, cell: number): AreaRaster {
  const columns = Math.max(1, Math.ceil(width / cell));
  const rows = Math.max(1, Math.ceil(height / cell));
  const owner = new Int16Array(columns * rows).fill(nobodys);
  // Larger areas first, so that an enclave drawn without a hole around it still owns its cells.
  const order = shapes
    .map((shape, index) => ({ shape, index }))
    .sort((a, b) => areaOfBox(b.shape.bounds) - areaOfBox(a.shape.bounds));
  for (const { shape, index } of order) fillRings(owner, columns, rows, cell, shape, index);
  // An island between the cells' centres is land all the same, though no label fits into it.
  for (const { shape } of order) {
    for (const [x, y] of shape.rings.flat()) {
      const [column, row] = [Math.floor(x / cell), Math.floor(y / cell)];
      if (column < 0 || row < 0 || column >= columns || row >= rows) continue;
      if (owner[row * columns + column] === nobodys) owner[row * columns + column] = edge;
    }
  }

  const land = summed({ left: 0, top: 0, columns, rows }, columns, (at) => owner[at] !== nobodys);
  const own = new Map<AreaId, CountTable>();
  const indexOf = new Map(shapes.map((shape, index) => [shape.area, index]));
  const tableOf = (area: AreaId): CountTable => {
    const known = own.get(area);
    if (known !== undefined) return known;
    const index = indexOf.get(area) ?? none;
    const table = summed(cellsOf(shapes[index]?.bounds, cell, columns, rows), columns, (at) => owner[at] === index);
    own.set(area, table);
    return table;
  };
  // Asked tens of thousands of times for one layout: nothing is allocated here.
  const countUnder = (table: CountTable, box: Box): number => {
    const { counts } = table;
    const wide = table.columns + 1;
    const l = clamp(Math.floor(box.x / cell) - table.left, table.columns);
    const r = clamp(Math.ceil((box.x + box.width) / cell) - table.left, table.columns);
    const t = clamp(Math.floor(box.y / cell) - table.top, table.rows) * wide;
    const b = clamp(Math.ceil((box.y + box.height) / cell) - table.top, table.rows) * wide;
    return (counts[b + r] ?? 0) - (counts[b + l] ?? 0) - (counts[t + r] ?? 0) + (counts[t + l] ?? 0);
  };
  const cellsUnder = (box: Box): number =>
    (Math.ceil((box.x + box.width) / cell) - Math.floor(box.x / cell)) *
    (Math.ceil((box.y + box.height) / cell) - Math.floor(box.y / cell));
  return {
    cell,
    isWithin: (area, box) => countUnder(tableOf(area), box) === cellsUnder(box),
    isFree: (box) => countUnder(land, box) === 0,
    areaAt: (x, y) => {
      const [column, row] = [Math.floor(x / cell), Math.floor(y / cell)];
      if (column < 0 || row < 0 || column >= columns || row >= rows) return null;
      return shapes[owner[row * columns + column] ?? nobodys]?.area ?? null;
    },
  };
}

/** Even-odd scanline fill at the cells' centres. */
function fillRings(
  owner: Int16Array,
  columns: number,
  rows: number,
  cell: number,
  shape: AreaShape,
  index: number,
): void {
  const first = Math.max(0, Math.floor(shape.bounds.y / cell));
  const last = Math.min(rows - 1, Math.ceil((shape.bounds.y + shape.bounds.height) / cell));
  for (let row = first; row <= last; row += 1) {
    const y = (row + 0.5) * cell;
    const crossings = crossingsAt(shape, y).sort((a, b) => a - b);
    for (let pair = 0; pair + 1 < crossings.length; pair += 2) {
      const from = Math.max(0, Math.ceil((crossings[pair] ?? 0) / cell - 0.5));
      const to = Math.min(columns - 1, Math.floor((crossings[pair + 1] ?? 0) / cell - 0.5));
      for (let column = from; column <= to; column += 1) owner[row * columns + column] = index;
    }
  }
}

function crossingsAt(shape: AreaShape, y: number): number[] {
  const crossings: number[] = [];
  for (const ring of shape.rings) {
    let [x0, y0] = ring.at(-1) ?? [0, 0];
    for (const [x1, y1] of ring) {
      if (y0 > y !== y1 > y) crossings.push(x0 + ((y - y0) / (y1 - y0)) * (x1 - x0));
      [x0, y0] = [x1, y1];
    }
  }
  return crossings;
}

interface CellRoom {
  readonly left: number;
  readonly top: number;
  readonly columns: number;
  readonly rows: number;
}

/** How many cells of a kind lie above and left of each corner of a part of the grid. */
interface CountTable extends CellRoom {
  readonly counts: Uint32Array;
}

function summed(room: CellRoom, gridColumns: number, isCounted: (at: number) => boolean): CountTable {
  const { left, top, columns, rows } = room;
  const counts = new Uint32Array((columns + 1) * (rows + 1));
  for (let row = 0; row < rows; row += 1) {
    let line = 0;
    for (let column = 0; column < columns; column += 1) {
      if (isCounted((top + row) * gridColumns + left + column)) line += 1;
      const at = (row + 1) * (columns + 1) + column + 1;
      counts[at] = (counts[at - columns - 1] ?? 0) + line;
    }
  }
  return { ...room, counts };
}

/** The part of the grid that may hold an area, which none of its cells is outside of. */
function cellsOf(bounds: Box | undefined, cell: number, columns: number, rows: number): CellRoom {
  if (bounds === undefined) return { left: 0, top: 0, columns: 0, rows: 0 };
  const left = clamp(Math.floor(bounds.x / cell) - 1, columns);
  const top = clamp(Math.floor(bounds.y / cell) - 1, rows);
  const right = clamp(Math.ceil((bounds.x + bounds.width) / cell) + 1, columns);
  const bottom = clamp(Math.ceil((bounds.y + bounds.height) / cell) + 1, rows);
  return { left, top, columns: right - left, rows: bottom - top };
}

function areaOfBox(box: Box): number {
  return box.width * box.height;
}

function clamp(value: number, most: number): number {
  return Math.min(most, Math.max(0, value));
}
