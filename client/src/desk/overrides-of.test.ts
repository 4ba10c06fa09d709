import { describe, expect, it } from 'vitest';

import { findingKeyOf, isAnswered, overridesOf } from './overrides-of.ts';

const stop = { check: 'M', severity: 'stop', areas: ['AA-1', 'AA-2'], cutoff: '12:00' } as const;
const whole = { check: 'C', severity: 'stop', areas: [], cutoff: '12:00' } as const;
const warning = { check: 'D', severity: 'warn', areas: ['AA-1'], cutoff: '12:00' } as const;

describe('[DESK-4] reasons answer stops', () => {
  it('one for each area of the stop, or one for the whole announcement; a question needs none', () => {
    const reasons = {
      [findingKeyOf(stop)]: '  the source says so ',
      [findingKeyOf(whole)]: 'new lists',
      [findingKeyOf(warning)]: 'seen',
    };
    expect(overridesOf([stop, whole, warning], reasons)).toEqual([
      { check: 'M', area: 'AA-1', reason: 'the source says so' },
      { check: 'M', area: 'AA-2', reason: 'the source says so' },
      { check: 'C', area: null, reason: 'new lists' },
    ]);
  });

  it('a reason too short to be one answers nothing', () => {
    expect(isAnswered(stop, { [findingKeyOf(stop)]: ' x ' })).toBe(false);
    expect(overridesOf([stop], { [findingKeyOf(stop)]: 'ok' })).toEqual([]);
  });
});
