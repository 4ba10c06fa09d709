import { describe, expect, it } from 'vitest';

import { checkDuplicates } from './check-duplicates.ts';
import type { CheckInput } from './check-input.ts';
import { exactly, recordedPack } from './recorded-input.fixture.ts';

function check(read: [string, number][], standing: Record<string, number> = {}): string[] {
  const figures = read.map(([area, value]) => ({ area, turnout: exactly(value), ballots: null, electorate: null }));
  const input: CheckInput = {
    pack: recordedPack,
    cutoff: '20:05',
    figures,
    standing: (area, at) => {
      const value = standing[area];
      return at === '20:05' && value !== undefined ? { turnout: exactly(value), ballots: null, basis: null } : null;
    },
    electorates: recordedPack.electorates,
  };
  return checkDuplicates(input).map(({ areas, message }) => `${areas.join(' ')} ${message.en.split(':')[0] ?? ''}`);
}

describe('D, duplicates', () => {
  it('[CHK-5] looks at neighbours in the order of the commission and in that of the text', () => {
    expect(
      check([
        ['KZ-10', 7000],
        ['KZ-15', 6900],
        ['KZ-75', 7000],
      ]),
    ).toEqual(['KZ-10 KZ-75 Equal to the hundredth']);
    expect(
      check([
        ['KZ-10', 7000],
        ['KZ-75', 7000],
        ['KZ-15', 6900],
      ]),
    ).toEqual(['KZ-10 KZ-75 Neighbouring rows are equal']);
    expect(
      check([
        ['KZ-10', 7000],
        ['KZ-75', 6900],
        ['KZ-11', 7000],
      ]),
    ).toEqual(['KZ-10 KZ-11 Neighbouring rows are equal']);
  });

  it('[CHK-5] compares with figures that stand at the same cutoff, and is silent about those alone', () => {
    expect(check([['KZ-10', 7000]], { 'KZ-11': 7000 })).toEqual(['KZ-10 KZ-11 Neighbouring rows are equal']);
    expect(check([['KZ-10', 7000]], { 'KZ-11': 6800, 'KZ-15': 6800 })).toEqual([]);
    expect(
      check([
        ['KZ', 7000],
        ['KZ-10', 7000],
      ]),
    ).toEqual([]);
  });
});
