import { recordedDayUntil, releasedAt, stateAfter } from '@yavka/shared/analysis/released-state.fixture';
import type { ElectionState } from '@yavka/shared/log/state';
import { readPack, resolveForTest } from '@yavka/shared/pack/recorded-pack.fixture';
import { describe, expect, it } from 'vitest';

import { rankPointsOf } from './rank-points-of.ts';
import type { RegionPageModel } from './region-page-model.ts';
import { regionPageModelOf } from './region-page-model.ts';

const pack = readPack('kz-2022-11-20-president');
const resolved = resolveForTest(pack);
const now = Date.parse('2022-11-20T14:30:00Z');
const announcements = pack.recordedDay?.announcements ?? [];
const cutoffs = ['10:05', '12:05', '14:05', '16:05', '18:05', '20:05', '22:00'];
/** The last list of each cutoff, straight from the record. */
const lists = cutoffs.map((cutoff) => announcements.findLast((each) => each.cutoff === cutoff));
const values = lists.map((list) => new Map(list?.areas.map(({ area, turnout }) => [area, turnout.min]) ?? []));
const whole = stateAfter(recordedDayUntil(pack, now, 'announcement-2200'));

const pageOf = (area: string, cutoff: string | null, state: ElectionState = whole): RegionPageModel => {
  const model = regionPageModelOf(state, resolved, area, cutoff, now);
  if (model === null) throw new Error(`${area} has no page`);
  return model;
};

describe('the page of a region', () => {
  it('[REG-8] has every cutoff’s figure, growth, place and difference as counted from the record', () => {
    for (const { id, kind } of pack.areas.filter((each) => each.kind === 'region' || each.kind === 'city')) {
      const { hours, ranked } = pageOf(id, '22:00');
      expect(ranked).toBe(20);
      expect([kind, hours.length]).toEqual([kind, pack.cutoffs.length]);
      cutoffs.forEach((cutoff, index) => {
        const [own, before] = [values[index]?.get(id) ?? 0, values[index - 1]?.get(id)];
        const placeOf = (at: number): number =>
          1 + [...(values[at]?.values() ?? [])].filter((value) => value > (values[at]?.get(id) ?? 0)).length;
        const country = lists[index]?.national.turnout?.min ?? 0;
        expect([id, cutoff, hours[index]]).toEqual([
          id,
          cutoff,
          {
            cutoff,
            turnout: { min: own, max: own },
            missing: null,
            corrected: false,
            country: { min: country, max: country },
            increase: before === undefined ? null : own - before,
            toCountry: own - country,
            rank: { best: placeOf(index), worst: placeOf(index) },
            move: index === 0 ? null : placeOf(index - 1) - placeOf(index),
          },
        ]);
      });
    }
  });

  it('[REG-8] shows nothing later than the chosen cutoff, and says why a cutoff has no number', () => {
    const { hours, origins, earlier } = pageOf('KZ-23', '14:05');
    expect(hours.map(({ turnout }) => turnout?.min ?? null).slice(2, 5)).toEqual([5256, null, null]);
    expect(hours[3]).toMatchObject({ country: null, increase: null, rank: null, move: null, toCountry: null });
    expect(origins.map(({ cutoff }) => cutoff)).toEqual(['14:05', '12:05', '10:05']);
    expect(earlier.flatMap((day) => day.hours.slice(3).map((hour) => hour.difference)).every((d) => d === null)).toBe(
      true,
    );
    const words = stateAfter(recordedDayUntil(pack, now, 'announcement-2005-words'));
    const stale = pageOf('KZ-23', '20:05', words);
    expect(stale.hours[5]).toMatchObject({ turnout: null, missing: 'awaited', rank: null, toCountry: null });
    expect(stale.standing.view).toMatchObject({ stale: true, missing: 'awaited' });
  });

  it('[REG-9] compares with earlier votes at the same hour to their decimals, gaps and marks kept', () => {
    const { earlier, together } = pageOf('KZ-23', '22:00');
    expect(together).toBeNull();
    const june = earlier.find(({ vote }) => vote.id === 'kz-2022-06-05-referendum');
    const stated = pack.earlierVotes.find((vote) => vote.id === june?.vote.id);
    for (const hour of june?.hours ?? []) {
      const index = pack.cutoffs.findIndex(({ slot }) => slot === hour.slot);
      const then = stated?.cutoffs.find(({ slot }) => slot === hour.slot);
      const published = then?.areas['KZ-23'];
      expect(hour.published).toEqual(published ?? null);
      expect(hour.mark).toEqual(then?.mark ?? null);
      const own = values[index]?.get('KZ-23');
      expect(hour.difference).toBe(published === undefined || own === undefined ? null : own - published.hundredths);
    }
    // The figures of ten o'clock that nearly repeat those of another vote carry their mark.
    expect(june?.hours[0]?.mark?.en).toContain('within 0.1 points');
  });

  it('[REG-9] never compares an area of changed borders one to one, but shows it with those it was counted with', () => {
    const changed = ['KZ-10', 'KZ-63', 'KZ-33', 'KZ-19', 'KZ-62', 'KZ-35'];
    for (const id of changed) {
      const { earlier, together } = pageOf(id, '20:05');
      expect(earlier.map(({ isBreak }) => isBreak)).toEqual([true, true, true]);
      expect(earlier.flatMap(({ hours }) => hours.flatMap(({ difference }) => difference ?? []))).toEqual([]);
      expect(together?.parts.map(({ area }) => area)).toContain(id);
    }
    const { together } = pageOf('KZ-10', '20:05');
    const parts = ['KZ-63', 'KZ-10'].map((id) => values[5]?.get(id) ?? 0);
    expect(together?.together).toEqual({ min: Math.min(...parts), max: Math.max(...parts) });
    expect(pageOf('KZ-75', '20:05').earlier.every(({ isBreak }) => !isBreak)).toBe(true);
  });

  it('[REG-10] tells of every figure its released revisions, newest first', () => {
    const correction = releasedAt(now, pack, [
      {
        area: 'KZ-47',
        cutoff: '20:05',
        turnout: { min: 6619, max: 6619 },
        revision: { revision: 2, kind: 'source-correction', reason: 'the source said so' },
      },
    ]);
    const state = stateAfter([...recordedDayUntil(pack, now, 'announcement-2005-list'), correction]);
    const [newest] = pageOf('KZ-47', '20:05', state).origins;
    expect(newest?.revision).toMatchObject({ kind: 'source-correction', turnout: { min: 6619 } });
    expect(newest?.revisions.map(({ revision }) => revision)).toEqual([2, 1]);
    expect(pageOf('KZ-47', null, stateAfter([])).origins).toEqual([]);
  });

  it('[REG-11] there is one for abroad, without a place, and none for the country or an unknown id', () => {
    const { hours, standing, earlier } = pageOf('abroad', '20:05');
    expect(standing).toMatchObject({ rank: null, move: null, toCountry: null });
    expect(hours.every(({ turnout, missing }) => turnout === null && missing !== null)).toBe(true);
    expect(earlier).toEqual([]);
    for (const id of [pack.root, 'KZ-00', ''])
      expect([id, regionPageModelOf(whole, resolved, id, '20:05', now)]).toEqual([id, null]);
  });
});

describe('the line of places', () => {
  it('[REG-8] joins only neighbouring settled places; what was left open stands apart', () => {
    const words = stateAfter(
      [
        ...recordedDayUntil(pack, now, 'announcement-2005-words'),
        recordedDayUntil(pack, now, 'announcement-2200').at(-1),
      ].filter((step) => step !== undefined),
    );
    const { points, lines } = rankPointsOf(pageOf('KZ-75', '22:00', words).hours, 20);
    expect(points.map(({ best, worst }) => [best, worst]).slice(-3)).toEqual([
      [20, 20],
      [11, 20],
      [20, 20],
    ]);
    expect(lines.map((line) => line.map(({ cutoff }) => cutoff))).toEqual([cutoffs.slice(0, 5)]);
    expect(points[0]).toMatchObject({ top: 1, bottom: 1 });
  });
});
