import { describe, expect, it } from 'vitest';

import { clockTextOf, placeOnDay } from './place-on-day.ts';
import { hourMarksOf, shareOf, timeScaleOf } from './time-scale.ts';

const hour = 3_600_000;
const noon = Date.UTC(2022, 10, 20, 6);

describe('the hours over the bars', () => {
  const scale = timeScaleOf([
    { opensAt: noon - 8 * hour, closesAt: noon + 5 * hour },
    { opensAt: noon + 9 * hour, closesAt: noon + 22 * hour },
  ]);

  it('[STA-8] reach from the first opening to the last closing, with an hour on either side', () => {
    expect(scale).toEqual({ from: noon - 9 * hour, to: noon + 23 * hour });
    expect(timeScaleOf([])).toBeNull();
  });

  it('[STA-8] are the capital’s, and name the day that begins at its midnight', () => {
    if (scale === null) throw new Error('no scale');
    const marks = hourMarksOf(scale, 360, 6);
    expect(marks.map(({ at }) => (at - noon) / hour)).toEqual([-6, 0, 6, 12, 18]);
    expect(marks.map(({ day }) => day)).toEqual([null, null, null, '2022-11-21', null]);
    expect(shareOf(scale.from - hour, scale)).toBe(0);
    expect(shareOf(noon + 7 * hour, scale)).toBe(0.5);
    expect(shareOf(scale.to + hour, scale)).toBe(1);
  });

  it('[STA-7] of another day stand at the edge of the day, with their own hour', () => {
    expect([placeOnDay(-30), placeOnDay(700), placeOnDay(1500)]).toEqual([0, 700, 1440]);
    expect([clockTextOf(-30), clockTextOf(1500), clockTextOf(1440), clockTextOf(65)]).toEqual([
      '23:30',
      '01:00',
      '24:00',
      '01:05',
    ]);
  });
});
