import { afterAll, describe, expect, it } from 'vitest';

import { simulate } from './simulate.ts';
import { Tally } from './tally.ts';

/**
 * The first hundred seeds of the ordinary suite; the other hundred are in `simulation-further.test.ts`, so that two
 * processors share them. `npm run soak` takes as many as it is told, through the settings read here; `SIM_TALLY=1` prints
 * what happened.
 */
const seedCount = Number(process.env['SIM_SEEDS'] ?? 100);
const firstSeed = Number(process.env['SIM_FIRST'] ?? 1);
const seeds = Array.from({ length: seedCount }, (_, index) => firstSeed + index);
const steps = 48;

// In order: the last test looks at what the others did.
describe('the loop, by chance', { shuffle: false }, () => {
  const whole = new Tally();
  it.each(seeds)(
    '[SIM-1, SIM-2, SIM-3, SIM-4, SIM-5, SIM-7, SIM-8] every page is the fold of what it may see and nothing unreleased gets out: seed %i',
    async (seed) => {
      whole.addAll(await simulate(seed, steps));
    },
  );

  it('[SIM-6] tried everything it is there to try', () => {
    expect(seeds.length < 100 ? [] : whole.missing()).toEqual([]);
  });

  it(`[SIM-9] does the same again from the same seed: seed ${String(firstSeed)}`, async () => {
    const first = await simulate(firstSeed, steps);
    expect(String(await simulate(firstSeed, steps))).toBe(String(first));
  });

  afterAll(() => {
    if (process.env['SIM_TALLY'] !== undefined) process.stdout.write(`${String(whole)}\n`);
  });
});
