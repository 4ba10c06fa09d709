import { describe, expect, it } from 'vitest';

import { readPack, resolveForTest } from '../pack/recorded-pack.fixture.ts';
import { clockColumnsOf } from './clock-columns-of.ts';
import { comingWavesOf } from './coming-waves-of.ts';
import { stateAfter } from './released-state.fixture.ts';
import { stationsOf } from './stations-of.ts';

const pack = readPack('kz-2022-11-20-president');
const resolved = resolveForTest(pack);
/** Capital time of election day, six hours ahead of UTC; hours beyond 24 are the next morning's. */
const capital = (hour: number, minute = 0): number => Date.UTC(2022, 10, 20, hour - 6, minute);
const columnsAt = (now: number) => clockColumnsOf(resolved, stationsOf(stateAfter([]), resolved, now), now);

describe('the waves to come', () => {
  it('[STA-6] begin with the next opening or closing, each group and each named station once', () => {
    const [first, second] = comingWavesOf(resolved, capital(20, 5));
    // Half past eight: New Delhi's clocks are half an hour from the others.
    expect(first).toMatchObject({ at: capital(20, 30), opens: [], closes: [{ id: 'abroad-new-delhi', stations: 1 }] });
    expect(second).toMatchObject({ at: capital(21), opens: [{ id: 'abroad-san-francisco', stations: 1 }] });
    expect(second?.closes[0]).toMatchObject({ kind: 'group', id: 'west', stations: 1883 });
    const all = comingWavesOf(resolved, 0);
    const opened = all.flatMap(({ opens }) => opens.map(({ id }) => id));
    const closed = all.flatMap(({ closes }) => closes.map(({ id }) => id));
    expect(opened.toSorted()).toEqual(closed.toSorted());
    expect(opened).toHaveLength(new Set(opened).size);
    expect(opened).toHaveLength(2 + pack.stations.length);
    expect(all.map(({ at }) => at)).toEqual(all.map(({ at }) => at).toSorted((a, b) => a - b));
  });

  it('[STA-6] end with the last closing, which is on the next morning of the capital', () => {
    expect(comingWavesOf(resolved, 0).at(-1)).toMatchObject({
      at: capital(34),
      closes: [{ id: 'abroad-san-francisco' }],
    });
    expect(comingWavesOf(resolved, capital(34))).toEqual([]);
  });
});

describe('the world by its clocks', () => {
  it('[STA-7] has every station once, from the latest hour to the earliest, each with its own time of election day', () => {
    const columns = columnsAt(capital(20, 5));
    expect(columns.map(({ offset }) => offset)).toEqual(columns.map(({ offset }) => offset).toSorted((a, b) => b - a));
    expect(columns.flatMap(({ stations }) => stations)).toHaveLength(pack.stations.length);
    expect(columns.filter(({ home }) => home !== 0).map(({ offset, home }) => [offset, home])).toEqual([
      [360, 8150],
      [300, 1883],
    ]);
    expect(columns.flatMap(({ offset, groups }) => groups.map(({ id }) => [offset, id]))).toEqual([
      [360, 'east'],
      [300, 'west'],
    ]);
    for (const { offset, localMinutes, opens, closes } of columns) {
      // 14:05 UTC.
      expect(localMinutes).toBe(14 * 60 + 5 + offset);
      expect([opens, closes]).toEqual([7 * 60, 20 * 60]);
    }
  });

  it('[STA-7] counts on past midnight: the east is on the next day while the west still votes', () => {
    const columns = columnsAt(capital(26));
    expect(columns[0]).toMatchObject({ offset: 540, localMinutes: 1440 + 5 * 60 });
    expect(columns.at(-1)).toMatchObject({ offset: -480, localMinutes: 12 * 60 });
  });
});
