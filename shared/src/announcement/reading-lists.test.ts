import fc from 'fast-check';
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

const seed = 20_051_120;
const runs = 250;

describe(`any list (seed ${seed})`, () => {
  const languages = ['ru', 'kk', 'en'] as const;
  const list = fc.constantFrom(...languages).chain((language) =>
    fc.record({
      language: fc.constant(language),
      way: fc.constantFrom(...Object.keys(namings[language])),
      form: fc.constantFrom(...Object.keys(rowForms)),
      rows: fc
        .shuffledSubarray(
          areas.map((_, place) => place),
          { minLength: 2 },
        )
        .chain((places) =>
          fc.tuple(...places.map((place) => fc.integer({ min: 100, max: 9999 }).map((value) => ({ place, value })))),
        ),
    }),
  );
  it('[ANN-22] gives back the shares it was written with, in every form, language and alphabet', () => {
    fc.assert(
      fc.property(list, ({ language, way, form, rows }) => {
        const [row, between] = rowForms[form] ?? [() => '', ''];
        const text =
          leads[language] +
          rows
            .map(({ place, value }, index) =>
              row(
                namings[language][way]?.[place] ?? '',
                `${Math.floor(value / 100)}.${String(value % 100).padStart(2, '0')}`,
                index,
              ).replace('PCT', percent[language]),
            )
            .join(between);
        const read = parse(text).figures.map((figure) => figureLine({ ...figure, ballots: null, electorate: null }));
        const written = rows.map(({ place, value }) => `${areas[place]}@18:05 ${value}`);
        expect(read.sort()).toEqual([`${pack.root}@18:05 6785`, ...written].sort());
      }),
      { seed, numRuns: runs },
    );
  });
});
