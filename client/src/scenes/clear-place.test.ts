import { describe, expect, it } from 'vitest';

import { clearPlace } from './clear-place.ts';

const at = (
  name: string,
  x: number,
  y: number,
): { name: string; rect: { x: number; y: number; width: number; height: number } } => ({
  name,
  rect: { x, y, width: 100, height: 30 },
});

describe('a place clear of lines and words', () => {
  it('takes the first that covers nothing', () => {
    const places = [at('left', 0, 0), at('right', 200, 0)];
    expect(clearPlace(places, [], []).name).toBe('left');
    expect(clearPlace(places, [{ x: 90, y: 20, width: 20, height: 20 }], []).name).toBe('right');
  });

  it('keeps off a line that only passes through', () => {
    const places = [at('on', 0, 0), at('off', 0, 100)];
    expect(
      clearPlace(
        places,
        [],
        [
          [
            [-50, -50],
            [150, 80],
          ],
        ],
      ).name,
    ).toBe('off');
    expect(
      clearPlace(
        places,
        [],
        [
          [
            [-50, 60],
            [150, 60],
          ],
        ],
      ).name,
    ).toBe('on');
    expect(
      clearPlace(
        places,
        [],
        [
          [
            [50, -10],
            [50, 400],
          ],
        ],
      ).name,
    ).toBe('on');
  });

  it('covers the fewest things where nothing is clear', () => {
    const line: [[number, number], [number, number]] = [
      [-10, 15],
      [500, 15],
    ];
    const places = [at('both', 0, 0), at('one', 200, 0)];
    expect(clearPlace(places, [{ x: 0, y: 0, width: 10, height: 10 }], [line]).name).toBe('one');
  });

  it('must be given a place', () => {
    expect(() => clearPlace([], [], [])).toThrow(RangeError);
  });
});
