import type { CurvePoint } from '@yavka/shared/scenes/national-scene-of';

import type { Piece, Point } from './clear-place.ts';

/** The plot on the stage: from 0 % at the foot to 100 % at the head, from the first cutoff to the last. */
export const plot = { left: 760, right: 1824, head: 196, foot: 818, first: 880, last: 1776 };

/** The place of an instant's share of the day. */
export function x(share: number): number {
  return plot.first + (plot.last - plot.first) * share;
}

/** The place of a share in hundredths of a percent. */
export function y(hundredths: number): number {
  return plot.foot - ((plot.foot - plot.head) * hundredths) / 10_000;
}

/** The place of a published point; of a range, its lower end. */
export function pointAt(point: CurvePoint): Point {
  return [x(point.x), y(point.min)];
}

/** Straight pieces between neighbours that both have an exact figure. */
export function piecesOf(points: readonly (CurvePoint | null)[]): Piece[] {
  return points.flatMap((point, index): Piece[] => {
    const before = points[index - 1];
    if (point === null || before === undefined || before === null) return [];
    if (point.min !== point.max || before.min !== before.max) return [];
    return [[pointAt(before), pointAt(point)]];
  });
}

/** A number stands on the side of its point where the earlier line is not. */
export function isBelowThen(point: CurvePoint, earlier: readonly (CurvePoint | null)[] | undefined): boolean {
  const then = earlier?.find((each) => each?.cutoff === point.cutoff);
  return then !== undefined && then !== null && then.min >= point.min;
}
