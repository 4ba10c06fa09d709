import type { LeftAlone } from './parsed.ts';
import type { TimeRead } from './time-read.ts';
import type { Sentence } from './split-sentences.ts';
import type { Item } from './statement-items.ts';

/** A word that takes the numbers around it out of the turnout, with its place. */
export interface Spoiler {
  readonly kind: LeftAlone['kind'];
  readonly at: number;
  readonly clause: number;
  readonly bracket: number;
  /** An expectation, which "but it was …" ends. */
  readonly expected: boolean;
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
  /** Relative clauses between commas: what spoils there says nothing of the rest. */
  readonly asides: readonly { readonly from: number; readonly to: number }[];
  /** Places of «в том числе», "including". */
  readonly including: readonly number[];
  /** Places of «но», "but". */
  readonly turns: readonly number[];
  /** Places of "the highest", «наименьший». */
  readonly extremes: readonly number[];
  /** Clauses that name the turnout itself. */
  readonly turnoutClauses: ReadonlySet<number>;
  readonly ofTurnout: boolean;
  readonly respectively: boolean;
  /** It says what is right instead of what was said before. */
  readonly corrects: boolean;
  /** It sets a share aside as said wrongly: «а не 8,09 %». */
  readonly denies: boolean;
  readonly final: boolean;
  readonly preliminary: boolean;
  /** It names percent without a number: «явка (%)». */
  /** "There": a place named before, which the number may be said of. */
  readonly there: boolean;
  /** «Этот показатель», "the figure": what the sentence before was of, and no greatest or least one. */
  readonly refers: boolean;
  /** It names polling stations. */
  readonly stations: boolean;
  readonly unitSaid: boolean;
  readonly earlier: boolean;
  /** Something rose or fell. */
  readonly moved: boolean;
  /** It tells of what is still to come. */
  readonly toCome: boolean;
  /** It speaks of voters on the lists. */
  readonly onLists: boolean;
  /** It names the people of the country. */
  readonly countrymen: boolean;
  /** Words that no phrase knows. */
  readonly unknown: number;
}
