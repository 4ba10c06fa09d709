import { describe, expect, it } from 'vitest';

import { fitsElectorate } from '../fits-electorate.ts';
import { checkCounts } from './check-counts.ts';
import type { CheckInput, GivenFigure, StandingFigure } from './check-input.ts';
import { exactly, recordedPack } from './recorded-input.fixture.ts';

const onFirstLists: StandingFigure = { turnout: null, ballots: null, basis: 'kz-2022-11-02' };

function input(read: Partial<GivenFigure>, standing: StandingFigure | null, cutoff = '22:00'): CheckInput {
  const figure = { area: recordedPack.root, turnout: null, ballots: null, electorate: null, ...read };
  const { electorates } = recordedPack;
  return {
    pack: recordedPack,
    cutoff,
    figures: [figure],
    standing: (_, at) => (at === '20:05' ? standing : null),
    electorates,
  };
}

describe('C, count identity', () => {
  it.each([
    ['exactly half a hundredth up still rounds to it', 12_350, 200_000, 617, true],
    ['and half a hundredth down', 12_330, 200_000, 617, true],
    ['one ballot more does not', 12_351, 200_000, 617, false],
    ['one ballot fewer does not', 12_329, 200_000, 617, false],
    ['7 450 195 and 7 450 395 both fit 62,34', 7_450_195, 11_950_485, 6234, true],
  ])('[CHK-14] is decided on whole numbers: %s', (_, ballots, electorate, turnout, fits) => {
    expect(fitsElectorate(ballots, exactly(turnout), electorate)).toBe(fits);
  });

  it('[CHK-14] lets a count lie as little as one ballot above a bound said in words', () => {
    expect(fitsElectorate(800_001, { min: 8001, max: 10_000 }, 1_000_000)).toBe(true);
    expect(fitsElectorate(800_000, { min: 8001, max: 10_000 }, 1_000_000)).toBe(false);
    expect(fitsElectorate(799_999, { min: 7800, max: 7999 }, 1_000_000)).toBe(true);
  });

  it('[CHK-15] stops on a count that fits another electorate than the one the figures rest on, or none', () => {
    const other = checkCounts(input({ turnout: exactly(6943), ballots: 8_299_501 }, onFirstLists));
    expect(other).toMatchObject([{ severity: 'stop', proposedBasis: 'kz-2022-11-21' }]);
    const none = checkCounts(input({ turnout: exactly(6900), ballots: 8_299_501 }, onFirstLists));
    expect(none).toMatchObject([{ severity: 'stop', proposedBasis: null }]);
  });

  it('[CHK-16] takes a stated electorate that fits, and warns that the basis is another', () => {
    const read = { turnout: exactly(6944), ballots: 8_300_046 };
    const known = checkCounts(input({ ...read, electorate: 11_953_465 }, onFirstLists));
    expect(known).toMatchObject([{ severity: 'warn', proposedBasis: 'kz-2022-11-21' }]);
    const unheard = checkCounts(input({ ...read, electorate: 11_953_400 }, onFirstLists));
    expect(unheard).toMatchObject([{ severity: 'warn', proposedBasis: null }]);
    const wrong = checkCounts(input({ ...read, electorate: 11_900_000 }, onFirstLists));
    expect(wrong).toMatchObject([{ severity: 'stop', proposedBasis: 'kz-2022-11-21' }]);
  });

  it('[CHK-17] never divides by an approximate electorate, nor where none is known', () => {
    const read = { turnout: exactly(5000), ballots: 1000 };
    expect(checkCounts(input({ ...read, area: 'KZ-35' }, null))).toEqual([]);
    expect(checkCounts(input({ ...read, area: 'KZ-75' }, null))).toEqual([]);
    expect(checkCounts(input({ ...read, area: 'KZ-23' }, null))).toHaveLength(1);
  });
});
