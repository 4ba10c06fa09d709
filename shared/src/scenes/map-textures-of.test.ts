import { describe, expect, it } from 'vitest';

import { mapTexturesOf } from './map-textures-of.ts';
import { pack } from './recorded-scenes.fixture.ts';

const toWhole = (length: number): number => Math.abs(length - Math.round(length));

describe('the textures of a map', () => {
  it.each([1, 0.75, 0.5])('[MAP-24] at scale %d repeat after whole pixels of every usual screen', (scale) => {
    const textures = mapTexturesOf('m', pack.bands, '4-5', scale);
    expect(textures).toHaveLength(7);
    for (const { id, size, angle, marks } of textures) {
      // A square turned by 45° repeats along the lines after its diagonal.
      const repeat = angle === 0 ? size : size * Math.SQRT2;
      for (const ratio of [1, 1.25, 1.5, 2, 3])
        expect([id, ratio, toWhole(repeat * ratio) < 1e-6]).toEqual([id, ratio, true]);
      const stripes = marks.filter((mark) => mark.shape === 'stripe');
      for (const stripe of stripes) expect(stripe.width).toBeGreaterThanOrEqual(3);
    }
  });
});
