import { legendMarksOf } from '@yavka/shared/scenes/legend-marks-of';
import { dayUntil, pack } from '@yavka/shared/scenes/recorded-scenes.fixture';
import { describe, expect, it } from 'vitest';

import { legendWordsOf } from './legend-words-of.ts';
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
    expect(brackets.map(({ areas, ...bracket }) => ({ ...bracket, count: areas.length }))).toEqual([
      { min: 8001, max: 10_000, label: '80+', isStale: false, count: 4 },
      { min: 7800, max: 7999, label: 'к\u00A080', isStale: false, count: 6 },
    ]);
  });

  it('[MAP-27] says for ears how many areas stand in each band, and how many in none', () => {
    const { areas } = mapAt(dayUntil('announcement-1805', 'announcement-2005-words'), '20:05', '20:09');
    expect(legendWordsOf(areas, pack.bands, 'ru')).toEqual([
      'от 20 до 40 %: 1 регион',
      'от 70 до 80 %: 6 регионов',
      '80 % и выше: 4 региона',
      'данные прежнего сообщения: 9 регионов',
    ]);
    const none = mapAt(dayUntil(null), '10:05', '09:00', 'en');
    expect(legendWordsOf(none.areas, pack.bands, 'en')).toEqual(['without a figure: 20 regions']);
  });
});
