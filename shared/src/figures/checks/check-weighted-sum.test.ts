import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { readPack } from '../../pack/recorded-pack.fixture.ts';
import type { TurnoutInterval } from '../turnout.ts';
import type { CheckInput } from './check-input.ts';
import { checkWeightedSum } from './check-weighted-sum.ts';
import { areaAt, exactly, recordedInput, recordedPack } from './recorded-input.fixture.ts';
import { weightedSumOf } from './weighted-sum.ts';
import { weightsOf } from './weights.ts';

const twoZones = readPack('test-two-zones');

/** The pack of two regions of 40 000 and 60 000 voters: what is read at 18:00, and what stood at 12:00. */
function known(read: Record<string, TurnoutInterval>, before: Record<string, TurnoutInterval> = {}): CheckInput {
  return {
    pack: twoZones,
    cutoff: '18:00',
    figures: Object.entries(read).map(([area, turnout]) => ({ area, turnout, ballots: null, electorate: null })),
    standing: (area, at) => {
      const turnout = at === '12:00' ? before[area] : undefined;
      return turnout === undefined ? null : { turnout, ballots: null, basis: null };
    },
    electorates: twoZones.electorates.map((version) => ({ ...version, approximate: false })),
  };
}

describe('W, weighted identity, with the electorates known', () => {
  it('[CHK-19] is exact but for rounding: 0,4 · 50,15 + 0,6 · 58,90 is 55,40, and neither 55,38 nor 55,42', () => {
    const read = (country: number) =>
      checkWeightedSum(known({ TT: exactly(country), 'TT-W': exactly(5015), 'TT-E': exactly(5890) }));
    expect([5539, 5540, 5541].flatMap(read)).toEqual([]);
    expect(read(5538)).toMatchObject([{ check: 'W', severity: 'warn', areas: ['TT'] }]);
    expect(read(5542)).toHaveLength(1);
  });

  it('[CHK-19] never warns of what rounding alone can do', () => {
    const voters = fc.integer({ min: 0, max: 40_000 });
    fc.assert(
      fc.property(voters, fc.integer({ min: 0, max: 60_000 }), (west, east) => {
        const rounded = (ballots: number, of: number) => exactly(Math.round((10_000 * ballots) / of));
        const read = {
          TT: rounded(west + east, 100_000),
          'TT-W': rounded(west, 40_000),
          'TT-E': rounded(east, 60_000),
        };
        expect(checkWeightedSum(known(read))).toEqual([]);
      }),
      { seed: 20221120, numRuns: 300 },
    );
  });

  it('[CHK-19] says whose voters it weighs by, in three languages', () => {
    const [found] = checkWeightedSum(known({ TT: exactly(5740), 'TT-W': exactly(5015), 'TT-E': exactly(5890) }));
    expect(found?.message.ru.replace(/\s/g, ' ')).toContain('территории вместе дают 55,40 %, разница 2,00 п. п.');
    expect(found?.message.en).toContain('100,000 in all');
    expect(new Set(Object.values(found?.message ?? {})).size).toBe(3);
  });

  it('[CHK-21] warns of ranges only where no point of them fits', () => {
    const read = (country: TurnoutInterval, west: TurnoutInterval) =>
      checkWeightedSum(known({ TT: country, 'TT-W': west, 'TT-E': exactly(5890) }));
    expect(read(exactly(5540), { min: 5001, max: 10_000 })).toEqual([]);
    expect(read(exactly(5540), { min: 5101, max: 10_000 })).toHaveLength(1);
    expect(read({ min: 5501, max: 10_000 }, { min: 5001, max: 5199 })).toEqual([]);
    expect(read({ min: 6001, max: 10_000 }, { min: 5001, max: 5199 })).toHaveLength(1);
  });

  it('[CHK-21] lets an area without a figure be anywhere from what it had to the whole', () => {
    const west = { 'TT-W': exactly(2700) };
    // The east would need 58,90 of its own, or 101.
    expect(checkWeightedSum(known({ TT: exactly(5540), 'TT-W': exactly(5015) }))).toEqual([]);
    expect(checkWeightedSum(known({ TT: exactly(8100), 'TT-W': exactly(5015) }))).toHaveLength(1);
    // The west had 27,00, so with 58,90 in the east the country has at least 46,14.
    expect(checkWeightedSum(known({ TT: exactly(4620), 'TT-E': exactly(5890) }, west))).toEqual([]);
    expect(checkWeightedSum(known({ TT: exactly(4610), 'TT-E': exactly(5890) }, west))).toHaveLength(1);
  });

  it('[CHK-19] knows no weights where an electorate is approximate, or they do not add up to the country’s', () => {
    const input = known({});
    expect(weightsOf(input)).toMatchObject({ kind: 'known', total: 100_000 });
    expect(weightsOf({ ...input, electorates: twoZones.electorates })).toBeNull();
    const grown = input.electorates.map((version) =>
      version.area === 'TT-W' ? { ...version, value: 40_300 } : version,
    );
    expect(weightsOf({ ...input, electorates: grown })).toBeNull();
  });

  it('[CHK-19] leaves a turnout above everybody to the check of bounds, and an unsaid country alone', () => {
    expect(checkWeightedSum(known({ TT: exactly(5540), 'TT-W': exactly(50_150), 'TT-E': exactly(5890) }))).toEqual([]);
    expect(checkWeightedSum(known({ 'TT-W': exactly(9015), 'TT-E': exactly(890) }))).toEqual([]);
  });
});

describe('W, weighted identity, with inferred weights', () => {
  it('[CHK-20] is silent before three cutoffs are complete, and then learns from all before', () => {
    const learntAt = ['1205', '1405', '1605', '1805', '2005-list', '2200'].map(
      (id) => weightsOf(recordedInput(`announcement-${id}`))?.fittedTo.length ?? 0,
    );
    expect(learntAt).toEqual([0, 0, 3, 4, 5, 6]);
  });

  it('[CHK-20] foretells the recorded day from the cutoffs before within 0,70 points, and later within 0,40', () => {
    const gaps = ['1605', '1805', '2005-list', '2200'].map((id) => {
      const input = recordedInput(`announcement-${id}`);
      const weights = weightsOf(input);
      return weights === null ? null : weightedSumOf(input, weights)?.gap;
    });
    expect(gaps).toEqual([52, -4, 15, 11]);
  });

  it.each([
    // At 18:05 the areas foretell 67,81 (four cutoffs learnt from): 67,41 and 68,21 lie 0,40 away.
    ['announcement-1805', 6740, 1],
    ['announcement-1805', 6742, 0],
    ['announcement-1805', 6820, 0],
    ['announcement-1805', 6822, 1],
    // At 16:05 they foretell 62,86 (three): 62,16 and 63,56 lie 0,70 away.
    ['announcement-1605', 6215, 1],
    ['announcement-1605', 6217, 0],
    ['announcement-1605', 6355, 0],
    ['announcement-1605', 6357, 1],
  ])('[CHK-20] %s with %d for the country: warnings %d', (id, country, warnings) => {
    expect(checkWeightedSum(recordedInput(id, { KZ: { turnout: exactly(country) } }))).toHaveLength(warnings);
  });

  it('[CHK-20] says that the weights are inferred and from how many cutoffs', () => {
    const [found] = checkWeightedSum(recordedInput('announcement-1805', { KZ: { turnout: exactly(6985) } }));
    expect(found).toMatchObject({ check: 'W', severity: 'warn', cutoff: '18:05', proposedBasis: null });
    expect(found?.message.ru).toContain('веса выведены из 4 прежних срезов');
    expect(found?.message.kk).toContain('4 мерзімнен');
    expect(found?.message.en).toContain('inferred from 4 earlier cutoffs');
  });

  it('[CHK-22] names the area whose growth beyond the usual best explains the difference', () => {
    const lost = areaAt('announcement-1805', 'KZ-75') + 1500;
    const [found] = checkWeightedSum(recordedInput('announcement-1805', { 'KZ-75': { turnout: exactly(lost) } }));
    expect(found?.areas).toEqual(['KZ', 'KZ-75']);
    expect(found?.message.ru).toContain('Прежде всего проверьте: город Алматы');
    const [national] = checkWeightedSum(recordedInput('announcement-2005-list', { KZ: { turnout: exactly(6631) } }));
    expect(national?.areas).toEqual(['KZ']);
    expect(national?.message.en).toContain('An area or the national figure may be wrong.');
  });

  it('[CHK-20] learns nothing from a pack with areas of which no cutoff tells all', () => {
    const input = recordedInput('announcement-2200');
    const standing: CheckInput['standing'] = (area, at) => (area === 'KZ-10' ? null : input.standing(area, at));
    expect(weightsOf({ ...input, standing })).toBeNull();
    expect(recordedPack.areas.some(({ id }) => id === 'KZ-10')).toBe(true);
  });
});
