import { describe, expect, it } from 'vitest';

import { checkIncrements } from './check-increments.ts';
import { growingList, rowAreas } from './growing-list.fixture.ts';

const before = [2000, 3000, 1500, 4000, 2500, 3500, 1000, 3000, 2000];
const withFirst = (growth: number): number[] => before.map((value, index) => value + (index === 0 ? growth : 1000));

describe('I, increment outlier', () => {
  it('[CHK-2] has a spread of at least half a point, for hours in which all move alike', () => {
    expect(checkIncrements(growingList(before, withFirst(1175)))).toEqual([]);
    expect(checkIncrements(growingList(before, withFirst(825)))).toEqual([]);
    expect(checkIncrements(growingList(before, withFirst(1176)))).toMatchObject([
      { severity: 'warn', areas: [rowAreas[0]] },
    ]);
    expect(checkIncrements(growingList(before, withFirst(824)))).toHaveLength(1);
  });

  it('[CHK-2] tells nothing from fewer than five rows', () => {
    expect(checkIncrements(growingList(before.slice(0, 4), withFirst(5000).slice(0, 4)))).toEqual([]);
    expect(checkIncrements(growingList(before.slice(0, 5), withFirst(5000).slice(0, 5)))).toHaveLength(1);
  });
});
