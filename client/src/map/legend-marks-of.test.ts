import { dayUntil } from '@yavka/shared/scenes/recorded-scenes.fixture';
import { describe, expect, it } from 'vitest';

import { legendMarksOf } from './legend-marks-of.ts';
import { mapAt } from './recorded-map.fixture.ts';

describe('the legend', () => {
  it('[MAP-21] has a tick for each exact figure, open and stale ones told apart', () => {
    const { ticks, brackets } = legendMarksOf(
      mapAt(dayUntil('announcement-1805', 'announcement-2005-list'), '20:05', '20:20').areas,
    );
    expect(ticks).toHaveLength(20);
    expect(ticks.filter((tick) => tick.isOpen)).toHaveLength(5);
    expect(ticks.some((tick) => tick.isStale)).toBe(false);
    expect(brackets).toEqual([]);
  });

  it('[MAP-21] draws intervals over their whole length with their count, never as a point', () => {
    const { ticks, brackets } = legendMarksOf(
      mapAt(dayUntil('announcement-1805', 'announcement-2005-words'), '20:05', '20:09').areas,
    );
    expect(ticks.filter((tick) => tick.isStale)).toHaveLength(9);
    expect(ticks.filter((tick) => !tick.isStale)).toHaveLength(1);
    expect(brackets).toEqual([
      { min: 8001, max: 10_000, count: 4 },
      { min: 7800, max: 7999, count: 6 },
    ]);
  });
});
