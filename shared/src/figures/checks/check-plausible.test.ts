import { describe, expect, it } from 'vitest';

import type { CheckInput } from './check-input.ts';
import { checkPlausible } from './check-plausible.ts';
import { areaAt, exactly, recordedInput, recordedPack } from './recorded-input.fixture.ts';

/** One figure typed into an empty log. */
function alone(area: string, cutoff: string, turnout: number): CheckInput {
  const figures = [{ area, turnout: exactly(turnout), ballots: null, electorate: null }];
  return { pack: recordedPack, cutoff, figures, standing: () => null, electorates: recordedPack.electorates };
}

describe('P, plausibility', () => {
  it('[CHK-24] warns of a lost digit in an empty log by the votes before', () => {
    const [found] = checkPlausible(alone('KZ-61', '16:05', 809));
    expect(found).toMatchObject({ check: 'P', severity: 'warn', areas: ['KZ-61'] });
    // The lowest that was published for the area by that hour: 30,00 at noon of 2019.
    expect(found?.message.ru.replace(/\s/g, ' ')).toContain('(2019: 30,00 %)');
    expect(checkPlausible(alone('KZ-61', '16:05', 1500))).toEqual([]);
    expect(checkPlausible(alone('KZ-61', '16:05', 1499))).toHaveLength(1);
    expect(checkPlausible(alone('KZ', '20:05', 693))).toHaveLength(1);
  });

  it('[CHK-24] compares no area whose borders have changed, and nothing with one earlier vote alone', () => {
    expect(checkPlausible(alone('KZ-10', '16:05', 809))).toEqual([]);
    expect(checkPlausible(alone('KZ-63', '16:05', 809))).toEqual([]);
    const input = alone('KZ-61', '16:05', 809);
    const pack = { ...recordedPack, earlierVotes: recordedPack.earlierVotes.slice(0, 1) };
    expect(checkPlausible({ ...input, pack })).toEqual([]);
  });

  it('[CHK-24] compares a new area with the others of its cutoff, wherever its borders are', () => {
    const lost = checkPlausible(recordedInput('announcement-1005', { 'KZ-10': { turnout: exactly(264) } }));
    expect(lost).toMatchObject([{ check: 'P', areas: ['KZ-10'] }]);
    expect(lost[0]?.message.en).toContain('the median of the others is');
    const doubled = checkPlausible(recordedInput('announcement-1005', { 'KZ-10': { turnout: exactly(7564) } }));
    expect(doubled).toMatchObject([{ check: 'P', areas: ['KZ-10'] }]);
  });

  it('[CHK-24] warns under a quarter and over two and a half times the median of five others or more', () => {
    // The others have 25,58 in their middle.
    const warnedAt = (turnout: number, others = 19): readonly string[] => {
      const input = recordedInput('announcement-1005', { 'KZ-10': { turnout: exactly(turnout) } });
      return checkPlausible({ ...input, figures: input.figures.slice(1, others + 2) }).flatMap(({ areas }) => areas);
    };
    expect([640, 6395].map((turnout) => warnedAt(turnout))).toEqual([[], []]);
    expect([639, 6396].map((turnout) => warnedAt(turnout))).toEqual([['KZ-10'], ['KZ-10']]);
    expect([warnedAt(264, 5), warnedAt(264, 4)]).toEqual([['KZ-10'], []]);
  });

  it('[CHK-24] leaves a figure to the other checks once the day has one before it', () => {
    const standing: CheckInput['standing'] = (area, cutoff) =>
      area === 'KZ-61' && cutoff === '14:05' ? { turnout: exactly(800), ballots: null, basis: null } : null;
    expect(checkPlausible({ ...alone('KZ-61', '16:05', 809), standing })).toEqual([]);
  });

  it('[CHK-24] has nothing to say of the recorded day, nor of a figure with one before it', () => {
    for (const { id } of recordedPack.recordedDay?.announcements ?? []) {
      expect(checkPlausible(recordedInput(id))).toEqual([]);
    }
    const low = { 'KZ-61': { turnout: exactly(areaAt('announcement-1005', 'KZ-61')) } };
    expect(checkPlausible(recordedInput('announcement-1605', low))).toEqual([]);
  });
});
