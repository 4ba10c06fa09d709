import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { spreadLabels } from './spread-labels.ts';

describe('labels beside the curves', () => {
  it('[UI-1] keep their order, their distance and the bounds', () => {
    const label = fc.record({ id: fc.uuid(), wanted: fc.integer({ min: -50, max: 250 }) });
    fc.assert(
      fc.property(fc.uniqueArray(label, { maxLength: 9, selector: ({ id }) => id }), (labels) => {
        const places = spreadLabels(labels, 14, { top: 0, bottom: 200 });
        const sorted = [...places.values()];
        for (const [index, place] of sorted.entries()) {
          expect(place).toBeGreaterThanOrEqual(0);
          expect(place).toBeLessThanOrEqual(200);
          if (index > 0) expect(place - (sorted[index - 1] ?? 0)).toBeGreaterThanOrEqual(14);
        }
        const wanted = [...places.keys()].map((id) => labels.find((each) => each.id === id)?.wanted ?? 0);
        expect(wanted).toEqual(wanted.toSorted((a, b) => a - b));
      }),
      { seed: 7 },
    );
  });

  it('[UI-1] a label with room stands where it wants', () => {
    expect(spreadLabels([{ id: 'a', wanted: 40 }], 14, { top: 0, bottom: 200 }).get('a')).toBe(40);
  });
});
