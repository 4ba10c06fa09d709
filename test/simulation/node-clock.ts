import type { SeededRandom } from '../seeded-random.ts';

/** The time of one node's machine, which need not be the others'. */
export interface NodeClock {
  now(): number;
  /** Somebody sets the machine's clock, backwards as well. */
  isSet(): void;
}

/** No machine of an election is wrong by more, milliseconds. */
const mostWrongMs = 5_000;

export function nodeClock(now: () => number, random: SeededRandom, isWrong: boolean): NodeClock {
  let skew = isWrong ? random.int(-mostWrongMs, mostWrongMs) : 0;
  return {
    now: () => now() + skew,
    isSet: () => {
      skew = random.int(-mostWrongMs, mostWrongMs);
    },
  };
}
