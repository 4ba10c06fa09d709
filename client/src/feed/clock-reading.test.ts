import { describe, expect, it } from 'vitest';

import { delayToleranceMs, electionNowOf, readClock } from './clock-reading.ts';

const clock = (at: number, rate = 1, running = true) => ({ at, rate, running });

describe('the election’s time in the page', () => {
  it('[FEED-36] runs at the server’s rate from what was received, and stands when the server’s stands', () => {
    const reading = readClock(null, clock(1_000_000, 60), 5_000);
    expect(electionNowOf(reading, 5_000)).toBe(1_000_000);
    expect(electionNowOf(reading, 6_500)).toBe(1_090_000);
    const standing = readClock(reading, clock(1_200_000, 60, false), 7_000);
    expect(electionNowOf(standing, 99_000)).toBe(1_200_000);
  });

  it('[FEED-37] a reading late by the network’s delay does not move it back: it stands until it is caught up with', () => {
    const first = readClock(null, clock(1_000_000), 0);
    const late = readClock(first, clock(1_004_700), 5_000);
    expect(electionNowOf(late, 5_000)).toBe(1_005_000);
    expect(electionNowOf(late, 5_200)).toBe(1_005_000);
    expect(electionNowOf(late, 5_400)).toBe(1_005_100);
  });

  it('[FEED-37] a larger step back is a correction, and taken at once', () => {
    const first = readClock(null, clock(1_000_000), 0);
    const corrected = readClock(first, clock(1_000_000 - delayToleranceMs - 1), 0);
    expect(electionNowOf(corrected, 0)).toBe(997_999);
  });

  it('[FEED-36] tells whole milliseconds at any rate', () => {
    const reading = readClock(null, clock(1_000_000, 1.5), 0);
    expect(electionNowOf(reading, 0.7)).toBe(1_000_001);
  });
});
