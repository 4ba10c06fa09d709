import { describe, expect, it } from 'vitest';

import { newMeter } from './meter.ts';
import { scan } from './scan.ts';

const keysOf = (text: string): string[] => scan(text, newMeter()).map(({ key }) => key);

describe('the scanner', () => {
  it('[ANN-2] keeps the place of every token in UTF-16', () => {
    const text = '𝒜 «Ёлка»\u00A0— 28,72\u202F%';
    for (const { start, end, kind, key } of scan(text, newMeter())) {
      if (kind === 'digits') expect(text.slice(start, end)).toBe(key);
    }
    expect(scan(text, newMeter()).map(({ start, end }) => text.slice(start, end))).toEqual([
      '𝒜',
      '«',
      'Ёлка',
      '»',
      '—',
      '28',
      ',',
      '72',
      '%',
    ]);
  });

  it('[ANN-7] folds case, ё, Kazakh letters, look-alikes and the digits of other scripts', () => {
    expect(keysOf('Ёж')).toEqual(['еж']);
    expect(keysOf('Өңір')).toEqual(keysOf('онир'));
    // The second word has a Latin i, as typed on many keyboards.
    expect(keysOf('тіл')).toEqual(keysOf('тiл'));
    expect(keysOf('٢٨٫٧٢٪')).toEqual(['28', ',', '72', '%']);
    expect(keysOf('oblysy OBLYSY oblysý')).toEqual(['oblysy', 'oblysy', 'oblysy']);
  });

  it('tells no space, one space and a wider gap', () => {
    expect(scan('а б\tв  г,', newMeter()).map(({ gap }) => gap)).toEqual(['none', 'space', 'wide', 'wide', 'none']);
  });
});
