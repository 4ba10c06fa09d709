import { describe, expect, it } from 'vitest';

import { readPack } from '../pack/recorded-pack.fixture.ts';
import { buildParser } from './build-parser.ts';
import { figureLine } from './corpus.fixture.ts';

const parse = buildParser(readPack('kz-2022-11-20-president'));
const read = (text: string): string[] => parse(text).figures.map(figureLine).sort();

describe('which hour a number holds at', () => {
  it.each([
    ['Маңғыстау облысында кешкі сағат 8-де 65,9% дауыс берді.', ['KZ-47@20:05 6590']],
    ['At 2 in the afternoon 50.4% had voted in Abai region.', ['KZ-10@14:05 5040']],
    ['Между 10:05 и 12:05 явка в Шымкенте выросла с 29,8% до 33,5%.', ['KZ-79@10:05 2980', 'KZ-79@12:05 3350']],
    ['Брифинг ЦИК — 12:05.\nВ Алматы явка 16,2%.', ['KZ-75@12:05 1620']],
    ['В Алматы явка 16,2%. Данные даны на 12:05.', ['KZ-75@12:05 1620']],
  ])('[ANN-34] is told by the words around it: %s', (text, figures) => {
    expect(read(text)).toEqual(figures);
  });

  it('[ANN-34] the hour of a briefing in a sentence is not the figures’', () => {
    expect(read('Брифинг ЦИК прошёл в 12:05. В Алматы явка 16,2%.')).toEqual(['KZ-75@- 1620']);
  });

  it.each([
    ['На восемнадцать ноль пять в Абайской области 76,3%.', ['KZ-10@18:05 7630']],
    ['На двадцать два ноль ноль в Абайской области 79,6%.', ['KZ-10@22:00 7960']],
    ['Сағат он екіде Абай облысында 42,8% дауыс берді.', ['KZ-10@12:05 4280']],
    ['ВЕДУЩАЯ: На 18:05 – 66,93%.', ['KZ@18:05 6693']],
    ['Экзитполы\nОпрошено 40% зрителей. Официально на 18:05 в Алматы 26,4%, сообщил ЦИК.', ['KZ-75@18:05 2640']],
  ])('[ANN-49] is read as it is spoken: %s', (text, figures) => {
    expect(read(text)).toEqual(figures);
  });
});
