import type { LeftAlone } from './parsed.ts';
import type { Bound } from './interval-of.ts';
import type { AreaId } from '../ids.ts';

/** What lies between an item and the one before it in the sentence. */
export interface Gap {
  /** Words that no phrase knows. */
  readonly unknown: number;
  readonly comma: boolean;
  /** A dash, a colon, a bracket: the strongest tie. */
  readonly tie: boolean;
  /** An opening bracket: what follows belongs to what stands before it. */
  readonly bracket: boolean;
  /** Only commas, "and" and prepositions. */
  readonly list: boolean;
}

/** Two gaps with an item between that says nothing. */
export function joinGaps(a: Gap | null, b: Gap): Gap {
  if (a === null) return b;
  return {
    unknown: a.unknown + b.unknown,
    comma: a.comma || b.comma,
    tie: a.tie || b.tie,
    bracket: a.bracket || b.bracket,
    list: false,
  };
}

interface Place {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
  readonly gap: Gap;
  readonly clause: number;
  /** The cell of the row it stands in, from 0. */
  readonly cell: number;
  /** Which pair of brackets it stands in, counted from 1; 0 outside. */
  readonly bracket: number;
}

/** A named area; `other` is a place that is not an area of the pack, `every` stands for all regions. */
export interface AreaItem extends Place {
  readonly type: 'area';
  readonly area: AreaId | null;
  readonly place: 'area' | 'abroad' | 'other' | 'every' | 'everyOblast' | 'everyCity' | 'except' | 'exceptBefore';
  /** It stands where something happens ("in …"), or heads its line. */
  readonly locative: boolean;
}

/** A share of the voters with the words that bound it. */
export interface QuantityItem extends Place {
  readonly type: 'quantity';
  readonly bound: Bound;
  /** Hundredths; for a range, its lower end. */
  readonly value: number;
  readonly upper: number | null;
  readonly decimals: number;
  /** Written with a percent sign or word of its own or of its list. */
  readonly percent: boolean;
  /** It is said of a kind of people that no phrase knows, as the people of one town. */
  readonly ofOthers: boolean;
  /** Said of the people of the country. */
  readonly ofCountry: boolean;
  /** Said as "a third", "a quarter". */
  readonly fraction: boolean;
  readonly leftAlone: LeftAlone['kind'] | null;
  /** «вырос с X до Y»: the share it rose or fell from. */
  readonly movedFrom: QuantityItem | null;
  /** «вырос до Y с X»: the other way round, so that an hour after X is X's alone. */
  readonly movedBack: boolean;
  /** «с X …», "from X …": an hour right behind it is its own. */
  readonly movesFrom: boolean;
  /** In the Kazakh case of "from". */
  readonly ablative?: true;
}

/** A whole count. */
export interface CountItem extends Place {
  readonly type: 'count';
  readonly count: number;
  readonly role: 'ballots' | 'electorate' | 'unsaid';
  /** "people", "voters" stands by it, or it stands in brackets after a share. */
  readonly ofVoters: boolean;
}

export type Item = AreaItem | QuantityItem | CountItem;
