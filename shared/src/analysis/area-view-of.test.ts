import { describe, expect, it } from 'vitest';

import { readPack, resolveForTest } from '../pack/recorded-pack.fixture.ts';
import { areaViewOf, areaViewsOf, nationalViewOf } from './area-view-of.ts';
import type { AreaView } from './area-view.ts';
import { bandCountsOf } from './band-counts-of.ts';
import { currentCutoffOf } from './current-cutoff-of.ts';
import { figureOf, standingRevisionOf } from './figure-of.ts';
import { rankingOf } from './ranking-of.ts';
import { exactly, heldBack, recordedDayUntil, releasedAt, stateAfter } from './released-state.fixture.ts';

const pack = readPack('test-two-zones');
const resolved = resolveForTest(pack);
/** Capital time on the day (one hour east of UTC). */
const capital = (hour: number, minute = 0): number => Date.UTC(2023, 4, 21, hour - 1, minute);
const noon = recordedDayUntil(pack, capital(12, 2), 'a-1200');

const seen = ({ shown, stale, missing, quality }: AreaView): unknown[] => [
  shown?.turnout.min ?? null,
  stale,
  missing,
  quality,
];

describe('what an area shows', () => {
  it('[VIEW-1] is the released figure of the cutoff, in its band', () => {
    const view = areaViewOf(stateAfter(noon), resolved, 'TT-W', '12:00', capital(12, 3));
    expect(seen(view)).toEqual([2700, false, null, 'exact']);
    expect(view.place).toEqual({ kind: 'within', band: 0 });
  });

  it('[VIEW-2] is the newest earlier figure, marked stale, while its own is not there', () => {
    const later = [
      ...noon,
      releasedAt(capital(18, 5), pack, [{ area: 'TT', cutoff: '18:00', turnout: exactly(5540) }]),
    ];
    const view = areaViewOf(stateAfter(later), resolved, 'TT-W', '18:00', capital(18, 6));
    expect(seen(view)).toEqual([2700, true, 'awaited', 'exact']);
    expect(view.shown?.cutoff).toBe('12:00');
  });

  it('[VIEW-3] is nothing before the first figure, with its reason by the clock', () => {
    const empty = stateAfter([]);
    expect(seen(areaViewOf(empty, resolved, 'TT-W', null, capital(11, 59)))).toEqual([null, false, 'notYetDue', null]);
    expect(seen(areaViewOf(empty, resolved, 'TT-W', null, capital(12)))).toEqual([null, false, 'awaited', null]);
  });

  it('[VIEW-3] keeps a cutoff of which only the day is known until that day, in capital time', () => {
    const state = stateAfter(recordedDayUntil(pack, capital(21, 31), 'a-2130'));
    expect(nationalViewOf(state, resolved, 'final', capital(23, 59)).missing).toBe('notYetDue');
    expect(nationalViewOf(state, resolved, 'final', capital(24)).missing).toBe('awaited');
  });

  it('[VIEW-4] says withheld only to those whose state holds the verified figure', () => {
    const held = heldBack(capital(18, 1), pack, { area: 'TT-W', cutoff: '18:00', turnout: exactly(5015) });
    const now = capital(18, 2);
    expect(seen(areaViewOf(stateAfter([...noon, ...held]), resolved, 'TT-W', '18:00', now))).toEqual([
      2700,
      true,
      'withheld',
      'exact',
    ]);
    expect(areaViewOf(stateAfter(noon), resolved, 'TT-W', '18:00', now).missing).toBe('awaited');
    expect(areaViewOf(stateAfter([...noon, ...held.slice(0, 1)]), resolved, 'TT-W', '18:00', now).missing).toBe(
      'awaited',
    );
  });

  it('[VIEW-5] drops a withdrawn figure, which stays reachable', () => {
    const revision = { revision: 2, kind: 'withdrawn' as const, reason: 'not theirs' };
    const withdrawn = releasedAt(capital(12, 20), pack, [{ area: 'TT-W', cutoff: '12:00', turnout: null, revision }]);
    const state = stateAfter([...noon, withdrawn]);
    expect(seen(areaViewOf(state, resolved, 'TT-W', '12:00', capital(12, 21)))).toEqual([
      null,
      false,
      'notReported',
      null,
    ]);
    const figure = figureOf(state, resolved, 'TT-W', '12:00');
    expect(figure && standingRevisionOf(figure)?.reason).toBe('not theirs');
  });

  it('[VIEW-6] calls an area passed over by its cutoff not reported, and one that the archive leaves out unknown to sources', () => {
    const west = [
      releasedAt(capital(12, 2), pack, [{ area: 'TT', cutoff: '12:00', turnout: exactly(3000) }]),
      releasedAt(capital(18, 2), pack, [{ area: 'TT-W', cutoff: '18:00', turnout: exactly(5015) }]),
    ];
    expect(areaViewOf(stateAfter(west), resolved, 'TT-W', '12:00', capital(19)).missing).toBe('notReported');
    const day = stateAfter(recordedDayUntil(pack, capital(34), 'a-final'));
    expect(seen(areaViewOf(day, resolved, 'TT-W', 'final', capital(35)))).toEqual([
      5700,
      false,
      'unknownToSources',
      'exact',
    ]);
  });

  it("[VIEW-7] tells the polls by each area's own clock, and the country's by the first and the last of them", () => {
    const polls = (now: number): string[] => {
      const views = areaViewsOf(stateAfter([]), resolved, null, now);
      return [...views, nationalViewOf(stateAfter([]), resolved, null, now)].map((view) => view.polls);
    };
    expect(polls(capital(7, 59))).toEqual(['notYetOpen', 'notYetOpen', 'notYetOpen']);
    expect(polls(capital(8))).toEqual(['notYetOpen', 'open', 'open']);
    expect(polls(capital(20))).toEqual(['open', 'closed', 'open']);
    expect(polls(capital(21))).toEqual(['closed', 'closed', 'closed']);
  });

  it('[VIEW-8] the newest cutoff with a figure that stands is the current one', () => {
    expect(currentCutoffOf(stateAfter([]), resolved)).toBeNull();
    expect(currentCutoffOf(stateAfter(noon), resolved)).toBe('12:00');
    const held = heldBack(capital(18, 1), pack, { area: 'TT', cutoff: '18:00', turnout: exactly(5540) });
    expect(currentCutoffOf(stateAfter([...noon, ...held]), resolved)).toBe('12:00');
    expect(currentCutoffOf(stateAfter(recordedDayUntil(pack, capital(34), 'a-final')), resolved)).toBe('final');
  });
});

describe('the corrected mark', () => {
  const revision = { revision: 2, kind: 'typo' as const, reason: 'a slip' };
  const corrected = releasedAt(capital(12, 30), pack, [
    { area: 'TT-W', cutoff: '12:00', turnout: exactly(2710), revision },
  ]);
  const marked = (steps: Parameters<typeof stateAfter>[0], now: number): boolean | undefined =>
    areaViewOf(stateAfter(steps), resolved, 'TT-W', '12:00', now).shown?.corrected;

  it('[VIEW-9] is worn for 30 minutes', () => {
    expect(marked(noon, capital(12, 31))).toBe(false);
    expect(marked([...noon, corrected], capital(12, 59))).toBe(true);
    expect(marked([...noon, corrected], capital(13))).toBe(false);
  });

  it('[VIEW-9] falls off when a later cutoff is announced, not when an earlier announcement is late', () => {
    const next = releasedAt(capital(12, 40), pack, [{ area: 'TT', cutoff: '18:00', turnout: exactly(5540) }]);
    const same = releasedAt(capital(12, 40), pack, [{ area: 'TT-E', cutoff: '12:00', turnout: exactly(3200) }]);
    expect(marked([...noon, corrected, next], capital(12, 41))).toBe(false);
    expect(marked([...noon, corrected, same], capital(12, 41))).toBe(true);
    expect(marked([next, ...noon, corrected], capital(12, 41))).toBe(true);
  });

  it('[VIEW-9] is not worn by a more exact value of the same source', () => {
    const refined = { revision: 2, kind: 'refined' as const };
    const step = releasedAt(capital(12, 30), pack, [
      { area: 'TT-W', cutoff: '12:00', turnout: exactly(2710), revision: refined },
    ]);
    expect(marked([...noon, step], capital(12, 31))).toBe(false);
  });
});

describe('the areas together', () => {
  const day = readPack('kz-2022-11-20-president');
  const whole = resolveForTest(day);
  const evening = whole.cutoffInstants['20:05'] ?? 0;
  const inWords = areaViewsOf(
    stateAfter(recordedDayUntil(day, evening, 'announcement-2005-words')),
    whole,
    '20:05',
    evening,
  );
  const listed = areaViewsOf(
    stateAfter(recordedDayUntil(day, evening, 'announcement-2005-list')),
    whole,
    '20:05',
    evening,
  );

  it('[VIEW-10] are the regions and cities in the order of the commission', () => {
    expect(listed.map((view) => view.area).slice(0, 3)).toEqual(['KZ-10', 'KZ-11', 'KZ-15']);
    expect(listed.map((view) => view.area).slice(-2)).toEqual(['KZ-75', 'KZ-79']);
    expect(listed).toHaveLength(20);
  });

  it('[VIEW-11] are counted once each: in a band, across bands, stale or missing', () => {
    const none = { exact: 0, stated: 0 };
    expect(bandCountsOf(inWords, day)).toEqual({
      bands: [none, { exact: 1, stated: 0 }, none, none, none, { exact: 0, stated: 6 }, { exact: 0, stated: 4 }],
      across: 0,
      stale: 9,
      missing: 0,
    });
    expect(bandCountsOf(listed, day)).toMatchObject({
      bands: [none, { exact: 1 }, { exact: 1 }, { exact: 1 }, { exact: 2 }, { exact: 11 }, { exact: 4 }],
      stale: 0,
    });
  });

  it('[VIEW-12] rank by exact values alone, from the highest down', () => {
    const ranking = rankingOf(listed, day, 'ru');
    expect(ranking.exact.slice(0, 4).map(({ rank, view }) => [rank, view.area])).toEqual([
      [1, 'KZ-33'],
      [2, 'KZ-61'],
      [3, 'KZ-43'],
      [4, 'KZ-10'],
    ]);
    expect(ranking.ranges).toEqual([]);
  });

  it('[VIEW-12] keep ranges in a group of their own, by their bounds, and stale figures after them', () => {
    const ranking = rankingOf(inWords, day, 'ru');
    expect(ranking.exact.map(({ view }) => view.area)).toEqual(['KZ-75']);
    expect(ranking.ranges.map((view) => view.area)).toEqual([
      ...['KZ-10', 'KZ-33', 'KZ-43', 'KZ-61'],
      ...['KZ-11', 'KZ-63', 'KZ-31', 'KZ-35', 'KZ-39', 'KZ-59'],
    ]);
    expect(ranking.stale).toHaveLength(9);
    expect(ranking.stale[0]?.area).toBe('KZ-55');
  });

  it('[VIEW-12] share a rank where they are equal, and leave the next one out', () => {
    const afternoon = stateAfter(recordedDayUntil(day, evening, 'announcement-1605'));
    const ranking = rankingOf(areaViewsOf(afternoon, whole, '16:05', evening), day, 'ru');
    const equal = ranking.exact.filter(({ view }) => view.shown?.turnout.min === 7138);
    expect(equal.map(({ view }) => view.area)).toEqual(['KZ-11', 'KZ-39']);
    expect(equal[0]?.rank).toBe(equal[1]?.rank);
    const after = ranking.exact[ranking.exact.findIndex(({ view }) => view.area === 'KZ-39') + 1];
    expect(after?.rank).toBe((equal[0]?.rank ?? 0) + 2);
  });
});
