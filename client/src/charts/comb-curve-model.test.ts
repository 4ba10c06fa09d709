import { describe, expect, it } from 'vitest';

import { combCurveOf } from './comb-curve-model.ts';

const point = (min: number | null, max: number | null = min, at: number | null = 1) => ({
  cutoff: 'c',
  at,
  slot: 's',
  interval: min === null || max === null ? null : { min, max },
  missing: null,
  corrected: false,
});

describe('a region’s small curve', () => {
  it('[UI-2] joins neighbouring exact figures by straight lines and breaks at a gap', () => {
    const shape = combCurveOf([point(2000), point(3000), point(null), point(5000), point(6000)], 5);
    expect(shape.lines.map((line) => line.map(({ y }) => y))).toEqual([
      [80, 70],
      [50, 40],
    ]);
    expect(shape.dots).toHaveLength(4);
  });

  it('[UI-3] draws a range as a bar from bound to bound, never as a point of the line', () => {
    const shape = combCurveOf([point(2000), point(7800, 7999), point(8100)], 3);
    expect(shape.bars).toEqual([{ x: 50, top: 20.01, bottom: 22 }]);
    expect(shape.lines).toEqual([]);
  });

  it('[UI-2] leads no line to a figure without an hour', () => {
    expect(combCurveOf([point(2000), point(3000, 3000, null)], 2).lines).toEqual([]);
  });
});
