import type { LeftAlone } from './parsed.ts';
import type { TimeRead } from './read-times.ts';
import type { Sentence } from './split-sentences.ts';
import type { Item } from './statement-items.ts';

/** A word that takes the numbers around it out of the turnout, with its place. */
export interface Spoiler {
  readonly kind: LeftAlone['kind'];
  readonly at: number;
  readonly clause: number;
}

/** One sentence as the parser sees it. */
export interface Statement {
  readonly sentence: Sentence;
  readonly items: readonly Item[];
  /** `bracket` as of items. */
  readonly times: readonly { readonly time: TimeRead; readonly clause: number; readonly bracket: number }[];
  readonly spoilers: readonly Spoiler[];
  /** Places of the election's own date and of "now": what follows is of this election again. */
  readonly ownTimes: readonly number[];
  /** Places of «чем», "than": what follows is compared with. */
  readonly compared: readonly number[];
  /** Clauses that name the turnout itself. */
  readonly turnoutClauses: ReadonlySet<number>;
  readonly ofTurnout: boolean;
  readonly respectively: boolean;
  /** It says what is right instead of what was said before. */
  readonly corrects: boolean;
  readonly final: boolean;
  readonly preliminary: boolean;
  /** It names percent without a number: «явка (%)». */
  /** "There": a place named before, which the number may be said of. */
  readonly there: boolean;
  readonly unitSaid: boolean;
  readonly earlier: boolean;
  /** It tells of what is still to come. */
  readonly toCome: boolean;
  /** It speaks of voters on the lists. */
  readonly onLists: boolean;
  /** Words that no phrase knows. */
  readonly unknown: number;
}
