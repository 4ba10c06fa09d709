import type { AreaId } from '../ids.ts';
import type { LeftAlone } from './parsed.ts';
import { means } from './phrasebook.ts';
import type { Reading } from './reading.ts';
import { isSign } from './is-sign.ts';
import type { Sentence } from './split-sentences.ts';
import type { Token } from './scan.ts';
import type { TimeRead } from './time-read.ts';

/** What a column of a table holds, by the words that head it. */
export type Column =
  | { readonly holds: 'turnout'; readonly time: TimeRead | null }
  | { readonly holds: 'ballots' | 'electorate'; readonly time: TimeRead | null }
  | { readonly holds: 'name' }
  /** A table on its side: each column is an area. */
  | { readonly holds: 'area'; readonly area: AreaId }
  | { readonly holds: 'leftAlone'; readonly kind: LeftAlone['kind'] };

/** «25.64,44.1», «10:05,12:05»: a comma between digits after a point or a clock parts cells, it is no decimal sign. */
function isPointed(tokens: readonly Token[], at: number): boolean {
  const pointed = isSign(tokens[at - 2], '.', ':') && tokens[at - 2]?.gap === 'none' && tokens[at - 1]?.gap === 'none';
  return pointed && tokens[at - 3]?.kind === 'digits' && tokens[at + 1]?.kind === 'digits';
}

/** How many cells lie between a token and the one before it. */
export function cellsBefore({ tokens }: Reading, at: number, first: boolean): number {
  const token = tokens[at];
  if (token === undefined) return 0;
  const edge =
    isSign(token, '|') ||
    (isSign(token, ';') && tokens[at + 1]?.gap === 'none') ||
    (isSign(token, ',') &&
      token.gap === 'none' &&
      tokens[at + 1]?.gap === 'none' &&
      (tokens[at - 1]?.kind !== 'digits' || isSign(tokens[at + 1], '"') || isPointed(tokens, at)));
  return token.cells + (edge && !first ? 1 : 0);
}

const leftKinds = ['candidate', 'threshold', 'estimate', 'protocols', 'otherElection', 'stations', 'abroad'] as const;

/** What heads a column of hours. */
const hourNoun = /^(время$|час$|часы$|time$|hour$|уакыт$|уакыты$|сагат$)/u;

function columnOf(reading: Reading, from: number, to: number): Column | null {
  const { marks, times, numbers, mentions, date } = reading;
  let time: TimeRead | null = null;
  const areas: AreaId[] = [];
  const found = new Set<Column['holds'] | LeftAlone['kind'] | 'percent'>();
  for (let at = from; at < to; at += 1) {
    const number = numbers.get(at);
    const mark = marks[at];
    time ??= times.get(at) ?? null;
    const mention = mentions.get(at);
    if (mention !== undefined && mention.kind !== 'abroad') areas.push(mention.area);
    if (number?.shape === 'integer' && number.whole >= 1900 && number.whole < 2100)
      found.add(number.whole === date.year ? 'turnout' : 'otherElection');
    for (const kind of leftKinds) if (means(mark, kind)) found.add(kind);
    if (means(mark, 'difference', 'points')) found.add('difference');
    if (means(mark, 'percent') || reading.tokens[at]?.kind === 'percent') found.add('percent');
    if (means(mark, 'turnout')) found.add('turnout');
    if (means(mark, 'voted')) found.add('ballots');
    if (means(mark, 'voters', 'onLists')) found.add('electorate');
    if (means(mark, 'regionNoun', 'regionNouns', 'ordinal') || hourNoun.test(reading.tokens[at]?.key ?? ''))
      found.add('name');
  }
  if (found.has('difference')) return { holds: 'leftAlone', kind: 'difference' };
  for (const kind of leftKinds) if (found.has(kind)) return { holds: 'leftAlone', kind };
  const [area] = areas;
  const counted = found.has('ballots') || found.has('electorate');
  // «Явка, чел.»
  if (counted && found.has('turnout') && !found.has('percent')) return { holds: 'ballots', time };
  if (time !== null && counted && !found.has('percent')) return { holds: 'ballots', time };
  if (time !== null) return { holds: 'turnout', time };
  if (areas.length === 1 && area !== undefined) return { holds: 'area', area };
  if (found.has('percent') || found.has('turnout')) return { holds: 'turnout', time: null };
  if (found.has('ballots')) return { holds: 'ballots', time: null };
  if (found.has('electorate')) return { holds: 'electorate', time: null };
  return found.has('name') ? { holds: 'name' } : null;
}

/** The columns that a line heads, by the place of their cells; empty when the line is no head of a table. */
export function columnsOf(reading: Reading, { from, to }: Sentence): ReadonlyMap<number, Column> {
  const columns = new Map<number, Column>();
  let cell = 0;
  let start = from;
  const close = (end: number): void => {
    const column = columnOf(reading, start, end);
    if (column !== null && end > start) columns.set(cell, column);
  };
  for (let at = from; at < to; at += 1) {
    reading.meter.steps += 1;
    const edges = cellsBefore(reading, at, at === from);
    if (edges === 0) continue;
    close(at);
    cell += edges;
    start = at;
  }
  close(to);
  const told = new Map<string, number>();
  const keyOf = (column: Column): string => (column.holds === 'turnout' ? (column.time?.time ?? '-') : '');
  for (const column of columns.values()) told.set(keyOf(column), (told.get(keyOf(column)) ?? 0) + 1);
  // Two columns of the turnout at one hour: which of them is meant, is not said.
  for (const [at, column] of columns)
    if (column.holds === 'turnout' && (told.get(keyOf(column)) ?? 0) > 1)
      columns.set(at, { holds: 'leftAlone', kind: 'conflict' });
  const known = [...columns.values()].filter(({ holds }) => holds !== 'name');
  return columns.size < 2 || known.length === 0 ? new Map() : columns;
}
