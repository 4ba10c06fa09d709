import { describe, expect, it } from 'vitest';

import { simulate } from './simulate.ts';
import { Tally } from './tally.ts';

const seeds = Array.from({ length: 100 }, (_, index) => 101 + index);
const steps = 48;

// In order: the last test looks at what the others did.
describe('the loop, by chance, further', { shuffle: false }, () => {
  const whole = new Tally();
  it.each(seeds)(
    '[SIM-1, SIM-2, SIM-3, SIM-4, SIM-5, SIM-7, SIM-8] every page is the fold of what it may see and nothing unreleased gets out: seed %i',
    async (seed) => {
      whole.addAll(await simulate(seed, steps));
    },
  );

  it('[SIM-6] tried everything it is there to try', () => {
    expect(whole.missing()).toEqual([]);
  });
});
