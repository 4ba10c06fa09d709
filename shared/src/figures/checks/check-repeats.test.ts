import { describe, expect, it } from 'vitest';

import type { GivenFigure } from './check-input.ts';
import { checkRepeats } from './check-repeats.ts';
import { areaAt, exactly, recordedInput, recordedPack } from './recorded-input.fixture.ts';

const west = recordedPack.groups.find(({ id }) => id === 'west')?.areas ?? [];

/** The announcement with some areas as they were in another. */
function asOf(id: string, earlier: string, areas: readonly string[]) {
  const changes: Record<string, Partial<GivenFigure>> = Object.fromEntries(
    areas.map((area) => [area, { turnout: exactly(areaAt(earlier, area)) }]),
  );
  return checkRepeats(recordedInput(id, changes));
}

describe('R, stale repeat', () => {
  it('[CHK-23] warns of three areas or more that say what they said at the cutoff before, polls being open', () => {
    expect(asOf('announcement-1805', 'announcement-1605', west)).toMatchObject([
      { check: 'R', severity: 'warn', areas: west, cutoff: '18:05' },
    ]);
    expect(asOf('announcement-1805', 'announcement-1605', west.slice(0, 2))).toEqual([]);
    expect(asOf('announcement-1805', 'announcement-1605', west.slice(0, 3))[0]?.message.ru).toContain('16:05');
  });

  it('[CHK-23] does not wonder at areas whose polls had closed by then', () => {
    const east = recordedPack.groups.find(({ id }) => id === 'east')?.areas ?? [];
    const repeated = east.filter(
      (area) => areaAt('announcement-2005-list', area) === areaAt('announcement-2200', area),
    );
    expect(repeated.length).toBeGreaterThan(5);
    expect(checkRepeats(recordedInput('announcement-2200'))).toEqual([]);
    expect(asOf('announcement-2200', 'announcement-2005-list', west)).toMatchObject([{ areas: west }]);
  });
});
