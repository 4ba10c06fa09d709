import { describe, expect, it } from 'vitest';

import { readPack } from '../pack/recorded-pack.fixture.ts';
import { buildParser } from './build-parser.ts';
import { figureLine } from './corpus.fixture.ts';

const parse = buildParser(readPack('kz-2022-11-20-president'));
const read = (text: string): string[] => parse(text).figures.map(figureLine).sort();

describe('whose a number is', () => {
  it.each([
    ['В Алматы явка 27,93%. Проголосовали 8 108 668 человек.', ['KZ-75@- 2793', 'KZ@- b8108668']],
    ['В ЗКО явка 64,77%. Проголосовали 286 868 человек из 442 903.', ['KZ-27@- 6477']],
    ['В Алматы на участке очередь. К 15:00 проголосовали 312 человек.', []],
    ['В ЗКО явка 64,77%. В списки включены 11 950 485 граждан.', ['KZ-27@- 6477']],
    ['В ЗКО явка 64,77%. В списки включены 442 903 гражданина.', ['KZ-27@- 6477']],
  ])('[ANN-28] a count of no place is the country’s only when it is of its size: %s', (text, figures) => {
    expect(read(text)).toEqual(figures);
  });

  it('[ANN-28] a count of a named place, or before any, needs no size', () => {
    expect(read('В Казахстане на 18:05 проголосовали 312 456 человек.')).toEqual(['KZ@18:05 b312456']);
    expect(read('На 18:05 проголосовали 312 456 человек.')).toEqual(['KZ@18:05 b312456']);
  });

  it('[ANN-29] each post of a live page has its own hour', () => {
    const posts =
      '18:20\nЯвка на 18:05 67,85%.\n16:40\nВ Алматы явка 26,19%. Данные ЦИК на 16:05.\n15:10\nЯвка 51,16%.';
    expect(read(posts)).toEqual(['KZ-75@16:05 2619', 'KZ@- 5116', 'KZ@18:05 6785']);
  });

  it('[ANN-29] a lone hour is the text’s own', () => {
    expect(read('Выборы\n18:05\nЯвка 67,85%\nВ Алматы 27,33%')).toEqual(['KZ-75@18:05 2733', 'KZ@18:05 6785']);
  });

  it.each([
    ['— Сколько проголосовало в Мангистауской области?\n— На 16:05 — 59,61%.', ['KZ-47@16:05 5961']],
    ['Область Абай\nЯвка: 80,18%\nГород Алматы\nЯвка: 28,72%', ['KZ-10@- 8018', 'KZ-75@- 2872']],
    ['В сообщении ошибка в показателе по Астане. Правильно: 48,01%.', ['KZ-71@- 4801']],
    ['В Бурлинском районе Актюбинской области явка 82%. В целом по области — 68,81%.', ['KZ-15@- 6881']],
    ['В Актюбинской и Абайской областях явка 70%. В области — 68,81%.', ['KZ-10@- 7000', 'KZ-15@- 7000']],
  ])('[ANN-30] is told by what stood before: %s', (text, figures) => {
    expect(read(text)).toEqual(figures);
  });

  it('[ANN-15] an exception that names nobody leaves nobody sure', () => {
    expect(read('Во всех регионах, кроме двух, явка выше 60%.')).toEqual([]);
    expect(read('Во всех регионах, кроме трёх городов, явка выше 60%.')).toHaveLength(17);
  });

  it.each([
    ['К 22:00 в Астане 48,71% (на 20:05 было 48,67%).', ['KZ-71@20:05 4867', 'KZ-71@22:00 4871']],
    ['At 20:05, 48.67 percent in Astana (48.01 percent at 18:05).', ['KZ-71@18:05 4801', 'KZ-71@20:05 4867']],
    ['На 20:05 в ЗКО (67,77%, на 18:05 – 64,77%) спад.', ['KZ-27@18:05 6477', 'KZ-27@20:05 6777']],
    ['Явка в ЗКО (67,77%, 20:05) выше.', ['KZ-27@20:05 6777']],
  ])('[ANN-32] brackets with an hour of their own tell of another hour: %s', (text, figures) => {
    expect(read(text)).toEqual(figures);
  });

  it.each([
    [
      'На 18:05 в ЗКО 64,77%, в Алматы 27,93%. Ранее сообщалось, что явка на 16:05 составила 62,34.',
      ['KZ-27@18:05 6477', 'KZ-75@18:05 2793', 'KZ@16:05 6234'],
    ],
    ['На 18:05 в Алматы 27,93%. Ранее, на 16:05, проголосовали 26,19%.', ['KZ-75@16:05 2619', 'KZ-75@18:05 2793']],
    ['На 18:05 в Алматы 27,93%. Ранее, на 16:05, проголосовали 62,34%.', ['KZ-75@18:05 2793', 'KZ@16:05 6234']],
    ['Явка на 16:05 выросла в 1,35 раза.', []],
    ['Явка на 16:05 – 20,11', []],
  ])('[ANN-33] an earlier hour is of the place before only where it can be: %s', (text, figures) => {
    expect(read(text)).toEqual(figures);
  });
});
