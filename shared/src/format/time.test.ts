import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { languages } from '../ids.ts';
import {
  formatDate,
  formatHours,
  formatInstant,
  formatDuration,
  formatTime,
  formatTimeWithSeconds,
  formatWeekday,
  localDateOf,
} from './time.ts';

const evening = Date.UTC(2022, 10, 20, 14, 5, 9);
const plain = (text: string): string => text.replaceAll('\u00A0', ' ');

describe('times and dates', () => {
  it('[FMT-8] prints an instant by an offset that is given, halves of hours included', () => {
    expect(formatTime(evening, 360)).toBe('20:05');
    expect(formatTime(evening, 300)).toBe('19:05');
    expect(formatTime(evening, 330)).toBe('19:35');
    expect(formatTime(evening, -480)).toBe('06:05');
    expect(formatTimeWithSeconds(evening, 360)).toBe('20:05:09');
    expect(localDateOf(evening, 660)).toBe('2022-11-21');
  });

  it('[FMT-15] tells hours with the day of their end where that is another one', () => {
    const hour = 3_600_000;
    expect(plain(formatHours(evening, evening + 3 * hour, 360, 'ru'))).toBe('20:05–23:05');
    expect(languages.map((language) => plain(formatHours(evening, evening + 14 * hour, 360, language)))).toEqual([
      '20:05–10:05 21 қар.',
      '20:05–10:05 21 ноя.',
      '20:05–10:05 21 Nov',
    ]);
    expect(plain(formatHours(evening, evening + 3 * hour, 480, 'ru'))).toBe('22:05–01:05 21 ноя.');
  });

  it('[FMT-9] names months and days of the week from its own tables', () => {
    expect(languages.map((language) => plain(formatDate('2022-11-20', language)))).toEqual([
      '2022 ж. 20 қараша',
      '20 ноября 2022',
      '20 November 2022',
    ]);
    expect(languages.map((language) => plain(formatDate('2022-11-20', language, 'short')))).toEqual([
      '20 қар.',
      '20 ноя.',
      '20 Nov',
    ]);
    expect(languages.map((language) => formatWeekday('2022-11-20', language))).toEqual([
      'жексенбі',
      'воскресенье',
      'Sunday',
    ]);
    expect(formatWeekday('2024-02-29', 'en')).toBe('Thursday');
  });

  it('[FMT-14] tells programs an instant with its offset, and milliseconds only where there are some', () => {
    const at = Date.UTC(2022, 10, 20, 14, 5, 0);
    expect(formatInstant(at, 360)).toBe('2022-11-20T20:05:00+06:00');
    expect(formatInstant(at + 7, -570)).toBe('2022-11-20T04:35:00.007-09:30');
    for (const offset of [0, 345, -570]) expect(Date.parse(formatInstant(at + 1_234, offset))).toBe(at + 1_234);
  });

  it('[FMT-8] knows the calendar as the machine does', () => {
    fc.assert(
      fc.property(fc.integer({ min: -2_000_000_000_000, max: 8_000_000_000_000 }), (instant) => {
        const iso = new Date(instant).toISOString();
        expect(localDateOf(instant, 0)).toBe(iso.slice(0, 10));
        expect(formatTimeWithSeconds(instant, 0)).toBe(iso.slice(11, 19));
        const weekday = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'][
          new Date(instant).getUTCDay()
        ];
        expect(formatWeekday(localDateOf(instant, 0), 'en')).toBe(weekday);
      }),
      { seed: 20221120, numRuns: 500 },
    );
  });

  it.each([
    [6_360_000, ['1 сағ 46 мин', '1 ч 46 мин', '1 h 46 min']],
    [2_760_000, ['46 мин', '46 мин', '46 min']],
    [40_999, ['40 сек', '40 с', '40 s']],
    [93_600_000, ['1 күн 2 сағ', '1 д 2 ч', '1 d 2 h']],
    [7_200_000, ['2 сағ', '2 ч', '2 h']],
    [-5, ['0 сек', '0 с', '0 s']],
  ])('[FMT-10] prints %i ms in its two largest units, rounded down', (ms, printed) => {
    expect(languages.map((language) => plain(formatDuration(ms, language)))).toEqual(printed);
  });
});
