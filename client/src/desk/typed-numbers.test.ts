import { describe, expect, it } from 'vitest';

import { typedCount, typedTurnout } from './typed-numbers.ts';

describe('[DESK-2] numbers as people type them', () => {
  it.each([
    ['69,31', { min: 6931, max: 6931 }],
    ['69.3', { min: 6930, max: 6930 }],
    [' 8 ', { min: 800, max: 800 }],
    ['0,07 %', { min: 7, max: 7 }],
    ['78–79,99', { min: 7800, max: 7999 }],
    ['78 - 79,5', { min: 7800, max: 7950 }],
  ])('reads %j as a turnout in hundredths', (text, value) => {
    expect(typedTurnout(text)).toEqual({ kind: 'value', value });
  });

  it.each(['69,311', 'abc', '80–78', '-5', '6 9', '1e3'])('refuses %j and does not guess', (text) => {
    expect(typedTurnout(text)).toEqual({ kind: 'unreadable' });
  });

  it('reads counts with any spaces, and tells empty from unreadable', () => {
    expect(typedCount('8 282\u202F607')).toEqual({ kind: 'value', value: 8_282_607 });
    expect(typedCount('  ')).toEqual({ kind: 'empty' });
    expect(typedTurnout('')).toEqual({ kind: 'empty' });
    expect(typedCount('8,5')).toEqual({ kind: 'unreadable' });
  });
});
