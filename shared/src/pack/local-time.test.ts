import { describe, expect, it } from 'vitest';

import { localDays, localMinutes, minutesOfOffset, zoneOffsetOn } from './local-time.ts';

const zone = {
  id: 'east',
  timeZone: 'Europe/Lisbon',
  offsets: [
    { from: '2022-10-30', utcOffset: '+00:00', source: 's' },
    { from: '2023-03-26', utcOffset: '+01:00', source: 's' },
  ],
};

describe('local time', () => {
  it('[PACK-6] counts days as the calendar does', () => {
    for (let days = -700_000; days <= 800_000; days += 997) {
      expect(localDays(new Date(days * 86_400_000).toISOString().slice(0, 10))).toBe(days);
    }
    expect(localDays('2024-02-29')).toBe(19_782);
  });

  it.each(['2023-02-29', '1900-02-29', '2023-04-31', '2023-13-01', '2023-00-10', '2023-01-00', '23-01-01'])(
    '[PACK-6] knows that there is no %s',
    (date) => {
      expect(localDays(date)).toBeNull();
    },
  );

  it('[PACK-6] counts minutes, and knows what no clock shows', () => {
    expect(localMinutes('1970-01-02T00:01')).toBe(1441);
    expect(localMinutes('1970-01-02T24:00')).toBeNull();
    expect(localMinutes('1970-01-02')).toBeNull();
  });

  it('[PACK-6] reads offsets in minutes east of UTC', () => {
    expect(['+05:30', '-03:30', '+00:00', '-00:00', '+14:00', '+14:01', '5:00'].map(minutesOfOffset)).toEqual([
      330,
      -210,
      0,
      0,
      840,
      null,
      null,
    ]);
  });

  it('[PACK-6] takes the newest rule not after the day, and none before the first', () => {
    expect(
      ['2022-10-29', '2022-10-30', '2023-03-25', '2023-03-26', '2030-01-01'].map((date) => zoneOffsetOn(zone, date)),
    ).toEqual([null, 0, 0, 60, 60]);
  });
});
