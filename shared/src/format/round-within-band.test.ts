import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { bandOfValue } from '../figures/band.ts';
import { computedTurnout } from '../figures/turnout.ts';
import { roundComputedWithinBand, roundWithinBand } from './round-within-band.ts';

const bands = [0, 2000, 4000, 5000, 6000, 7000, 8000].map((min, index, edges) => ({
  min,
  max: edges[index + 1] ?? 10_000,
}));

describe('rounding beside the edge of a band', () => {
  it('[FMT-7] 79,9960 is 79,99 and 79,96 with one decimal is 79,9: neither is 80', () => {
    expect(roundComputedWithinBand(799_960, bands)).toBe(7999);
    expect(roundWithinBand(7996, 1, bands)).toBe(7990);
    expect(roundWithinBand(7950, 0, bands)).toBe(7900);
    expect(roundWithinBand(8000, 1, bands)).toBe(8000);
    expect(roundWithinBand(9999, 0, bands)).toBe(10_000);
  });

  it('[FMT-7] rounds as usual away from the edges', () => {
    expect(roundComputedWithinBand(computedTurnout(8_282_607, 11_950_485), bands)).toBe(6931);
    expect(roundWithinBand(6935, 1, bands)).toBe(6940);
  });

  it('[FMT-7] leaves a value alone where its band has no value of so few decimals', () => {
    const narrow = [
      { min: 0, max: 8001 },
      { min: 8001, max: 8009 },
      { min: 8009, max: 10_000 },
    ];
    expect(roundWithinBand(8005, 1, narrow)).toBe(8005);
  });

  it('[FMT-7] never leaves the band of any value', () => {
    const decimals = fc.constantFrom(0 as const, 1 as const, 2 as const);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), decimals, (tenThousandths, places) => {
        const hundredths = Math.floor(tenThousandths / 100);
        const band = bandOfValue(hundredths, bands);
        expect(bandOfValue(roundWithinBand(hundredths, places, bands), bands)).toBe(band);
        expect(bandOfValue(roundComputedWithinBand(tenThousandths, bands), bands)).toBe(band);
      }),
      { seed: 20221120, numRuns: 500 },
    );
  });
});
