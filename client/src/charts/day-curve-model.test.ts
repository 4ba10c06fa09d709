import { exactly, recordedDayUntil, releasedAt, stateAfter } from '@yavka/shared/analysis/released-state.fixture';
import { readPack, resolveForTest } from '@yavka/shared/pack/recorded-pack.fixture';
import { describe, expect, it } from 'vitest';

import { curveRowsOf, dayCurveModelOf } from './day-curve-model.ts';

const pack = readPack('test-two-zones');
const resolved = resolveForTest(pack);
const now = Date.UTC(2023, 4, 21, 20);
const cutoffs = pack.cutoffs.map((cutoff) => cutoff.id);
const [first = '', second = ''] = cutoffs;
const whole = stateAfter(recordedDayUntil(pack, now, pack.recordedDay?.announcements.at(-1)?.id ?? ''));

describe('the day’s chart', () => {
  it('[UI-2] leaves out what is later than the shown cutoff, and nothing of earlier votes', () => {
    const model = dayCurveModelOf(whole, resolved, first, [], now);
    const country = model.series.find((series) => series.kind === 'country');
    expect(country?.points.map((point) => point.interval !== null)).toEqual(cutoffs.map((id) => id === first));
    const earlier = model.series.find((series) => series.kind === 'earlier');
    expect(earlier?.points.filter((point) => point.interval !== null).length).toBeGreaterThan(1);
  });

  it('[UI-2] a gap has no value and a range none either', () => {
    const state = stateAfter([
      releasedAt(now, pack, [
        { area: pack.root, cutoff: first, turnout: exactly(2000) },
        { area: pack.root, cutoff: second, turnout: { min: 8001, max: 10_000 } },
      ]),
    ]);
    const model = dayCurveModelOf(state, resolved, second, [], now);
    const rows = curveRowsOf(model).filter((row) => pack.root in row);
    expect(rows.map((row) => row[pack.root])).toEqual(cutoffs.map((id) => (id === first ? 2000 : null)));
  });

  it('[UI-2] an empty row stands before a cutoff without an hour, so that no line leads to it', () => {
    const model = dayCurveModelOf(whole, resolved, cutoffs.at(-1) ?? null, [], now);
    const undated = model.ticks.filter((tick) => !tick.isDated).length;
    expect(undated).toBeGreaterThan(0);
    expect(curveRowsOf(model)).toHaveLength(cutoffs.length + undated);
    const xs = curveRowsOf(model).map((row) => row['x'] ?? 0);
    expect(xs).toEqual(xs.toSorted((a, b) => a - b));
  });

  it('[UI-4] an area whose borders have changed is drawn beside no earlier vote', () => {
    const areas = pack.areas.filter((area) => area.kind === 'region').map((area) => area.id);
    const [parent = '', child = ''] = areas;
    const since = '9999-01-01';
    const changed = {
      ...resolved,
      pack: { ...pack, areaChanges: [{ area: child, from: parent, since, source: 'none' }] },
    };
    for (const area of [parent, child]) {
      const model = dayCurveModelOf(whole, changed, first, [area], now);
      expect(model.series.filter((series) => series.kind === 'earlier')).toEqual([]);
      expect(model.broken).toEqual({ since, areas: [parent, child] });
    }
    expect(dayCurveModelOf(whole, changed, first, [], now).broken).toBeNull();
  });
});
