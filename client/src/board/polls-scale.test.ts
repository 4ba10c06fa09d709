import { isMadeOfOthers } from '@yavka/shared/analysis/is-made-of-others';
import { describe, expect, it } from 'vitest';

import { pollsBarOf, pollsScaleOf } from './polls-scale.ts';

const hour = 3_600_000;
const group = (kind: 'group' | 'abroad', opensAt: number, closesAt: number) => ({
  target: kind,
  kind,
  names: { kk: 'к', ru: 'р', en: 'e' },
  total: 1,
  named: null,
  scheduled: { notYetOpen: 0, open: 1, closed: 0 },
  window: { opensAt, closesAt },
  nextWave: null,
  reported: null,
  differs: false,
});

describe('the stations clock', () => {
  it('[BOARD-6] the scale is the home hours with a margin; a bar beyond it goes on at its edge', () => {
    const scale = pollsScaleOf([group('group', 7 * hour, 20 * hour), group('abroad', 4 * hour, 34 * hour)]);
    expect(scale).toEqual({ from: 5.5 * hour, to: 21.5 * hour });
    if (scale === null) return;
    expect(pollsBarOf({ opensAt: 4 * hour, closesAt: 34 * hour }, scale, 13.5 * hour)).toEqual({
      left: 0,
      right: 1,
      elapsed: 0.5,
      goesOn: true,
    });
  });

  it('[BOARD-6] before opening nothing of a bar is elapsed, after closing all of it', () => {
    const scale = { from: 0, to: 10 };
    const window = { opensAt: 2, closesAt: 8 };
    expect(pollsBarOf(window, scale, 1).elapsed).toBe(0.2);
    expect(pollsBarOf(window, scale, 9).elapsed).toBe(0.8);
  });

  it('[BOARD-6] a group made up of others has no bar of its own', () => {
    const groups = [
      { id: 'all', areas: ['a', 'b'] },
      { id: 'west', areas: ['a'] },
    ];
    expect(isMadeOfOthers('all', groups)).toBe(true);
    expect(isMadeOfOthers('west', groups)).toBe(false);
    expect(isMadeOfOthers('abroad', groups)).toBe(false);
  });
});
