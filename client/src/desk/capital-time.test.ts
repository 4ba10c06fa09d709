import { describe, expect, it } from 'vitest';

import { smallPack } from '../feed/election-log.fixture.ts';
import { instantOfTyped } from './capital-time.ts';

const sixEast = { ...smallPack, zoneOffsets: { zone: 360 } };
const now = Date.UTC(2030, 4, 5, 20, 30);

describe('[DESK-3] a time typed at the desk is the capital’s', () => {
  it('on the day that it is there, which need not be the machine’s', () => {
    expect(instantOfTyped('2:15', sixEast, now)).toBe(Date.UTC(2030, 4, 5, 20, 15));
    expect(instantOfTyped('02.15', sixEast, now)).toBe(Date.UTC(2030, 4, 5, 20, 15));
  });

  it('or on the day it names; empty is now', () => {
    expect(instantOfTyped('2030-05-05 20:05', sixEast, now)).toBe(Date.UTC(2030, 4, 5, 14, 5));
    expect(instantOfTyped(' ', sixEast, now)).toBe(now);
  });

  it('and nothing is guessed of what is no time', () => {
    for (const text of ['25:00', '12:61', 'noon', '2030-02-30 10:00'])
      expect(instantOfTyped(text, sixEast, now)).toBeNull();
  });
});
