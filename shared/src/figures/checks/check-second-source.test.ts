import { describe, expect, it } from 'vitest';

import type { CheckInput, GivenFigure } from './check-input.ts';
import { checkSecondSource } from './check-second-source.ts';
import { exactly, recordedPack } from './recorded-input.fixture.ts';

const above80 = { min: 8001, max: 10_000 };

function check(read: Partial<GivenFigure>, standing: Partial<GivenFigure>) {
  const empty = { area: 'KZ-10', turnout: null, ballots: null, electorate: null };
  const input: CheckInput = {
    pack: recordedPack,
    cutoff: '20:05',
    figures: [{ ...empty, ...read }],
    standing: (_, at) => (at === '20:05' ? { turnout: null, ballots: null, ...standing, basis: null } : null),
    electorates: recordedPack.electorates,
  };
  return checkSecondSource(input);
}

describe('X, second source', () => {
  it.each([
    ['the same value', { turnout: exactly(8018) }, { turnout: exactly(8018) }],
    ['an exact value inside the range', { turnout: exactly(8018) }, { turnout: above80 }],
    ['a range around the exact value', { turnout: above80 }, { turnout: exactly(8018) }],
    ['a count where only a percentage stands', { ballots: 5 }, { turnout: exactly(8018) }],
  ])('[CHK-18] %s agrees', (_, read, standing) => {
    expect(check(read, standing)).toEqual([]);
  });

  it.each([
    ['another value', { turnout: exactly(8019) }, { turnout: exactly(8018) }],
    ['a value outside the range', { turnout: exactly(8000) }, { turnout: above80 }],
    ['a range that only overlaps', { turnout: { min: 7900, max: 8100 } }, { turnout: above80 }],
    [
      'another count under the same percentage',
      { turnout: exactly(8018), ballots: 5 },
      { turnout: exactly(8018), ballots: 6 },
    ],
  ])('[CHK-18] %s stops until someone picks', (_, read, standing) => {
    expect(check(read, standing)).toMatchObject([{ check: 'X', severity: 'stop', areas: ['KZ-10'] }]);
  });

  it('[CHK-18] names both values', () => {
    const [finding] = check({ turnout: exactly(6457) }, { turnout: exactly(7720) });
    expect(finding?.message.ru).toMatch(/здесь 64,57.%, а уже введено 77,20.%/);
  });
});
