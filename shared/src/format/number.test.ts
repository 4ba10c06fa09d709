import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { languages } from '../ids.ts';
import {
  describeTurnout,
  formatCount,
  formatHundredths,
  formatPercent,
  formatPoints,
  formatSigned,
  pointsUnit,
  formatTurnout,
} from './number.ts';

const exact = { min: 7839, max: 7839 };
const above80 = { min: 8001, max: 10_000 };
const notBelow60 = { min: 6000, max: 10_000 };
const approaching80 = { min: 7800, max: 7999 };
const below41 = { min: 0, max: 4099 };
const about33 = { min: 3200, max: 3399 };

/** No-break spaces made visible: `_` for U+00A0, `~` for U+202F. */
const visible = (text: string): string => text.replaceAll('\u00A0', '_').replaceAll('\u202F', '~');

describe('numbers', () => {
  it('[FMT-1] prints hundredths with the comma of Kazakh and Russian and the point of English', () => {
    expect(languages.map((language) => formatHundredths(6931, language))).toEqual(['69,31', '69,31', '69.31']);
    expect(languages.map((language) => visible(formatPercent(900, language)))).toEqual(['9,00_%', '9,00_%', '9.00%']);
  });

  it.each([
    [7996, 1, '80,0'],
    [7995, 1, '80,0'],
    [7994, 1, '79,9'],
    [7950, 0, '80'],
    [7949, 0, '79'],
    [5, 2, '0,05'],
    [-769, 1, '\u22127,7'],
    [-4, 1, '0,0'],
    [1_234_567, 2, '12\u202F345,67'],
  ] as const)('[FMT-2] rounds %i hundredths to %i decimals half up, on whole numbers', (value, decimals, printed) => {
    expect(formatHundredths(value, 'ru', decimals)).toBe(printed);
  });

  it('[FMT-3] sets thousands apart with a thin no-break space, in English with a comma', () => {
    expect(languages.map((language) => visible(formatCount(8_282_607, language)))).toEqual([
      '8~282~607',
      '8~282~607',
      '8,282,607',
    ]);
    expect(formatCount(999, 'ru')).toBe('999');
  });

  it('[FMT-4] prints points with a true minus, a plus, or no sign for what rounds to nothing', () => {
    expect(languages.map((language) => visible(formatPoints(-769, language)))).toEqual([
      '\u22127,7_п._т.',
      '\u22127,7_п._п.',
      '\u22127.7_pp',
    ]);
    expect(visible(formatPoints(124, 'ru', 2))).toBe('+1,24_п._п.');
    expect(visible(formatPoints(-3, 'en'))).toBe('0.0_pp');
    expect([formatSigned(435, 'ru', 2), formatSigned(-29, 'en', 2), formatSigned(0, 'kk')]).toEqual([
      '+4,35',
      '\u22120.29',
      '0,0',
    ]);
    for (const language of languages)
      expect(formatPoints(124, language)).toBe(`${formatSigned(124, language)}\u00A0${pointsUnit(language)}`);
  });

  it('[FMT-2] what is printed with two decimals reads back as the same hundredths', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), (value) => {
        expect(Math.round(Number(formatHundredths(value, 'en')) * 100)).toBe(value);
      }),
      { seed: 20221120 },
    );
  });
});

describe('stated turnouts', () => {
  it.each([
    ['exact', exact, ['78,39', '78,39', '78.39']],
    ['above', above80, ['80+', '80+', '80+']],
    ['not below', notBelow60, ['60+', '60+', '60+']],
    ['approaching', approaching80, ['80-ге', 'к_80', 'near_80']],
    ['below', below41, ['41-ге_дейін', 'до_41', 'under_41']],
    ['about', about33, ['32,00–33,99', '32,00–33,99', '32.00–33.99']],
  ])('[FMT-5] have a compact label: %s', (_, interval, labels) => {
    expect(languages.map((language) => visible(formatTurnout(interval, language)))).toEqual(labels);
  });

  it.each([
    ['exact', exact, ['78,39_%', '78,39_%', '78.39%']],
    ['above', above80, ['80_%-дан асты', 'превысила 80_%', 'exceeded 80%']],
    ['not below', notBelow60, ['60_%-дан кем емес', 'не ниже 60_%', 'not below 60%']],
    ['approaching', approaching80, ['80_%-ға жақындады', 'приближается к 80_%', 'approaching 80%']],
    ['below', below41, ['41_%-дан төмен', 'ниже 41_%', 'below 41%']],
    ['about', about33, ['32–33,99_% аралығында', 'от 32 до 33,99_%', 'between 32 and 33.99%']],
  ])('[FMT-6] are said in words: %s', (_, interval, words) => {
    expect(languages.map((language) => visible(describeTurnout(interval, language)))).toEqual(words);
  });

  it('[FMT-5] keep the decimals of a bound that has some, and the Kazakh ending of its last word', () => {
    expect(formatTurnout({ min: 8051, max: 10_000 }, 'ru')).toBe('80,5+');
    expect(
      [6000, 7000, 9000, 4000, 5000].map((bound) => formatTurnout({ min: bound - 200, max: bound - 1 }, 'kk')),
    ).toEqual(['60-қа', '70-ке', '90-ға', '40-қа', '50-ге']);
  });
});
