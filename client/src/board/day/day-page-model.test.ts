import { recordedDayUntil, stateAfter } from '@yavka/shared/analysis/released-state.fixture';
import { readPack, resolveForTest } from '@yavka/shared/pack/recorded-pack.fixture';
import { describe, expect, it } from 'vitest';

import { aheadLinesOf, aheadScaleOf } from './ahead-lines-of.ts';
import { dayPageModelOf } from './day-page-model.ts';
import { growthBarsOf } from './growth-bars-of.ts';

const pack = readPack('kz-2022-11-20-president');
const resolved = resolveForTest(pack);
const announcements = pack.recordedDay?.announcements ?? [];
const at = Date.UTC(2022, 10, 20, 17);
const last = announcements.at(-1);
const state = stateAfter(recordedDayUntil(pack, at, last?.id ?? ''));
const changed = new Set(pack.areaChanges.flatMap(({ area, from }) => [area, from]));

/** What the recorded day says of an area at a cutoff, read from the pack anew: the oracle knows no model of the product. */
function saidOf(area: string, cutoff: string): { min: number; max: number } | null {
  const said = announcements
    .filter((each) => each.cutoff === cutoff)
    .map((each) => (area === pack.root ? each.national.turnout : each.areas.find((one) => one.area === area)?.turnout))
    .findLast((turnout) => turnout !== undefined && turnout !== null);
  return said ?? null;
}

describe.each([
  pack.root,
  ...pack.areas.filter(({ kind }) => kind !== 'abroad' && kind !== 'country').map(({ id }) => id),
])('%s on the page of the day', (area) => {
  const model = dayPageModelOf(
    state,
    resolved,
    { cutoff: last?.cutoff ?? null, pinned: area === pack.root ? [] : [area] },
    at,
  );

  it('[VIEW-16, VIEW-17] is as far from each earlier vote as the pack’s own figures are, and not compared over changed borders', () => {
    let compared = 0;
    for (const row of model.compared) {
      const slot = pack.cutoffs.find((each) => each.id === row.cutoff)?.slot;
      const own = saidOf(area, row.cutoff);
      expect(row.turnout).toEqual(own);
      for (const vote of pack.earlierVotes) {
        const then = vote.cutoffs.find((each) => each.slot === slot);
        const published = area === pack.root ? then?.national : then?.areas[area];
        const isExact = own !== null && own.min === own.max;
        const expected =
          isExact && published !== undefined && published !== null && !changed.has(area)
            ? own.min - published.hundredths
            : null;
        expect([vote.id, row.earlier.find((each) => each.vote === vote.id)?.difference ?? null]).toEqual([
          vote.id,
          expected,
        ]);
        if (expected !== null) compared += 1;
      }
    }
    if (!changed.has(area)) expect(compared).toBeGreaterThan(3);
    else expect(compared).toBe(0);
  });

  it('[VIEW-32] has grown from cutoff to cutoff by the difference of what was said', () => {
    const steps = model.growth.find((each) => each.area === area)?.steps ?? [];
    const dated = pack.cutoffs.map(({ id }) => id);
    for (const [index, step] of steps.entries()) {
      const before = index === 0 ? { min: 0, max: 0 } : saidOf(area, dated[index - 1] ?? '');
      const after = saidOf(area, dated[index] ?? '');
      const expected =
        before === null || after === null ? null : { min: after.min - before.max, max: after.max - before.min };
      expect([step.until, step.growth]).toEqual([step.until, expected]);
    }
    expect(steps.some(({ growth }) => growth !== null)).toBe(true);
  });
});

describe('the charts of the page of the day', () => {
  const model = dayPageModelOf(state, resolved, { cutoff: last?.cutoff ?? null, pinned: [] }, at);

  it('[DAY-1] a bar of growth is as wide as its time and as large as its growth', () => {
    const bars = growthBarsOf(model.growth[0]?.steps ?? []);
    expect(bars.length).toBeGreaterThan(5);
    for (const bar of bars) {
      const area = (bar.high * (bar.to - bar.from)) / 3_600_000;
      expect(Math.abs(area - bar.growth.max)).toBeLessThan(1e-6);
    }
    // Nobody knows the hour of the final figure.
    expect(bars.some(({ until }) => until === 'final')).toBe(false);
  });

  it('[DAY-1] the points ahead have a scale of whole steps around no difference', () => {
    const lines = aheadLinesOf(model.compared, pack.earlierVotes);
    expect(lines.map(({ vote }) => vote)).toEqual(pack.earlierVotes.map(({ id }) => id));
    const scale = aheadScaleOf(lines);
    expect(scale.steps).toContain(0);
    for (const { points } of lines) {
      for (const { difference } of points) {
        if (difference === null) continue;
        expect(difference).toBeGreaterThanOrEqual(scale.min);
        expect(difference).toBeLessThanOrEqual(scale.max);
      }
    }
  });

  it('[DAY-1] nothing of a later cutoff is told when an earlier one is on the screen', () => {
    const early = dayPageModelOf(state, resolved, { cutoff: pack.cutoffs[1]?.id ?? null, pinned: [] }, at);
    expect(early.compared.slice(2).every(({ turnout }) => turnout === null)).toBe(true);
    const later = early.compared.slice(2).flatMap(({ earlier }) => earlier.map(({ difference }) => difference));
    expect(later.length).toBeGreaterThan(0);
    expect(later.every((difference) => difference === null)).toBe(true);
    expect(early.growth[0]?.steps.slice(2).every(({ growth }) => growth === null)).toBe(true);
  });
});
