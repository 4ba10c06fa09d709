import { describe, expect, it } from 'vitest';

import type { AreaId } from '../ids.ts';
import { readPack, resolveForTest } from '../pack/recorded-pack.fixture.ts';
import { areasFoundBy } from './areas-found-by.ts';
import { regionStandingsOf } from './region-standings-of.ts';
import { exactly, recordedDayUntil, releasedAt, stateAfter } from './released-state.fixture.ts';

const day = readPack('kz-2022-11-20-president');
const resolved = resolveForTest(day);
const evening = Date.parse('2022-11-20T14:30:00Z');
const announcements = day.recordedDay?.announcements ?? [];

/** Straight from the record: what each area was said to have, without any of the product's derivations. */
function recorded(id: string): Map<AreaId, number> {
  const areas = announcements.find((each) => each.id === id)?.areas ?? [];
  return new Map(areas.map(({ area, turnout }) => [area, turnout.min]));
}

const standingsAt = (until: string, cutoff: string): Map<AreaId, ReturnType<typeof regionStandingsOf>[number]> =>
  new Map(
    regionStandingsOf(stateAfter(recordedDayUntil(day, evening, until)), resolved, cutoff, evening).map((each) => [
      each.view.area,
      each,
    ]),
  );

describe('where the areas stand', () => {
  it.each([
    ['announcement-1205', '12:05', 'announcement-1005'],
    ['announcement-1605', '16:05', 'announcement-1405'],
    ['announcement-1805', '18:05', 'announcement-1605'],
  ])('[REG-1, REG-2] after %s places, moves and growth are those counted from the record', (until, cutoff, before) => {
    const [now, then] = [recorded(until), recorded(before)];
    const national = announcements.find((each) => each.id === until)?.national.turnout?.min ?? 0;
    // Counted the long way: how many areas have more.
    const placeIn = (values: Map<AreaId, number>, area: AreaId): number =>
      1 + [...values.values()].filter((value) => value > (values.get(area) ?? 0)).length;
    const standings = standingsAt(until, cutoff);
    expect(standings.size).toBe(20);
    for (const [area, { rank, move, increase, toCountry }] of standings) {
      const place = placeIn(now, area);
      expect([area, rank]).toEqual([area, { best: place, worst: place }]);
      expect([area, move]).toEqual([area, placeIn(then, area) - place]);
      expect([area, increase]).toEqual([area, (now.get(area) ?? 0) - (then.get(area) ?? 0)]);
      expect([area, toCountry]).toEqual([area, (now.get(area) ?? 0) - national]);
    }
  });

  it('[REG-1] words and figures that did not come leave places open', () => {
    const standings = standingsAt('announcement-2005-words', '20:05');
    // Ten are said to be above it, nine are not told: from the eleventh place to the last.
    expect(standings.get('KZ-75')?.rank).toEqual({ best: 11, worst: 20 });
    // What was said in words is ranked by nothing, nor is what was not said at all.
    expect(standings.get('KZ-10')?.rank).toBeNull();
    expect(standings.get('KZ-71')?.rank).toBeNull();
  });

  it('[REG-2] no move is told where a place was open at either cutoff, or one has no figures of its own', () => {
    const moves = (until: string, cutoff: string): (number | null)[] => [
      ...new Set([...standingsAt(until, cutoff).values()].map((each) => each.move)),
    ];
    expect(moves('announcement-2005-words', '20:05')).toEqual([null]);
    expect(moves('announcement-2005-list', '20:05')).not.toContain(null);
    expect(moves('announcement-1005', '10:05')).toEqual([null]);
    // The final gives no region: what stands is the 22:00 list once more.
    expect(moves('announcement-final', 'final')).toEqual([null]);
    expect(standingsAt('announcement-final', 'final').get('KZ-75')?.rank).toEqual({ best: 20, worst: 20 });
  });

  it('[REG-2] a figure that leaves open who is ahead takes the move from both, and from no other', () => {
    const list = recordedDayUntil(day, evening, 'announcement-1805');
    const said = { area: 'KZ-62', cutoff: '18:05', turnout: { min: 7400, max: 7599 } };
    const revision = { revision: 2, kind: 'source-correction' as const, reason: 'said again in words' };
    const state = stateAfter([...list, releasedAt(evening, day, [{ ...said, revision }])]);
    const open = regionStandingsOf(state, resolved, '18:05', evening).filter(({ move }) => move === null);
    const values = recorded('announcement-1805');
    const within = [...values].filter(([area, value]) => area !== 'KZ-62' && value >= 7400 && value < 7599);
    expect(new Set(open.map(({ view }) => view.area))).toEqual(new Set(['KZ-62', ...within.map(([area]) => area)]));
    expect(open.length).toBeLessThan(20);
  });

  it('[REG-1] a country without figures has no places', () => {
    const standings = regionStandingsOf(stateAfter([]), resolved, null, evening);
    expect(standings).toHaveLength(20);
    for (const { rank, move } of standings) expect([rank, move]).toEqual([null, null]);
  });

  it('[REG-3] finds areas by what is typed in any language, from the beginning of a word', () => {
    const ids = (typed: string): AreaId[] => areasFoundBy(typed, day.areas);
    expect(ids('')).toHaveLength(day.areas.length);
    expect(ids('кзыл')).toEqual([]);
    for (const typed of ['Кызылорд', 'қызылорда', 'кызылорда', 'Kyzylorda', 'KYZYLORDA reg'])
      expect([typed, ids(typed)]).toEqual([typed, ['KZ-43']]);
    expect(ids('алматы').sort()).toEqual(['KZ-19', 'KZ-75']);
    expect(ids('север')).toEqual(['KZ-59']);
    expect(ids('ско')).toEqual(['KZ-59']);
    expect(ids('ородинская')).toEqual([]);
  });

  it('[REG-2] equal values share a place, and neither is ahead', () => {
    const said = (area: AreaId, value: number, cutoff: string): Parameters<typeof releasedAt>[2][number] => ({
      area,
      cutoff,
      turnout: exactly(value),
    });
    const all = day.areas.filter((area) => area.kind === 'region' || area.kind === 'city').map((area) => area.id);
    const steps = ['10:05', '12:05'].map((cutoff, index) =>
      releasedAt(
        evening,
        day,
        all.map((area, place) => said(area, index === 0 ? 5000 - place : 6000, cutoff)),
      ),
    );
    const standings = regionStandingsOf(stateAfter(steps), resolved, '12:05', evening);
    expect(standings.map(({ rank, move }) => [rank, move])).toEqual(
      all.map((_, place) => [{ best: 1, worst: 1 }, place]),
    );
  });
});
