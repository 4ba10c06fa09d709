import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { readPack } from '../pack/recorded-pack.fixture.ts';
import { buildParser, parserKnowledgeOf, readAnnouncement } from './build-parser.ts';
import { liveBlog } from './live-blog.fixture.ts';
import { newMeter } from './meter.ts';
import { parsedAnnouncementSchema } from './parsed.ts';

const pack = readPack('kz-2022-11-20-president');
const parse = buildParser(pack);
const knowledge = parserKnowledgeOf(pack);
const seed = 20_221_120;

/** Pieces of announcements, so that chance texts reach deep into the grammar. */
const pieces = [
  'явка',
  'превысила',
  '80',
  '%',
  'процентов',
  '28,72',
  '67, 85',
  'в',
  'и',
  ',',
  '.',
  ';',
  ':',
  '–',
  '(',
  ')',
  '\n',
  '\t',
  'Алматы',
  'Абайской',
  'областях',
  'области',
  'Северо-',
  '-',
  'Казахстанской',
  'этой отметке',
  'приближается',
  'соответственно',
  '8 282 607',
  'из',
  'граждан',
  'на',
  '20.05',
  'часов',
  '20:05',
  'сағат',
  '-дегі',
  'жағдай бойынша',
  'пайыздан',
  'астам',
  'облыстарында',
  'Жетісу',
  'млн',
  'тыс.',
  'двадцать',
  'целых',
  'сотых',
  'as of',
  'p.m.',
  'nearly',
  'percent',
  'the',
  'region',
  'кандидат',
  'участков',
  'за рубежом',
  '2019 года',
  'кроме',
  'во всех регионах',
  'треть',
  '1.',
  '№',
  '70-80',
  '%-і',
  '\u00A0',
  '\uD83D',
  'وبلىسى',
  '٣',
];
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((words) => words.join(' ')),
  fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((words) => words.join('')),
  fc.tuple(fc.nat(liveBlog.length), fc.nat(300)).map(([from, length]) => liveBlog.slice(from, from + length)),
);

describe(`any text (seed ${seed})`, () => {
  it('[ANN-1] is read without an error, into the shape of a reading, alike each time', () => {
    fc.assert(
      fc.property(text, (given) => {
        const parsed = parse(given);
        expect(parsedAnnouncementSchema.safeParse(parsed).success).toBe(true);
        expect(parse(given)).toEqual(parsed);
      }),
      { seed, numRuns: 400 },
    );
  });

  it('[ANN-2] gives snippets that lie inside it and hold the words', () => {
    fc.assert(
      fc.property(text, (given) => {
        const { figures, leftAlone } = parse(given);
        for (const { words, snippet } of figures) {
          expect(snippet.start).toBeLessThan(snippet.end);
          expect(words).toBe(given.slice(snippet.start, snippet.end));
        }
        for (const { snippet } of leftAlone) expect(given.slice(snippet.start, snippet.end)).not.toBe('');
      }),
      { seed, numRuns: 400 },
    );
  });

  it('[ANN-11] gives at most one figure for each area and cutoff', () => {
    fc.assert(
      fc.property(text, (given) => {
        const keys = parse(given).figures.map(({ area, cutoff }) => `${area} ${cutoff}`);
        expect(new Set(keys).size).toBe(keys.length);
      }),
      { seed, numRuns: 200 },
    );
  });
});

describe('the cost of reading', () => {
  const stepsFor = (given: string): number => {
    const meter = newMeter();
    readAnnouncement(knowledge, given, meter);
    return meter.steps;
  };
  it.each([
    ['the live page', liveBlog],
    ['one endless sentence', 'в Абайской, Жетысуской, '],
    ['numbers without end', '28,72 80 % 8 282 607 '],
    ['groups of digits', '218 '],
    ['number words', 'двадцать один '],
    ['places without numbers', 'Абай, Жетісу '],
    ['one long word', 'ы'],
    ['brackets', '(((: – '],
    ['references', 'к этой отметке приближается 80% '],
    ['rows', 'Абайская область 80,56\n'],
  ])('[ANN-17] grows with the length of the text and no faster: %s', (_, piece) => {
    const once = piece.repeat(Math.ceil(4000 / piece.length));
    const short = stepsFor(once);
    const long = stepsFor(once.repeat(8));
    expect(short).toBeGreaterThan(0);
    expect(long).toBeLessThan(8 * short * 1.25 + 1000);
  });
});
