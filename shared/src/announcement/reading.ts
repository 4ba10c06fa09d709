import type { AreaId, Language } from '../ids.ts';
import type { AreaMention } from './area-mention.ts';
import type { Widths } from './interval-of.ts';
import type { Meter } from './meter.ts';
import type { LeftAlone } from './parsed.ts';
import type { Mark } from './phrasebook.ts';
import type { NumberRead } from './read-numbers.ts';
import type { TimeRead } from './time-read.ts';
import type { Token } from './scan.ts';

/** Everything the earlier stages found in one text, by the token it begins at. */
export interface Reading {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly marks: readonly (Mark | undefined)[];
  /** Where the phrase that ends before a token begins, or -1. */
  readonly endings: readonly number[];
  readonly numbers: ReadonlyMap<number, NumberRead>;
  /** Numbers whose percent sign stands at the end of their list: «80, 75 и 60 процентов». */
  readonly lent: ReadonlySet<number>;
  readonly mentions: ReadonlyMap<number, AreaMention>;
  readonly times: ReadonlyMap<number, TimeRead>;
  readonly root: AreaId;
  /** How many voters the country has, as the pack knows. */
  readonly electorates: readonly number[];
  readonly language: Language | null;
  /** False for a text all in small letters, where they say nothing of names. */
  readonly capitals: boolean;
  readonly date: { readonly year: number; readonly month: number };
  readonly widths: Widths;
  /** True for a "HH:MM" that belongs to a cutoff of the day. */
  readonly isCutoff: (time: string) => boolean;
  readonly meter: Meter;
  readonly leftAlone: LeftAlone[];
  /** The regions and the cities that the text has named so far. */
  readonly namedSoFar: { readonly region: Set<AreaId>; readonly city: Set<AreaId>; others: boolean };
  /** Shares that were abroad's or another place's: said again of no place they are no country's. */
  readonly othersShares: Map<number, LeftAlone['kind']>;
  /** The text has spoken of the turnout, and of no other election's last. */
  ofTurnout: boolean;
  /** The hour that holds so far, "HH:MM". */
  hour: string | null;
  /** What the title has set the text aside as, until it speaks of this election's day. */
  aside: LeftAlone['kind'] | null;
  /** The areas that the text has given shares of so far, with the share said last, hundredths. */
  readonly told: Map<AreaId, number>;
  /** The number that «этот показатель» refers to, hundredths; follows the text. */
  lastValue: number | null;
}
