import { describe, expect, it } from 'vitest';

import { checkAreaCounts } from './check-area-counts.ts';
import type { CheckInput, GivenFigure } from './check-input.ts';
import { exactly, recordedInput, recordedPack } from './recorded-input.fixture.ts';

type Count = Pick<GivenFigure, 'area' | 'turnout' | 'ballots'>;

/** Counts read at 18:05, and what stood at 16:05 and at 18:05. */
function counts(read: readonly Count[], before: readonly Count[] = [], now: readonly Count[] = []): CheckInput {
  const figures = read.map((figure) => ({ ...figure, electorate: null }));
  const standing: CheckInput['standing'] = (area, cutoff) => {
    const held = { '16:05': before, '18:05': now }[cutoff]?.find((each) => each.area === area);
    return held === undefined ? null : { ...held, basis: null };
  };
  return { pack: recordedPack, cutoff: '18:05', figures, standing, electorates: recordedPack.electorates };
}
const city = (turnout: number, ballots: number): Count => ({ area: 'KZ-75', turnout: exactly(turnout), ballots });

describe('C, counts of areas', () => {
  // 26,19 % of 1 250 000 voters, and 27,93 %.
  const at16 = city(2619, 327_375);

  it('[CHK-29] lets counts and percentages that mean one electorate be, grown by a hundredth at most', () => {
    expect(checkAreaCounts(counts([city(2793, 349_125)], [at16]))).toEqual([]);
    expect(checkAreaCounts(counts([city(2793, 352_500)], [at16]))).toEqual([]);
    expect(checkAreaCounts(counts([city(2793, 349_125)]))).toEqual([]);
  });

  it.each([
    ['a digit lost in the count', city(2793, 34_912)],
    ['digits exchanged in the count', city(2793, 394_125)],
    ['a percentage of another row', city(4801, 349_125)],
  ])('[CHK-29] warns of %s', (_, read) => {
    const [found] = checkAreaCounts(counts([read], [at16]));
    expect(found).toMatchObject({ check: 'C', severity: 'warn', areas: ['KZ-75'], cutoff: '18:05' });
    expect(found?.message.ru).toContain('16:05');
    expect(new Set(Object.values(found?.message ?? {})).size).toBe(3);
  });

  it('[CHK-29] leaves areas with an electorate, ranges and shares of nothing alone', () => {
    const west = (ballots: number): Count => ({ area: 'KZ-27', turnout: exactly(6477), ballots });
    expect(checkAreaCounts(counts([west(100)], [west(286_000)]))).toEqual([]);
    const range: Count = { area: 'KZ-75', turnout: { min: 2501, max: 10_000 }, ballots: 34_912 };
    expect(checkAreaCounts(counts([range], [at16]))).toEqual([]);
    expect(checkAreaCounts(counts([city(0, 0)], [at16]))).toEqual([]);
  });

  it('[CHK-30] warns when the areas have more ballots together than the country, read or standing', () => {
    const country: Count = { area: 'KZ', turnout: exactly(6785), ballots: 8_108_668 };
    const most = { ...city(2793, 349_125), ballots: 8_108_600 };
    const other: Count = { area: 'KZ-71', turnout: null, ballots: 68 };
    expect(checkAreaCounts(counts([country, most, other]))).toEqual([]);
    const over = { ...other, ballots: 69 };
    expect(checkAreaCounts(counts([country, most, over]))).toMatchObject([
      { check: 'C', severity: 'warn', areas: ['KZ'] },
    ]);
    expect(checkAreaCounts(counts([over], [], [country, most]))).toHaveLength(1);
    expect(
      checkAreaCounts(counts([{ ...other, ballots: null }], [], [country, { ...most, ballots: 9_000_000 }])),
    ).toEqual([]);
  });

  it('[CHK-29] has nothing to say of the recorded day', () => {
    for (const { id } of recordedPack.recordedDay?.announcements ?? []) {
      expect(checkAreaCounts(recordedInput(id))).toEqual([]);
    }
  });
});
