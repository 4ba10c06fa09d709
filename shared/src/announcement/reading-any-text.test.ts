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
  const longest = 65_536;
  /** Steps for each UTF-16 unit, whatever the text. */
  const stepsEach = 40;
  const repeats: readonly string[] = [
    liveBlog,
    'в Абайской, Жетысуской, ',
    '28,72 80 % 8 282 607 ',
    '218 ',
    '7',
    '٣',
    'двадцать один ',
    'Абай, Жетісу ',
    'ы',
    '(',
    '(Алматы (28%) ',
    '(((: – ',
    '&',
    '&#12',
    '&nbsp;',
    '<',
    '<a ',
    '<td ',
    '<b>80</b>%',
    '*',
    '***_',
    '.',
    '. ',
    '…',
    '---',
    '\t',
    '| ',
    '\n',
    '%',
    ';',
    'в ',
    '\u200B',
    '1\uFE0F\u20E3',
    '\uD83D',
    'к этой отметке приближается 80% ',
    'кроме Алматы (28%) и ',
    'во всех регионах 60% ',
    'Абайская область 80,56\n',
    'Абайская\n80,56\n',
    '18:05\t20:05\nАбайская\t78,88\t80,56\n',
    'на 18:05 28% ',
    'к 20 часам ',
    '18.05 ',
    '2019 года 77,5% ',
    'Иванов (город) – 61% ',
    '"Абай",80.5,',
    '8 млн 300 тыс. 46 ',
    'Северо- и ',
    'ЗКО ',
    'اباي وبلىسى 80,56 ',
  ];
  it.each(repeats)('[ANN-17] grows no faster than the text, to 64 kB: repeat %#', (piece) => {
    const long = piece.repeat(Math.ceil(longest / piece.length)).slice(0, longest);
    const steps = stepsFor(long);
    expect(steps).toBeLessThanOrEqual(stepsEach * longest);
    expect(steps).toBeLessThanOrEqual(8.5 * stepsFor(long.slice(0, longest / 8)) + 1000);
  });

  it('[ANN-17] is bounded for ten thousand names', () => {
    const names = Array.from({ length: 10_000 }, (_, index) => pack.areas[index % pack.areas.length]?.names.ru ?? '');
    const list = names.join(', ');
    expect(stepsFor(list)).toBeLessThanOrEqual(stepsEach * list.length);
  });

  it(`[ANN-17] is bounded for any text (seed ${seed})`, () => {
    fc.assert(
      fc.property(text, (given) => {
        expect(stepsFor(given)).toBeLessThanOrEqual(stepsEach * given.length + 1000);
      }),
      { seed, numRuns: 300 },
    );
  });
});
