import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { languages } from '../ids.ts';
import type { ElectionPack } from '../pack/pack.ts';
import type { RecordedAnnouncement } from '../pack/recorded-day.ts';
import { readPack } from '../pack/recorded-pack.fixture.ts';
import { buildParser } from './build-parser.ts';
import { composeAnnouncement } from './compose-announcement.ts';

const packs = ['kz-2022-11-20-president', 'test-two-zones'].map((id) => readPack(id));
const seed = 691_312;

/** What the parser must give back for a recorded announcement, by area. */
function expected(recorded: RecordedAnnouncement, pack: ElectionPack): Map<string, unknown> {
  const areas = recorded.areas.map(
    ({ area, turnout }) => [area, { turnout, ballots: null, electorate: null, cutoff: recorded.cutoff }] as const,
  );
  const { turnout, ballots, electorate } = recorded.national;
  const national =
    turnout === null && ballots === null
      ? []
      : [[pack.root, { turnout, ballots, electorate, cutoff: recorded.cutoff }] as const];
  return new Map<string, unknown>([...areas, ...national]);
}

function readBack(
  recorded: RecordedAnnouncement,
  pack: ElectionPack,
): { text: string; figures: Map<string, unknown>; status: string | null } {
  const text = composeAnnouncement(recorded, pack);
  const parsed = buildParser(pack)(text);
  return {
    text,
    status: parsed.status,
    figures: new Map(
      parsed.figures.map(({ area, turnout, ballots, electorate, cutoff }) => [
        area,
        { turnout, ballots, electorate, cutoff },
      ]),
    ),
  };
}

describe('composed announcements', () => {
  for (const pack of packs) {
    for (const recorded of pack.recordedDay?.announcements ?? []) {
      for (const language of languages) {
        for (const form of ['prose', 'list'] as const) {
          it(`[ANN-16] ${pack.id} ${recorded.id} reads back as recorded: ${language}, ${form}`, () => {
            const said = { ...recorded, language, form };
            const { figures, status } = readBack(said, pack);
            expect(figures).toEqual(expected(said, pack));
            expect(status).toBe(recorded.status);
          });
        }
      }
    }
  }

  it('[ANN-16] gathers names under one noun and refers back to the bound', () => {
    const [pack] = packs;
    const words = pack?.recordedDay?.announcements.find(({ form }) => form === 'prose');
    if (pack === undefined || words === undefined) throw new Error('the recorded day has an announcement in words');
    const text = composeAnnouncement({ ...words, language: 'ru' }, pack);
    expect(text).toContain('в Абайской, Жетысуской, Кызылординской и Туркестанской областях');
    expect(text).toContain('К этой отметке приблизились Акмолинская,');
  });
});

describe(`any figures (seed ${seed})`, () => {
  const interval = (pack: ElectionPack) =>
    fc.oneof(
      { weight: 3, arbitrary: fc.nat(10_000).map((value) => ({ min: value, max: value })) },
      fc.integer({ min: 1, max: 100 }).map((whole) => ({ min: whole * 100 - 99, max: 10_000 })),
      fc.integer({ min: 1, max: 100 }).map((whole) => ({ min: 0, max: whole * 100 - 1 })),
      fc
        .integer({ min: 2, max: 100 })
        .map((whole) => ({ min: whole * 100 - pack.approachWidth, max: whole * 100 - 1 })),
      fc
        .integer({ min: 2, max: 98 })
        .map((whole) => ({ min: whole * 100 - pack.aboutWidth, max: whole * 100 + pack.aboutWidth - 1 })),
      fc.tuple(fc.nat(10_000), fc.nat(10_000)).map(([a, b]) => ({ min: Math.min(a, b), max: Math.max(a, b) })),
    );
  const announcement = (pack: ElectionPack): fc.Arbitrary<RecordedAnnouncement> => {
    const named = pack.areas.filter(({ kind }) => kind === 'region' || kind === 'city').map(({ id }) => id);
    const timed = pack.cutoffs.filter(({ localTime }) => localTime?.startsWith(pack.date) === true).map(({ id }) => id);
    return fc.record({
      id: fc.constant('a'),
      localTime: fc.constant(`${pack.date}T20:00`),
      timeKnown: fc.constant(true),
      sources: fc.constant(['s']),
      overrides: fc.constant([]),
      cutoff: fc.constantFrom(...timed),
      status: fc.constantFrom('preliminary' as const, 'final' as const),
      language: fc.constantFrom(...languages),
      form: fc.constantFrom('prose' as const, 'list' as const),
      national: fc.record({
        turnout: fc.option(interval(pack)),
        ballots: fc.option(fc.integer({ min: 1000, max: 9_000_000 })),
        electorate: fc.option(fc.integer({ min: 9_000_001, max: 900_000_000 })),
      }),
      areas: fc
        .subarray(named)
        .chain((areas) => fc.tuple(...areas.map((area) => interval(pack).map((turnout) => ({ area, turnout }))))),
    });
  };
  for (const pack of packs) {
    it(`[ANN-16] come back from their words, whatever the figures: ${pack.id}`, () => {
      const parse = buildParser(pack);
      fc.assert(
        fc.property(announcement(pack), (recorded) => {
          const parsed = parse(composeAnnouncement(recorded, pack));
          const figures = new Map(
            parsed.figures.map(({ area, turnout, ballots, electorate, cutoff }) => [
              area,
              { turnout, ballots, electorate, cutoff },
            ]),
          );
          expect(figures).toEqual(expected(recorded, pack));
        }),
        { seed, numRuns: 300 },
      );
    });
  }
});
