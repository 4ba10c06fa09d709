import { describe, expect, it } from 'vitest';

import { readPack, resolveForTest } from '../pack/recorded-pack.fixture.ts';
import { announcementDueOf } from './announcement-due-of.ts';
import { dayCurveOf } from './day-curve-of.ts';
import { earlierCurveOf } from './earlier-curve-of.ts';
import { growthOfDay } from './growth-of-day.ts';
import { increaseOf } from './increase-of.ts';
import { exactly, recordedDayUntil, releasedAt, stateAfter } from './released-state.fixture.ts';
import { sameHourOf } from './same-hour-of.ts';
import { togetherOf } from './together-of.ts';

const pack = readPack('test-two-zones');
const resolved = resolveForTest(pack);
const capital = (hour: number, minute = 0): number => Date.UTC(2023, 4, 21, hour - 1, minute);
const until = (id: string) => stateAfter(recordedDayUntil(pack, capital(18, 30), id));

describe("an area's day", () => {
  it('[VIEW-13] has a point for every cutoff, and carries nothing over a gap', () => {
    const curve = dayCurveOf(until('a-1800-words'), resolved, 'TT-W', capital(19));
    expect(curve.map(({ cutoff, interval, missing }) => [cutoff, interval, missing])).toEqual([
      ['12:00', exactly(2700), null],
      ['18:00', { min: 5001, max: 10_000 }, null],
      ['21:30', null, 'notYetDue'],
      ['final', null, 'notYetDue'],
    ]);
    expect(curve.map(({ at }) => at)).toEqual([capital(12), capital(18), capital(21, 30), null]);
  });

  it('[VIEW-14] has grown since the cutoff before only when both values are exact', () => {
    expect(increaseOf(until('a-1800-words'), resolved, 'TT-W', '18:00', capital(19))).toBeNull();
    const growth = increaseOf(until('a-1800-list'), resolved, 'TT-W', '18:00', capital(19));
    expect(growth).toEqual({ since: '12:00', hundredths: 2315 });
    expect(increaseOf(until('a-2130'), resolved, 'TT-E', '21:30', capital(22))?.hundredths).toBe(-1);
    expect(increaseOf(until('a-1200'), resolved, 'TT-E', '12:00', capital(13))).toBeNull();
  });
});

describe('growth over the day', () => {
  it('[VIEW-32] is between neighbouring cutoffs, a range where one end is one, and bridges no gap', () => {
    const words = growthOfDay(until('a-1800-words'), resolved, 'TT-W', capital(19));
    expect(words.map(({ since, until: end, growth }) => [since, end, growth])).toEqual([
      [null, '12:00', { min: 2700, max: 2700 }],
      ['12:00', '18:00', { min: 2301, max: 7300 }],
      ['18:00', '21:30', null],
      ['21:30', 'final', null],
    ]);
    expect(words[0]).toMatchObject({ from: resolved.areaHours['TT-W']?.opensAt, to: capital(12) });
    expect(words.at(-1)?.to).toBeNull();
    const lowered = growthOfDay(until('a-2130'), resolved, 'TT-E', capital(22)).find((step) => step.until === '21:30');
    expect(lowered?.growth).toEqual({ min: -1, max: -1 });
  });
});

describe('areas whose borders have changed', () => {
  const day = readPack('kz-2022-11-20-president');
  const whole = resolveForTest(day);

  it('[VIEW-33] stand together with what was cut from them: between the lowest and the highest of the parts', () => {
    const at = Date.UTC(2022, 10, 20, 15);
    const state = stateAfter(recordedDayUntil(day, at, 'announcement-1805'));
    const said = new Map(
      day.recordedDay?.announcements
        .find((each) => each.cutoff === '18:05')
        ?.areas.map(({ area, turnout }) => [area, turnout] as const),
    );
    const all = togetherOf(state, whole, '18:05', at);
    expect(all.map(({ parent, children }) => [parent, ...children])).toEqual([
      ['KZ-63', 'KZ-10'],
      ['KZ-19', 'KZ-33'],
      ['KZ-35', 'KZ-62'],
    ]);
    for (const { parts, together, earlier } of all) {
      const values = parts.map(({ area }) => said.get(area)?.min ?? Number.NaN);
      expect(together).toEqual({ min: Math.min(...values), max: Math.max(...values) });
      expect(earlier.map(({ vote }) => vote)).toEqual(day.earlierVotes.map(({ id }) => id));
    }
    expect(all[0]?.earlier[0]?.published).toEqual({ hundredths: 7720, decimals: 1 });
  });

  it('[VIEW-33] say nothing of the whole while a part is not stated', () => {
    const at = Date.UTC(2022, 10, 20, 15);
    const state = stateAfter([releasedAt(at, day, [{ area: 'KZ-63', cutoff: '18:05', turnout: exactly(7000) }])]);
    expect(togetherOf(state, whole, '18:05', at)[0]).toMatchObject({ together: null, parts: [{}, { turnout: null }] });
  });
});

describe('earlier votes', () => {
  it('[VIEW-15] keep their own slots, decimals, gaps and marks', () => {
    const curve = earlierCurveOf(pack, 'test-2019', 'TT-E');
    expect(curve?.points.map(({ slot, published }) => [slot, published])).toEqual([
      ['12', { hundredths: 3080, decimals: 1 }],
      ['18', null],
      ['final', { hundredths: 6805, decimals: 2 }],
    ]);
    expect(curve?.points[1]?.mark?.en).toContain('not found');
    expect(earlierCurveOf(pack, 'no-such-vote', 'TT-E')).toBeNull();
  });

  it('[VIEW-16] compare at the same slot only, exact with exact, in the decimals of the coarser', () => {
    const [noon] = sameHourOf(until('a-1800-list'), resolved, 'TT', '12:00', capital(19));
    expect(noon).toMatchObject({ vote: 'test-2019', difference: 150, decimals: 1, isBreak: false });
    const [evening] = sameHourOf(until('a-1800-list'), resolved, 'TT', '18:00', capital(19));
    expect(evening).toMatchObject({ difference: -560, decimals: 0 });
    expect(sameHourOf(until('a-1800-words'), resolved, 'TT-W', '18:00', capital(19))[0]?.difference).toBeNull();
    expect(sameHourOf(until('a-1800-list'), resolved, 'TT-E', '18:00', capital(19))[0]).toMatchObject({
      published: null,
      difference: null,
    });
    expect(sameHourOf(until('a-2130'), resolved, 'TT', '21:30', capital(22))).toEqual([]);
  });

  it('[VIEW-17] never stand beside an area whose borders have changed since: parent and child break together', () => {
    const day = readPack('kz-2022-11-20-president');
    const vote = 'kz-2019-06-09-president';
    const breaks = day.areas.filter((area) => earlierCurveOf(day, vote, area.id)?.kind === 'break').map(({ id }) => id);
    expect(breaks).toEqual(expect.arrayContaining(['KZ-10', 'KZ-19', 'KZ-33', 'KZ-35', 'KZ-62', 'KZ-63']));
    expect(breaks).toHaveLength(6);
    const child = earlierCurveOf(day, vote, 'KZ-10');
    expect(child).toMatchObject({ kind: 'break', parent: 'KZ-63', children: ['KZ-10'] });
    expect(child?.points).toEqual(earlierCurveOf(day, vote, 'KZ-63')?.points);
    expect(child?.points[0]?.published).toEqual({ hundredths: 1550, decimals: 1 });

    const afterwards = day.earlierVotes.map((each) => ({ ...each, date: '2023-03-19' }));
    expect(earlierCurveOf({ ...day, earlierVotes: afterwards }, vote, 'KZ-63')?.kind).toBe('curve');

    const whole = resolveForTest(day);
    const state = stateAfter(recordedDayUntil(day, 1, 'announcement-1005'));
    expect(sameHourOf(state, whole, 'KZ-10', '10:05', 2)[0]).toMatchObject({ isBreak: true, difference: null });
    expect(sameHourOf(state, whole, 'KZ-11', '10:05', 2)[0]).toMatchObject({ isBreak: false, difference: 2121 - 2050 });
  });
});

describe('the announcement that is due', () => {
  it('[VIEW-18] is of the first cutoff after the newest national figure, and overdue past its time', () => {
    expect(announcementDueOf(stateAfter([]), resolved, capital(11))).toEqual({
      cutoff: '12:00',
      dueAt: capital(12),
      dueOn: '2023-05-21',
      overdue: false,
      overdueMs: 0,
    });
    expect(announcementDueOf(until('a-1200'), resolved, capital(18, 7))).toMatchObject({
      cutoff: '18:00',
      overdue: true,
      overdueMs: 7 * 60_000,
    });
  });

  it('[VIEW-18] does not wait for a cutoff that was passed over, nor for regions', () => {
    const skipped = stateAfter([releasedAt(1, pack, [{ area: 'TT', cutoff: '18:00', turnout: exactly(5540) }])]);
    expect(announcementDueOf(skipped, resolved, capital(19))?.cutoff).toBe('21:30');
    const regionOnly = stateAfter([releasedAt(1, pack, [{ area: 'TT-W', cutoff: '12:00', turnout: exactly(2700) }])]);
    expect(announcementDueOf(regionOnly, resolved, capital(12, 1))?.cutoff).toBe('12:00');
  });

  it('[VIEW-18] has only a day for the final record, is never overdue then, and ends with it', () => {
    expect(announcementDueOf(until('a-2130'), resolved, capital(60))).toMatchObject({
      cutoff: 'final',
      dueAt: null,
      dueOn: '2023-05-22',
      overdue: false,
    });
    expect(announcementDueOf(until('a-final'), resolved, capital(60))).toBeNull();
  });
});
