import type { FigureStatus } from '../figures/figure.ts';
import type { TurnoutInterval } from '../figures/turnout.ts';
import type { AreaId } from '../ids.ts';
import type { LeftAlone } from './parsed.ts';
import type { TimeRead } from './time-read.ts';
import type { Column } from './table-columns.ts';

/** What one sentence says of one area, before the sentences are put together. */
export interface Claim {
  readonly area: AreaId;
  readonly turnout: TurnoutInterval | null;
  /** Digits after the decimal sign: of two numbers for one thing the more exact one counts. */
  readonly decimals: number;
  readonly ballots: number | null;
  readonly electorate: number | null;
  readonly start: number;
  readonly end: number;
  /** The share or count alone. */
  readonly own: { readonly start: number; readonly end: number };
  /** Its sentence names its place, or the turnout itself in the same clause. */
  readonly outright: boolean;
  /** The first token of its sentence. */
  readonly sentence: number;
  /** Null when the sentence names no time. */
  readonly time: TimeRead | null;
  /** The hours of its sentence are other numbers': it holds at the hour of what came before. */
  readonly atHourBefore: boolean;
  readonly status: FigureStatus | null;
}

/** Whose the rows of hours below are: an area's, the country's where `area` is null, or it is not known. */
export interface RowsOf {
  readonly area: AreaId | null;
  readonly known: boolean;
}

/** What earlier lines hold for the lines after them. */
export interface Heading {
  readonly ofTurnout: boolean;
  readonly spoiler: LeftAlone['kind'] | null;
  /** What made all numbers of the sentence before something else, which a semicolon goes on with. */
  readonly setAside: LeftAlone['kind'] | null;
  readonly sharesSeen: boolean;
  /** The sentence before spoke of the turnout: "it now stands at …" goes on. */
  readonly goesOn: boolean;
  /** The hours of the line before, in order: they head columns that are set apart by spaces. */
  readonly columns: readonly TimeRead[];
  /** The two hours that the sentence before gave numbers for, the earlier first: «вырос с X до Y» goes on with both. */
  readonly twoHours: readonly [TimeRead, TimeRead] | null;
  /** The hour that a share was last given of, and that one with the hour before it, the earlier first. */
  readonly lastHour: TimeRead | null;
  readonly lastTwo: readonly [TimeRead, TimeRead] | null;
  /** The only area that the sentence before gave a share of. */
  readonly onlyArea: AreaId | null;
  /** Whose the rows of hours are that follow. */
  readonly rowsOf: RowsOf;
  /** The area that a line of its own names, above lines that are of it: «Явка: 80,18 %». */
  readonly block: AreaId | null;
  /** The only area that the sentence before named, when it gave no share. */
  readonly onlyNamed: AreaId | null;
  /** The only area that the sentence before gave a count of, and no share. */
  readonly onlyCounted: AreaId | null;
  /** The only area that the sentence before named in a question, or whose commission it says is speaking. */
  readonly asked: AreaId | null;
  /** The sentence before named a region's commission as the speaker, but not the region. */
  readonly unknownSender: boolean;
  /** The list of areas that the sentence before named: «в этих городах». */
  readonly listed: readonly AreaId[];
  /** The only area of a sentence whose shares were all set aside, as another election's. */
  readonly asideArea: AreaId | null;
  /** The only area of a sentence whose shares were all set aside as estimates. */
  readonly estimatedArea: AreaId | null;
  /** A place that is not the whole country was named. */
  readonly placeNamed: boolean;
  /** The sentence before spoke of places, not of the whole country: what a semicolon adds to it is not the country's. */
  readonly ofPlaces: boolean;
  /** The sentence before told of estimates: what is said by "their data" is one too. */
  readonly estimated: boolean;
  /** What heads the cells of a table. */
  readonly table: ReadonlyMap<number, Column>;
  /** The line before was a line of a table's head. */
  readonly isHead: boolean;
}
