import { describe, expect, it } from 'vitest';

import { dataLampOf, nextLampOf } from './lamps-model.ts';

const due = { cutoff: 'c2', dueAt: 7_200_000, dueOn: '2030-01-01', overdue: false, overdueMs: 0 };

describe('lamps', () => {
  it('[BOARD-4] the data are stale once the next announcement is overdue, and final when none is left', () => {
    expect(dataLampOf(null, due)).toEqual({ tone: 'idle', kind: 'none', cutoff: null });
    expect(dataLampOf(null, { ...due, overdue: true })).toEqual({ tone: 'warn', kind: 'none', cutoff: null });
    expect(dataLampOf('c1', due).kind).toBe('fresh');
    expect(dataLampOf('c1', { ...due, overdue: true })).toEqual({ tone: 'warn', kind: 'stale', cutoff: 'c1' });
    expect(dataLampOf('c2', null).kind).toBe('final');
  });

  it('[BOARD-35] a cutoff with figures and none of the country has come and is not whole, overdue or not', () => {
    for (const overdue of [false, true])
      expect(dataLampOf('c2', { ...due, overdue })).toEqual({ tone: 'fine', kind: 'partial', cutoff: 'c2' });
  });

  it('[BOARD-5] the next announcement counts down, then says since when it is expected', () => {
    expect(nextLampOf(due, 840_000)).toMatchObject({ kind: 'countdown', inMs: 6_360_000, tone: 'due' });
    expect(nextLampOf({ ...due, overdue: true }, 7_300_000)).toMatchObject({
      kind: 'overdue',
      since: 7_200_000,
      tone: 'warn',
    });
    expect(nextLampOf({ ...due, dueAt: null }, 0)).toMatchObject({ kind: 'undated', on: '2030-01-01' });
    expect(nextLampOf(null, 0).kind).toBe('none');
  });
});
