/** A rectangle on the stage. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type Point = readonly [x: number, y: number];

/** A straight piece of a line that words must not cover. */
export type Piece = readonly [Point, Point];

/**
 * The first of the places that stands clear of every rectangle and line; where none does, the one that covers the
 * fewest of them, so that words are shown in any case.
 * @param places in order of preference, each with the rectangle that its words take
 * @throws RangeError without any place
 */
export function clearPlace<Place extends { readonly rect: Rect }>(
  places: readonly Place[],
  taken: readonly Rect[],
  lines: readonly Piece[],
): Place {
  let best: Place | undefined;
  let fewest = Infinity;
  for (const place of places) {
    const covered =
      taken.filter((rect) => overlaps(place.rect, rect)).length +
      lines.filter((line) => crosses(line, place.rect)).length;
    if (covered < fewest) [best, fewest] = [place, covered];
    if (fewest === 0) break;
  }
  if (best === undefined) throw new RangeError('words need a place to choose from');
  return best;
}

function overlaps(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** Whether any part of the piece lies within the rectangle, found by clipping it (Liang and Barsky). */
function crosses([[x1, y1], [x2, y2]]: Piece, rect: Rect): boolean {
  const [dx, dy] = [x2 - x1, y2 - y1];
  let [from, to] = [0, 1];
  const sides: readonly (readonly [number, number])[] = [
    [-dx, x1 - rect.x],
    [dx, rect.x + rect.width - x1],
    [-dy, y1 - rect.y],
    [dy, rect.y + rect.height - y1],
  ];
  for (const [step, room] of sides) {
    if (step === 0) {
      if (room < 0) return false;
    } else if (step < 0) from = Math.max(from, room / step);
    else to = Math.min(to, room / step);
  }
  return from <= to;
}
