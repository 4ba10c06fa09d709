import { describe, expect, it } from 'vitest';

import { breakable } from './breakable.ts';

const shown = (name: string): string => breakable(name).replaceAll('\u00AD', '|');

describe('long names in narrow columns', () => {
  it('[UI-6] may be broken once, before a syllable near the middle; short words are left alone', () => {
    expect(shown('Долгоозёрнинская')).toBe('Долгоозёр|нинская');
    expect(shown('North Something')).toBe('North Something');
    expect(shown('Bcdfghjklmnpqrst')).toBe('Bcdfghjklmnpqrst');
  });
});
