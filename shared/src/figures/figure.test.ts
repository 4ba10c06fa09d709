import { describe, expect, it } from 'vitest';

import type { FigureKey } from './figure.ts';
import { figureIdOf } from './figure.ts';

const key: Omit<FigureKey, 'figureId'> = {
  source: 'commission',
  area: 'north',
  cutoff: '12:00',
  measure: 'ballots-issued',
};

describe('a figure', () => {
  it('[FIG-1] has one id for one source, area, cutoff and measure, whatever is said of them', () => {
    expect(figureIdOf(key)).toBe('commission/ballots-issued/12:00/north');
    expect(figureIdOf({ ...key })).toBe(figureIdOf(key));
  });

  it('[FIG-1] is another figure where any of them is another', () => {
    const others = [{ source: 'outlet' }, { area: 'south' }, { cutoff: '20:00' }].map((other) =>
      figureIdOf({ ...key, ...other }),
    );
    expect(new Set([figureIdOf(key), ...others]).size).toBe(4);
  });
});
