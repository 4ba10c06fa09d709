import { afterAll, describe, expect, it } from 'vitest';

import { simulate } from './simulate.ts';
import { Tally } from './tally.ts';

/**
 * The seeds of the ordinary suite are 1 to 25. A longer run takes as many as it is told, beginning where it is told:
 * `SIM_SEEDS=2000 npx vitest run test/simulation`, `SIM_SEEDS=1 SIM_FIRST=1234 …` for one that went red;
 * `SIM_TALLY=1` prints what happened.
 */
const seedCount = Number(process.env['SIM_SEEDS'] ?? 25);
const firstSeed = Number(process.env['SIM_FIRST'] ?? 1);
const seeds = Array.from({ length: seedCount }, (_, index) => firstSeed + index);
const steps = 48;

// In order: the last test looks at what the others did.
describe('the loop, by chance', { shuffle: false }, () => {
  const whole = new Tally();
  it.each(seeds)(
    '[SIM-1, SIM-2, SIM-3, SIM-4, SIM-5] every page is the fold of what it may see and nothing unreleased gets out: seed %i',
    async (seed) => {
      whole.addAll(await simulate(seed, steps));
    },
  );

  it('[SIM-6] tried everything it is there to try', () => {
    expect(seeds.length < 25 ? [] : whole.missing()).toEqual([]);
  });

  afterAll(() => {
    if (process.env['SIM_TALLY'] !== undefined) process.stdout.write(`${String(whole)}\n`);
  });
});
