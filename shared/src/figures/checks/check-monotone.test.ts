import { describe, expect, it } from 'vitest';

import type { CheckInput, GivenFigure, StandingFigure } from './check-input.ts';
import { checkMonotone } from './check-monotone.ts';
import { exactly, recordedPack } from './recorded-input.fixture.ts';

const above80 = { min: 8001, max: 10_000 };
const held = (turnout: StandingFigure['turnout'], rest: Partial<StandingFigure> = {}): StandingFigure => ({
  turnout,
  ballots: null,
  basis: null,
  ...rest,
});

function input(read: Partial<GivenFigure>, standing: Record<string, StandingFigure>, cutoff = '20:05'): CheckInput {
  const figure = { area: recordedPack.root, turnout: null, ballots: null, electorate: null, ...read };
  const { electorates } = recordedPack;
  return { pack: recordedPack, cutoff, figures: [figure], standing: (_, at) => standing[at] ?? null, electorates };
}

describe('M, monotone', () => {
  it.each([
    ['the same value again', exactly(8000), exactly(8000), 0],
    ['one hundredth less', exactly(7999), exactly(8000), 1],
    ['"above 80" after 81,43: it may be 82', above80, exactly(8143), 0],
    ['80,00 after "above 80"', exactly(8000), above80, 1],
    ['80,01 after "above 80"', exactly(8001), above80, 0],
    ['"approaching 80" after "above 80"', { min: 7800, max: 7999 }, above80, 1],
  ])('[CHK-11] compares ranges by their bounds: %s', (_, now, before, findings) => {
    expect(checkMonotone(input({ turnout: now }, { '18:05': held(before) }))).toHaveLength(findings);
  });

  it('[CHK-12] looks past cutoffs without a value to the newest earlier one, and at ballots too', () => {
    const standing = { '16:05': held(exactly(6234), { ballots: 7_450_395 }), '18:05': held(null) };
    expect(checkMonotone(input({ turnout: exactly(6233) }, standing))).toHaveLength(1);
    expect(checkMonotone(input({ ballots: 7_450_394 }, standing))).toHaveLength(1);
    expect(checkMonotone(input({ ballots: 7_450_395, turnout: exactly(6234) }, standing))).toEqual([]);
  });

  it('[CHK-12] an earlier cutoff entered late may not be above a later one', () => {
    const [finding] = checkMonotone(input({ turnout: exactly(7000) }, { '20:05': held(exactly(6931)) }, '18:05'));
    expect(finding?.message.ru).toMatch(/18:05 — 70,00.%, а позже 20:05 — 69,31.%/);
  });

  it('[CHK-13] compares counts instead of percentages where the electorate is known to have changed', () => {
    const before = { '22:00': held(exactly(6944), { ballots: 8_299_501, basis: 'kz-2022-11-02' }) };
    const read = { turnout: exactly(6943), electorate: 11_953_465 };
    expect(checkMonotone(input({ ...read, ballots: 8_299_600 }, before, 'final'))).toEqual([]);
    expect(checkMonotone(input({ ...read, ballots: 8_299_500 }, before, 'final'))).toHaveLength(1);
    expect(checkMonotone(input(read, before, 'final'))).toHaveLength(1);
  });
});
