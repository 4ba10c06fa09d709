import type { CurvePoint, NationalScene } from '@yavka/shared/scenes/national-scene-of';

import type { Piece, Point, Rect } from './clear-place.ts';
import { isBelowThen, piecesOf, plot, pointAt, x, y } from './plot.ts';
import type { Bracket, Drawn, WordsPlace } from './plot-words.ts';
import { numberRect } from './plot-words.ts';

/** What words must keep off: both lines, the line of now, marks and their numbers, the name, the rail and its words. */
export function drawnOf(scene: NationalScene, nowX: number | null): Drawn {
  const { points, earlier } = scene;
  const known = points.filter((point) => point !== null);
  const taken: Rect[] = known.flatMap((point) => {
    const [cx, cy] = pointAt(point);
    const mark = { x: cx - 8, y: cy - 23, width: 16, height: 46 };
    const { at, anchor } = numberAt(point, isBelowThen(point, earlier?.points));
    return point.cutoff === scene.frame.cutoff ? [mark] : [mark, numberRect(point, at, anchor)];
  });
  const first = known[0];
  if (first !== undefined) {
    const [middle, baseline] = nameAt(first, isBelowThen(first, earlier?.points));
    taken.push({ x: middle - 38, y: baseline - 28, width: 76, height: 34 });
  }
  if (scene.awaiting !== null && nowX !== null) {
    const width = Math.min(scene.awaiting.length * 14, plot.right - nowX);
    taken.push({ x: plot.right - width, y: plot.foot - 90, width, height: 70 });
  }
  // A little air on both sides of the dots.
  const tear = (nowX === null ? [] : [nowX - 9, nowX + 9]).map((at): Piece => [
    [at, plot.head],
    [at, plot.foot],
  ]);
  return {
    lines: [...piecesOf(points), ...piecesOf(earlier?.points ?? []), ...tear],
    taken,
    left: plot.left + 6,
    right: plot.right,
    foot: plot.foot - 14,
    now: nowX,
  };
}

/** A number stands beside its point, or under it where the safe edge is too near. */
export function numberAt(point: CurvePoint, isBelow: boolean): Pick<WordsPlace, 'at' | 'anchor'> {
  const [cx, low, high] = [x(point.x), y(point.min), y(point.max)];
  const isLast = plot.right - cx < 90;
  return {
    at: [isLast ? plot.right : isBelow ? cx + 16 : cx - 16, isBelow ? low + (isLast ? 62 : 40) : high - 20],
    anchor: isBelow && !isLast ? 'start' : 'end',
  };
}

/** Beside the newest point, beyond the line of now when that is too near for the words. */
export function bracketOf(shown: CurvePoint, then: CurvePoint, now: number | null): Bracket {
  const point = x(shown.x);
  const at = 26 + (now !== null && now - point < 60 ? now : point);
  const [from, to] = [y(then.min), y(shown.min)];
  return { x: Math.min(at + 12, plot.right - 4), top: Math.min(from, to), bottom: Math.max(from, to) };
}

/** This year's name stands at its first point, on the side where the earlier line is not. */
export function nameAt(first: CurvePoint, isBelow: boolean): Point {
  const [cx, cy] = pointAt(first);
  return isBelow ? [cx - 62, cy + 58] : [cx + 62, cy - 70];
}
