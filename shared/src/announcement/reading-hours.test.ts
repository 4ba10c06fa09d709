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
    [
      'Акмолинская область 74,9 %, Костанайская область 76,4 %. Время — 18 часов.',
      ['KZ-11@18:05 7490', 'KZ-39@18:05 7640'],
    ],
    [
      'Область Абай – 71,2 %; Жамбылская область – 66,3 %. (Центризбирком, 16 ч.)',
      ['KZ-10@16:05 7120', 'KZ-31@16:05 6630'],
    ],
    ['Друзья, свежие цифры. 20:05, Казахстан 68,7%. В Шымкенте 59,2%.', ['KZ-79@20:05 5920', 'KZ@20:05 6870']],
    [
      'Қарағанды облысында 70,6 пайыз (16.00).\nЖамбыл облысында 67,9 пайыз (16.00).',
      ['KZ-31@16:05 6790', 'KZ-35@16:05 7060'],
    ],
    ['Сағат 22.00-де Астанада 48,5 пайыз болды.', ['KZ-71@22:00 4850']],
    ['Явка, 12:05 → 14:05\nАстана: 18,20% → 38,60%', ['KZ-71@12:05 1820', 'KZ-71@14:05 3860']],
    [
      'Turnout was 61.9 percent as of 4 p.m., up from 50.7 percent at 2 p.m. Zhetysu Region stood at 70.1 percent.',
      ['KZ-33@16:05 7010', 'KZ@14:05 5070', 'KZ@16:05 6190'],
    ],
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
