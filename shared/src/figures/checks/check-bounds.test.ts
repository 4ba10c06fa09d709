import { describe, expect, it } from 'vitest';

import { checkBounds } from './check-bounds.ts';
import type { GivenFigure } from './check-input.ts';
import { exactly, recordedPack } from './recorded-input.fixture.ts';

function check(read: Partial<GivenFigure>): string[] {
  const figure = { area: recordedPack.root, turnout: null, ballots: null, electorate: null, ...read };
  const { electorates } = recordedPack;
  return checkBounds({ pack: recordedPack, cutoff: '20:05', figures: [figure], standing: () => null, electorates }).map(
    ({ message }) => message.ru.replace(/\s/g, ' '),
  );
}

describe('B, bounds', () => {
  it('[CHK-6] lets everybody have voted, and nobody more', () => {
    expect(check({ turnout: exactly(10_000), ballots: 11_953_465 })).toEqual([]);
    expect(check({ turnout: { min: 9_900, max: 10_001 } })).toHaveLength(1);
    expect(check({ ballots: 11_953_466 })).toHaveLength(1);
  });

  it('[CHK-6] lets lists grow on the day by a tenth, not by a slip of a digit', () => {
    expect(check({ ballots: 12_000_000, electorate: 12_100_000 })).toEqual([]);
    expect(check({ ballots: 81_086_684, electorate: 119_504_850 })).toHaveLength(1);
  });

  it('[CHK-6] holds an area without lists to the lists of the country, and says whose they are', () => {
    expect(check({ area: 'KZ-75', ballots: 1_000_000 })).toEqual([]);
    expect(check({ area: 'KZ-75', ballots: 100_000_000 })[0]).toContain('(Республика Казахстан: 11 953 465)');
    expect(check({ area: 'KZ-75', ballots: 1_000_001, electorate: 1_000_000 })).toHaveLength(1);
    expect(check({ area: 'KZ-23', ballots: 409_950 })).toHaveLength(1);
  });
});
