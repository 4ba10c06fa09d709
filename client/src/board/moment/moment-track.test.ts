import { describe, expect, it } from 'vitest';

import { momentTrackOf, placeAt, placeByKey, placeOfSeq } from './moment-track.ts';
import type { LogMoment } from './moments-of.ts';

const cutoffs = ['10:00', '12:00', '14:00'];
const moment = (seq: number, cutoff: string | null = null): LogMoment => ({
  ...{ seq, at: seq * 1000, kind: cutoff === null ? 'stations' : 'announcement', cutoff, corrected: [] },
});
/** Opened, 10:00, a station, 12:00, a late word of 10:00, a station. */
const moments = [moment(1), moment(5, '10:00'), moment(6), moment(9, '12:00'), moment(12, '10:00'), moment(13)];
const track = momentTrackOf(moments, cutoffs);

describe('the way through the log', () => {
  it('[BOARD-26] has a column for each cutoff, with its first figures at the beginning and what came after in even steps', () => {
    expect(track.shares).toEqual([0, 0.25, 0.375, 0.5, 0.5 + 0.25 / 3, 0.5 + 0.5 / 3]);
    expect(track.notches).toEqual([
      { cutoff: '10:00', share: 0.25, place: 1 },
      { cutoff: '12:00', share: 0.5, place: 3 },
      { cutoff: '14:00', share: 0.75, place: null },
    ]);
  });

  it('[BOARD-26] leaves what is told first of an earlier cutoff after a later one where it came', () => {
    const late = momentTrackOf([moment(1, '12:00'), moment(2, '10:00'), moment(3, '14:00')], cutoffs);
    expect(late.notches.map(({ place }) => place)).toEqual([null, 0, 2]);
    expect(late.shares).toEqual([0.5, 0.625, 0.75]);
  });

  it.each([
    ['ArrowRight', 2, 3],
    ['ArrowUp', 5, 5],
    ['ArrowLeft', 2, 1],
    ['ArrowDown', 0, 0],
    ['PageUp', 0, 1],
    ['PageUp', 1, 3],
    ['PageUp', 3, 5],
    ['PageDown', 5, 3],
    ['PageDown', 3, 1],
    ['PageDown', 1, 0],
    ['Home', 4, 0],
    ['End', 1, 5],
    ['a', 1, null],
  ])('[BOARD-26] %s leads from place %i to %s', (key, place, to) => {
    expect(placeByKey(track, place, key)).toBe(to);
  });

  it('[BOARD-26] finds the moment nearest to a point, and the newest one not later than an entry', () => {
    expect([-0.1, 0.24, 0.44, 0.9].map((share) => placeAt(track, share))).toEqual([0, 1, 3, 5]);
    expect([0, 1, 4, 5, 8, 13, 99].map((seq) => placeOfSeq(moments, seq))).toEqual([-1, 0, 0, 1, 2, 5, 5]);
    expect(placeAt(momentTrackOf([], cutoffs), 0.5)).toBe(-1);
  });
});
