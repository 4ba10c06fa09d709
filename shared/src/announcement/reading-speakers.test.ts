import { describe, expect, it } from 'vitest';

import { readPack } from '../pack/recorded-pack.fixture.ts';
import { buildParser } from './build-parser.ts';
import { figureLine } from './corpus.fixture.ts';

const parse = buildParser(readPack('kz-2022-11-20-president'));
const read = (text: string): string[] => parse(text).figures.map(figureLine).sort();

describe('who speaks', () => {
  it.each([
    ['Улытауская область, облизбирком. На 10:05 явка 29,8%.', ['KZ-62@10:05 2980']],
    [
      'г. Шымкент, городская избирательная комиссия.\nНа 10:05 явка 17,4%. По стране – 23,37%.',
      ['KZ-79@10:05 1740', 'KZ@10:05 2337'],
    ],
    ['Костанайский облизбирком. На 10:05 проголосовали 28,1% граждан, 240 115 человек.', []],
    ['Комиссия заседает в Шымкенте. На 10:05 явка 23,37%.', ['KZ@10:05 2337']],
    ['Наблюдатели говорят о 30% в Шымкенте к 12:05. По официальным данным – 34,41%.', ['KZ-79@12:05 3441']],
    ['Наблюдатели говорят о 30% в Шымкенте к 12:05. Официально по стране проголосовали 38,55%.', ['KZ@12:05 3855']],
  ])('[ANN-53] tells whose a share without a place is: %s', (text, figures) => {
    expect(read(text)).toEqual(figures);
  });
});
