import { expect, it } from 'vitest';

import { pluralWord } from './plural.ts';

const forms = {
  kk: { one: 'учаске', other: 'учаске' },
  ru: { one: 'участок', few: 'участка', many: 'участков' },
  en: { one: 'station', other: 'stations' },
};

it.each([
  [0, 'участков', 'stations'],
  [1, 'участок', 'station'],
  [2, 'участка', 'stations'],
  [5, 'участков', 'stations'],
  [11, 'участков', 'stations'],
  [14, 'участков', 'stations'],
  [21, 'участок', 'stations'],
  [68, 'участков', 'stations'],
  [103, 'участка', 'stations'],
  [112, 'участков', 'stations'],
])('[FMT-11] %i takes the plural of its language', (count, ru, en) => {
  expect(pluralWord(count, 'ru', forms)).toBe(ru);
  expect(pluralWord(count, 'en', forms)).toBe(en);
  expect(pluralWord(count, 'kk', forms)).toBe('учаске');
});
