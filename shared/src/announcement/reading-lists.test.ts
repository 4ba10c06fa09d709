import { describe, expect, it } from 'vitest';

import { readPack } from '../pack/recorded-pack.fixture.ts';
import { buildParser } from './build-parser.ts';
import { figureLine } from './corpus.fixture.ts';
import { leads, namings, rowForms } from './list-forms.fixture.ts';

const pack = readPack('kz-2022-11-20-president');
const parse = buildParser(pack);
const areas = pack.areas
  .filter(({ kind }) => kind === 'region' || kind === 'city')
  .sort((a, b) => a.order - b.order)
  .map(({ id }) => id);
const values = areas.map((_, place) => (60 + place * 1.37).toFixed(2));
const percent = { ru: 'процента', kk: 'пайыз', en: 'percent' };
const expected = [
  `${pack.root}@18:05 6785`,
  ...areas.map((area, place) => `${area}@18:05 ${values[place]?.replace('.', '')}`),
].sort();

describe.each(['ru', 'kk', 'en'] as const)('lists in %s', (language) => {
  const ways = Object.entries(namings[language]);
  it.each(Object.entries(rowForms))('[ANN-22] %s, whatever the way of naming', (_, [row, between]) => {
    for (const [way, names] of ways) {
      const rows = names.map((name, place) => row(name, values[place] ?? '', place).replace('PCT', percent[language]));
      const text = leads[language] + rows.join(between);
      const read = parse(text).figures.map((figure) => figureLine({ ...figure, ballots: null, electorate: null }));
      expect({ way, figures: read.sort() }).toEqual({ way, figures: expected });
    }
  });
});
