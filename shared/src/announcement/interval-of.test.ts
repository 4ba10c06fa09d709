import { describe, expect, it } from 'vitest';

import { hundredthsOf, intervalOf } from './interval-of.ts';
import { statedBoundOf } from './stated-bound.ts';

const widths = { approachWidth: 200, aboutWidth: 100 };

describe('bounds', () => {
  it('[ANN-4] are closed intervals of hundredths', () => {
    expect(intervalOf('above', 8000, widths)).toEqual({ min: 8001, max: 10_000 });
    expect(intervalOf('approach', 8000, widths)).toEqual({ min: 7800, max: 7999 });
    expect(intervalOf('about', 3300, widths)).toEqual({ min: 3200, max: 3399 });
    expect(intervalOf('atLeast', 6000, widths)).toEqual({ min: 6000, max: 10_000 });
    expect(intervalOf('below', 4100, widths)).toEqual({ min: 0, max: 4099 });
  });

  it('[ANN-4] that hold nothing state nothing', () => {
    expect(intervalOf('above', 10_000, widths)).toBeNull();
    expect(intervalOf('below', 0, widths)).toBeNull();
  });

  it('[ANN-16] are found again for every interval they state', () => {
    for (const bound of ['exact', 'above', 'atLeast', 'below', 'atMost', 'approach', 'about'] as const) {
      for (let value = 300; value <= 9900; value += 50) {
        const interval = intervalOf(bound, value, widths);
        if (interval === null) continue;
        const stated = statedBoundOf(interval, widths);
        const again =
          stated.bound === 'range'
            ? { min: stated.value, max: stated.upper }
            : intervalOf(stated.bound, stated.value, widths);
        expect(again).toEqual(interval);
      }
    }
  });
});

describe('hundredths', () => {
  it('[ANN-18] are rounded on digits, never up onto a whole percent', () => {
    expect([
      hundredthsOf(69, '31'),
      hundredthsOf(69, '3'),
      hundredthsOf(69, ''),
      hundredthsOf(69, '307'),
      hundredthsOf(79, '996'),
    ]).toEqual([6931, 6930, 6900, 6931, 7999]);
  });
});
