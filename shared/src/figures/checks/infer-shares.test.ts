import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { inferShares } from './infer-shares.ts';

describe('inferred shares', () => {
  it('[CHK-20] are equal where the national figures ask for nothing else', () => {
    expect(inferShares([{ country: 2000, areas: [1000, 2000, 3000] }])).toEqual([1 / 3, 1 / 3, 1 / 3]);
  });

  it('[CHK-20] move towards the areas that the country follows', () => {
    const [small = 0, large = 0] = inferShares([
      { country: 4800, areas: [1000, 5000] },
      { country: 5700, areas: [1500, 6000] },
    ]);
    expect(large).toBeGreaterThan(0.9);
    expect(small + large).toBeCloseTo(1, 12);
  });

  it('[CHK-20] are none negative, together one, and the same every time', () => {
    const turnout = fc.integer({ min: 0, max: 10_000 });
    const sums = fc.integer({ min: 2, max: 22 }).chain((size) =>
      fc.array(fc.record({ country: turnout, areas: fc.array(turnout, { minLength: size, maxLength: size }) }), {
        minLength: 1,
        maxLength: 7,
      }),
    );
    fc.assert(
      fc.property(sums, (seen) => {
        const shares = inferShares(seen);
        expect(Math.min(...shares)).toBeGreaterThanOrEqual(0);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
        expect(inferShares(seen)).toEqual(shares);
      }),
      { seed: 20221120, numRuns: 200 },
    );
  });

  it('[CHK-20] set an area that would count negatively to nothing and fit the others again', () => {
    const shares = inferShares([
      { country: 9000, areas: [1000, 8900, 9000] },
      { country: 9500, areas: [500, 9400, 9600] },
    ]);
    expect(shares[0]).toBe(0);
    expect((shares[1] ?? 0) + (shares[2] ?? 0)).toBeCloseTo(1, 12);
  });
});
