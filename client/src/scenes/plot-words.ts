import type { CurvePoint } from '@yavka/shared/scenes/national-scene-of';

import type { Piece, Point, Rect } from './clear-place.ts';
import { clearPlace } from './clear-place.ts';

/** Where a line of words begins or ends, and on which side of that point it stands. */
export interface WordsPlace {
  readonly at: Point;
  readonly anchor: 'start' | 'end';
  readonly rect: Rect;
}

/** What the plot has drawn already, in the stage's pixels. */
export interface Drawn {
  readonly lines: readonly Piece[];
  readonly taken: readonly Rect[];
  /** Beyond it no words may stand. */
  readonly right: number;
  readonly left: number;
  readonly foot: number;
  /** Where the line of now stands. */
  readonly now: number | null;
}

/** The widest letters' share of the type's size in the faces of the plot; measured, with a little to spare. */
const labelLetter = 0.45;
const figureLetter = 0.4;
const pointsSize = 38;
const againstSize = 25;
const earlierSize = 29;
/** From the difference's baseline to the next line's, and between lines under it. */
export const differenceStep = 34;
export const againstStep = 29;
const numberSize = 32;

/** The rectangle of a point's own number. */
export function numberRect(point: CurvePoint, at: Point, anchor: 'start' | 'end'): Rect {
  return rectOf(at, anchor, point.text.length * numberSize * figureLetter, numberSize);
}

/** Edge and ends of the bracket between today's point and the earlier vote's. */
export interface Bracket {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
}

/** «сравнение: 2019» in one line, or in two where the line of now leaves no room for one. */
export function againstLines(words: string, bracket: Bracket, drawn: Drawn): string[] {
  const gap = words.indexOf(' ');
  const fits = drawn.now === null || words.length * againstSize * labelLetter <= drawn.right - (bracket.x - 12);
  return fits || gap < 0 ? [words] : [words.slice(0, gap), words.slice(gap + 1)];
}

/**
 * Where the difference to the earlier vote is written: by the bracket, as near to it as nothing is covered.
 * @param points the difference itself; `against` what stands under it, in lines
 * @returns the baseline of the first line
 */
export function placeDifference(
  points: string,
  against: readonly string[],
  bracket: Bracket,
  drawn: Drawn,
): WordsPlace {
  const widths = [
    points.length * pointsSize * figureLetter,
    ...against.map((line) => line.length * againstSize * labelLetter),
  ];
  const width = Math.max(...widths);
  const more = differenceStep + (against.length - 1) * againstStep;
  const place = (x: number, baseline: number, anchor: 'start' | 'end'): WordsPlace => {
    const one = rectOf([x, baseline], anchor, width, pointsSize);
    return { at: [x, baseline], anchor, rect: { ...one, height: one.height + more } };
  };
  const under = [62, 90, 118, 146].map((lift) => bracket.bottom + lift);
  const over = [0, 28, 56].map((lift) => bracket.top - 28 - more - lift);
  const shifts = [0, 30, 60, 90, 120];
  const places = [
    ...[...under, ...over].map((baseline) => place(bracket.x - 12, baseline, 'start')),
    ...[...under, ...over].map((baseline) => place(drawn.right, baseline, 'end')),
    ...shifts.flatMap((shift) =>
      [0, -24, -48].map((lift) => place(bracket.x + 18 + shift, bracket.bottom + lift, 'start')),
    ),
    ...shifts.flatMap((shift) => [...under, ...over].map((baseline) => place(bracket.x + shift, baseline, 'start'))),
  ];
  const own: Piece = [
    [bracket.x, bracket.top],
    [bracket.x, bracket.bottom],
  ];
  const near = places.filter(({ rect }) => rect.x >= bracket.x - 220 && rect.x <= bracket.x + 200);
  return clearPlace(withinPlot(near, drawn), drawn.taken, [...drawn.lines, own]);
}

/** Where the earlier vote's number is written: near its point, with a pointer to it, on whichever side is free. */
export function placeEarlier(text: string, point: Point, isAbove: boolean, drawn: Drawn): WordsPlace {
  const width = text.length * earlierSize * labelLetter;
  const lifts = isAbove ? [-46, -76, -106, 60, 86, 116] : [44, 60, 86, 116, 146, -76, -106];
  const places = [50, 80, 110].flatMap((side) =>
    lifts.flatMap((lift) =>
      (['end', 'start'] as const).map((anchor): WordsPlace => {
        const at: Point = [point[0] + (anchor === 'end' ? -side : side), point[1] + lift];
        return { at, anchor, rect: rectOf(at, anchor, width, earlierSize) };
      }),
    ),
  );
  return clearPlace(withinPlot(places, drawn), drawn.taken, drawn.lines);
}

/** Places that leave the plot count last: words outside it stand on somebody else's ground. */
function withinPlot(places: readonly WordsPlace[], { left, right, foot }: Drawn): WordsPlace[] {
  const isWithin = ({ rect }: WordsPlace): boolean =>
    rect.x >= left && rect.x + rect.width <= right + 1 && rect.y + rect.height <= foot;
  const within = places.filter(isWithin);
  return within.length === 0 ? [...places] : within;
}

/** The rectangle of one line of words on a baseline, with the little air that keeps it legible. */
function rectOf([x, baseline]: Point, anchor: 'start' | 'end', width: number, size: number): Rect {
  return { x: anchor === 'end' ? x - width : x, y: baseline - size * 0.85, width, height: size * 1.1 };
}
