import { describe, expect, it } from 'vitest';

import { bestShiftOf, gainOf } from './best-shift-of.ts';
import { checkShift } from './check-shift.ts';
import { growingList, rowAreas } from './growing-list.fixture.ts';
import { recordedInput } from './recorded-input.fixture.ts';

const before = [2000, 3000, 1500, 4000, 2500, 3500, 1000, 3000, 2000, 4500];
const grown = before.map((value) => value + 1000);

describe('S, shift', () => {
  it('[CHK-4] finds rows moved up by a dropped row, and rows moved down by a doubled one', () => {
    const up = [...grown.slice(0, 3), ...grown.slice(4, 8), 4000, ...grown.slice(8)].slice(0, 10);
    const [dropped] = checkShift(growingList(before, up));
    expect(dropped).toMatchObject({ check: 'S', severity: 'stop' });
    expect(bestShiftOf(growingList(before, up))).toMatchObject({ direction: 1 });
    expect(dropped?.areas).toEqual(rowAreas.slice(3, 7));

    const down = [...grown.slice(0, 4), ...grown.slice(3, 7), ...grown.slice(8)];
    const [doubled] = checkShift(growingList(before, down));
    expect(bestShiftOf(growingList(before, down))).toMatchObject({ direction: -1 });
    expect(doubled?.areas).toEqual(rowAreas.slice(4, 8));
    expect(doubled?.message.ru).toContain('на строку выше');
  });

  it('[CHK-4] offers every value of the block with the row it belongs to', () => {
    const up = [...grown.slice(0, 3), ...grown.slice(4, 8), 4000, ...grown.slice(8)].slice(0, 10);
    expect(bestShiftOf(growingList(before, up))?.rows[0]).toEqual({
      area: rowAreas[3],
      belongsTo: rowAreas[4],
      value: 3500,
    });
  });

  it('[CHK-4] lets two exchanged rows be, and a gain that leaves more than half of the error', () => {
    const exchanged = grown.with(3, grown[4] ?? 0).with(4, grown[3] ?? 0);
    expect(checkShift(growingList(before, exchanged))).toEqual([]);
    const far = [1000, 1600, 2200, 2800, 3000, 2000, 3000, 2000, 3000];
    const noisy = far.map((value, index) => value + (index < 3 ? 2500 : 1000));
    const shift = bestShiftOf(growingList(far, noisy));
    expect(shift).not.toBeNull();
    expect(shift && gainOf(shift) / 200).toBeGreaterThan(15);
    expect(checkShift(growingList(far, noisy))).toEqual([]);
  });

  it('[CHK-27] asks for more where the list before is missing: two fifths in place of a half', () => {
    // 36 points become 16.
    const apart = [1600, 2300, 3000, 1200, 1100, 1000, 2800, 4800, 3000, 3800];
    const later = [3800, 4300, 5200, 2400, 2300, 4900, 4800, 7700, 5400, 5100];
    expect(checkShift(growingList(apart, later))).toHaveLength(1);
    expect(checkShift({ ...growingList(apart, later), cutoff: '14:05' })).toEqual([]);
    const up = [...grown.slice(0, 3), ...grown.slice(4, 8), 4000, ...grown.slice(8)].slice(0, 10);
    expect(checkShift({ ...growingList(before, up), cutoff: '14:05' })).toHaveLength(1);
    // 30 points become 12, which is two fifths; then 29,99 become 11,99.
    const fifths = later.with(5, 4800).with(3, 2900);
    expect(bestShiftOf(growingList(apart, fifths))).toMatchObject({ twiceErrorNow: 6000, twiceErrorShifted: 2400 });
    expect(checkShift({ ...growingList(apart, fifths), cutoff: '14:05' })).toEqual([]);
    expect(checkShift({ ...growingList(apart, fifths.with(3, 2901)), cutoff: '14:05' })).toHaveLength(1);
  });

  it('[CHK-1] never gains more than 5,8 points on the true lists of the recorded day', () => {
    const gains = ['1405', '1605', '1805', '2005-list', '2200'].map((id) => {
      const shift = bestShiftOf(recordedInput(`announcement-${id}`));
      return shift === null ? 0 : gainOf(shift) / 200;
    });
    expect(Math.max(...gains)).toBeCloseTo(5.79, 2);
  });
});
