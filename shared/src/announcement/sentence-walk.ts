import type { Bound } from './interval-of.ts';
import type { Meaning } from './meaning.ts';
import type { LeftAlone } from './parsed.ts';
import type { Mark } from './phrasebook.ts';
import { means } from './phrasebook.ts';
import type { Reading } from './reading.ts';
import type { TimeRead } from './time-read.ts';
import type { Sentence } from './split-sentences.ts';
import { cellsBefore } from './table-columns.ts';
import type { Spoiler, Statement } from './statement.ts';
import type { AreaItem, Gap, Item, QuantityItem } from './statement-items.ts';

const emptyGap = (): { -readonly [Key in keyof Gap]: Gap[Key] } => ({
  unknown: 0,
  comma: false,
  tie: false,
  bracket: false,
  list: true,
});

/** What is known while one sentence is read from left to right. */
export class SentenceWalk {
  readonly reading: Reading;
  readonly sentence: Sentence;
  readonly items: Item[] = [];
  readonly found: Statement['times'][number][] = [];
  readonly spoilers: Spoiler[] = [];
  readonly compared: number[] = [];
  readonly ownTimes: number[] = [];
  readonly turns: number[] = [];
  readonly extremes: number[] = [];
  /** Hours that have a cell of their own. */
  readonly hourCells = new Set<TimeRead>();
  readonly including: number[] = [];
  /** Relative clauses between commas, and the one that is open: «…, где …,». */
  readonly asides: { from: number; to: number }[] = [];
  private aside: { at: number; items: number; unknown: number; inAll: number } | null = null;
  /** The pair of brackets that is open, or 0, and how many there were. */
  bracket = 0;
  brackets = 0;
  readonly turnoutClauses = new Set<number>();
  readonly flags = {
    ofTurnout: false,
    respectively: false,
    corrects: false,
    final: false,
    preliminary: false,
    earlier: false,
    toCome: false,
    moved: false,
    unitSaid: false,
    there: false,
    denies: false,
    refers: false,
    stations: false,
    onLists: false,
    countrymen: false,
  };
  /** Words so far that no phrase knows. */
  unknownInAll = 0;
  clause = 0;
  gap = emptyGap();
  /** A bound waiting for its number: «превысила …». */
  pending: { bound: Bound; at: number; unknown: number } | null = null;
  /**
   * A number whose bound may come after it, by its place among the items: a reference to the number named before, or a
   * number of the sentence itself (`own`, as it stands without a bound), as in «отметку в 80 процентов … превысила».
   */
  back: { index: number; boundAt: number | null; own: QuantityItem | null } | null = null;
  /** Where «не», "not" stands alone, and in which clause. */
  negated: { at: number; clause: number } | null = null;
  /** The clause that speaks of printed ballots. */
  printed = -1;
  /** The cell of a table's row that `counted` stands in, from 0. */
  private cell = 0;
  private counted: number;
  /** The token to be read next. */
  at: number;

  constructor(reading: Reading, sentence: Sentence) {
    this.reading = reading;
    this.sentence = sentence;
    this.at = sentence.from;
    this.counted = sentence.from;
  }

  markEndingAt(end: number): Mark | undefined {
    const from = this.reading.endings[end];
    return from === undefined || from < 0 ? undefined : this.reading.marks[from];
  }

  startOf(token: number): number {
    return this.reading.tokens[token]?.start ?? this.reading.text.length;
  }

  endOf(token: number): number {
    return this.reading.tokens[token - 1]?.end ?? 0;
  }

  /** The word that is being read takes the numbers around it out of the turnout. */
  spoil(kind: LeftAlone['kind'], expected = false): void {
    this.spoilers.push({ kind, at: this.at, clause: this.clause, bracket: this.bracket, expected });
  }

  leave(kind: LeftAlone['kind'], from: number, to: number): void {
    this.reading.leftAlone.push({ kind, snippet: { start: this.startOf(from), end: this.endOf(to) } });
  }

  /** The place of a new item; what lay before it is taken into its gap. */
  place(from: number, to: number) {
    for (; this.counted <= from; this.counted += 1)
      this.cell += cellsBefore(this.reading, this.counted, this.counted === this.sentence.from);
    const { gap, clause, cell, bracket } = this;
    this.gap = emptyGap();
    return { from, to, start: this.startOf(from), end: this.endOf(to), gap, clause, cell, bracket };
  }

  addArea(from: number, to: number, area: AreaItem['area'], kind: AreaItem['place'], locative: boolean): void {
    this.items.push({ type: 'area', area, place: kind, locative, ...this.place(from, to) });
  }

  /** True when one of the meanings stands within three phrases after a token, over words of no weight. */
  markSoonAfter(from: number, ...wanted: readonly Meaning[]): boolean {
    const { tokens, marks, numbers, mentions } = this.reading;
    let index = from;
    for (let steps = 0; steps < 3 && index < this.sentence.to; steps += 1) {
      const mark = marks[index];
      if (numbers.has(index) || mentions.has(index)) return false;
      if (means(mark, ...wanted)) return true;
      const light =
        mark === undefined || means(mark, 'neutral', 'onLists', 'locative', 'outOf', 'states', 'abroad', 'voted');
      if (tokens[index]?.kind !== 'word' || !light) return false;
      index = mark?.to ?? index + 1;
    }
    return false;
  }

  /** «На 16 часов (города пришлют позже)»: brackets without an hour, which say nothing of the hour before them. */
  isRemark(): boolean {
    const { bracket, found } = this;
    return bracket > 0 && found.length > 0 && found.every((hour) => hour.bracket !== bracket);
  }

  openAside(): void {
    const [items, unknown, inAll] = [this.items.length, this.gap.unknown, this.unknownInAll];
    this.aside = { at: this.at, items, unknown, inAll };
  }

  /** The words of a relative clause that names neither a place nor a number part nothing: "…, where polls stay open, reported …". */
  closeAside(): void {
    if (this.aside === null) return;
    this.asides.push({ from: this.aside.at, to: this.at });
    if (this.items.length === this.aside.items) {
      this.gap.unknown = this.aside.unknown;
      this.unknownInAll = this.aside.inAll;
    }
    this.aside = null;
  }

  /** A year or a month that is not the election's: the numbers around it belong to another vote. */
  spoilByYear(year: number, month: number | null): void {
    const { date } = this.reading;
    if (year !== date.year || (month !== null && month !== date.month)) {
      this.spoil('otherElection');
    } else this.ownTimes.push(this.at);
  }
}
