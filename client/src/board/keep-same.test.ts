import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { keepSame } from './keep-same.ts';

describe('keepSame', () => {
  it('[BOARD-3] keeps the identity of what did not change', () => {
    const previous = { a: { x: [1, { y: 2 }] }, b: { z: 3 } };
    const next = keepSame(previous, { a: { x: [1, { y: 2 }] }, b: { z: 4 } });
    expect(next).toEqual({ a: { x: [1, { y: 2 }] }, b: { z: 4 } });
    expect(next.a).toBe(previous.a);
    expect(next.b).not.toBe(previous.b);
    expect(keepSame(previous, structuredClone(previous))).toBe(previous);
  });

  it('[BOARD-3] always equals the new value, whatever came before', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (previous, next) => {
        expect(keepSame(previous, next)).toEqual(next);
        expect(keepSame(next, structuredClone(next))).toEqual(next);
      }),
      { seed: 20 },
    );
  });
});
