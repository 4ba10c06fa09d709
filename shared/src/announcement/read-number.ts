import { boundAfter, pick } from './bound-phrases.ts';
import { hundredthsOf } from './interval-of.ts';
import { isSign } from './is-sign.ts';
import { monthOf } from './month-of.ts';
import { means } from './phrasebook.ts';
import type { NumberRead } from './read-numbers.ts';
import { readQuantity } from './read-quantity.ts';
import type { SentenceWalk } from './sentence-walk.ts';
import type { CountItem } from './statement-items.ts';

/** Sorts one number: a date, an ordinal, a year, stations, a share, a count; what is not turnout is left alone with its kind. */
export function readNumber(walk: SentenceWalk, number: NumberRead): void {
  const { reading, sentence } = walk;
  const { tokens, marks, numbers, mentions } = reading;
  const { from, to } = number;
  const [before, after] = [tokens[from - 1], tokens[to]];
  const next = marks[to];
  const head = from === sentence.from || (from === sentence.from + 1 && isSign(before, '•', '-', '–', '|'));
  walk.at = to;
  const isInteger = number.shape === 'integer' && !number.percent && !number.inWords;
  const year =
    number.shape === 'integer' &&
    !number.percent &&
    number.whole >= 1900 &&
    number.whole < 2100 &&
    tokens[from]?.key.length === 4 &&
    to - from <= 3;
  if (number.shape === 'date') {
    for (let index = from; index < to; index += 1)
      if (tokens[index]?.key.length === 4) walk.spoilByYear(Number(tokens[index]?.key), null);
    return walk.leave('date', from, to);
  }
  if (number.shape === 'clock') return walk.leave('time', from, to);
  if (isInteger && number.whole <= 31 && means(next, 'month') && next !== undefined) {
    const yearNumber = numbers.get(next.to) ?? (isSign(tokens[next.to], ',') ? numbers.get(next.to + 1) : undefined);
    const month = monthOf(tokens[to]?.key ?? '');
    const withYear =
      yearNumber !== undefined && yearNumber.whole >= 1900 && yearNumber.whole < 2100 && !yearNumber.percent;
    if (withYear) walk.spoilByYear(yearNumber.whole, month);
    else if (month !== null && month !== reading.date.month) walk.spoilByYear(reading.date.year, month);
    walk.at = withYear ? yearNumber.to : next.to;
    return walk.leave('date', from, walk.at);
  }
  const previous = walk.markEndingAt(isSign(before, '.') && before?.gap === 'none' ? from - 1 : from);
  if (isInteger && means(previous, 'month') && (number.whole <= 31 || year)) {
    if (year) walk.spoilByYear(number.whole, monthOf(tokens[from - 1]?.key ?? ''));
    return walk.leave('date', from, to);
  }
  if (
    isInteger &&
    (isSign(before, '№', '#') ||
      (head && (isSign(after, '.', ')') || (sentence.lineStart && mentions.has(to) && number.whole < 1000))))
  ) {
    if (isSign(after, '.', ')')) walk.at = to + 1;
    return walk.leave('ordinal', from, to);
  }
  // «…: 1. в … – 69,32 %»
  if (
    isInteger &&
    isSign(before, ':') &&
    isSign(after, '.') &&
    after?.gap === 'none' &&
    tokens[to + 1]?.kind === 'word'
  ) {
    walk.at = to + 1;
    return walk.leave('ordinal', from, to);
  }
  if (
    isInteger &&
    isSign(after, ')') &&
    !isSign(before, '(') &&
    !numbers.has(from - 1) &&
    (before === undefined || before.kind !== 'word')
  )
    return walk.leave('ordinal', from, to);
  if (
    year &&
    (means(next, 'year') || tokens[to]?.key === 'г' || !walk.markSoonAfter(to, 'voters', 'voted', 'stations'))
  ) {
    walk.spoilByYear(number.whole, null);
    return walk.leave('date', from, to);
  }
  if (!number.percent) {
    if (
      walk.markSoonAfter(to, 'stations') ||
      (means(previous, 'stations') && to === sentence.to) ||
      (means(walk.markEndingAt(from - 1), 'stations') && isSign(before, '–', '-', ':', '('))
    )
      return walk.leave('stations', from, to);
    if (walk.markSoonAfter(to, 'states')) return walk.leave('abroad', from, to);
    if (means(next, 'age') || (means(previous, 'age') && isInteger)) return walk.leave('age', from, to);
    if (means(next, 'protocols')) return walk.leave('protocols', from, to);
    // «16,89 мин»: the least one; nobody counts minutes in hundredths.
    if (means(next, 'hours', 'points') || (isInteger && means(next, 'minutes')))
      return walk.leave(means(next, 'points') ? 'difference' : 'time', from, to);
    if (means(next, 'regionNoun', 'regionNouns', 'cityNouns', 'otherPlaceNoun')) {
      walk.leave('otherPlace', from, to);
      const listed = isSign(tokens[next?.to ?? to], ':', '–', '-', '(', ',') && mentions.has((next?.to ?? to) + 1);
      walk.at = next?.to ?? to;
      if (!listed) walk.addArea(from, walk.at, null, 'other', true);
      return;
    }
  }
  const hundredths =
    number.shape === 'integer' || number.shape === 'decimal' || (number.shape === 'count' && number.percent)
      ? hundredthsOf(number.whole, number.fraction)
      : null;
  const share =
    number.percent ||
    (number.whole <= 100 &&
      (number.shape === 'decimal' ? number.fraction.length <= 2 : isInteger && !walk.markSoonAfter(to, 'voters')));
  if (share && hundredths !== null && !(isInteger && means(next, 'candidate', 'voted') && !reading.lent.has(from)))
    return readQuantity(walk, number, hundredths);
  const bounded = walk.pending !== null;
  walk.pending = null;
  if (number.rounded && !number.percent) return walk.leave('inexactCount', from, to);
  if (number.count === null || number.percent || walk.printed === walk.clause) return walk.leave('unclaimed', from, to);
  if (means(next, 'candidate')) return walk.leave('candidate', from, to);
  // «более 8 млн человек» is not a count.
  if (bounded || pick(next, boundAfter) !== null) return walk.leave('inexactCount', from, to);
  // "A total of 6,113,621 voters" is of no greater number.
  const total = before?.key === 'of' && ['total', 'number'].includes(tokens[from - 2]?.key ?? '');
  const outOf =
    (means(previous, 'outOf') && !total) ||
    means(previous, 'onLists') ||
    (means(next, 'outOf') && !/^(из|от|of|out|from|among)$/u.test(tokens[to]?.key ?? '')) ||
    /^(нин|нын|ның|нің|дың|дің|тың|тің|нан|нен|дан|ден)/u.test(number.suffix ?? '');
  const listed = walk.markSoonAfter(to, 'onLists');
  walk.items.push({
    type: 'count',
    count: number.count,
    role: outOf && !means(previous, 'voted') ? 'electorate' : listed && !walk.flags.ofTurnout ? 'electorate' : 'unsaid',
    ofVoters:
      walk.markSoonAfter(to, 'voters', 'voted') ||
      (isSign(before, '(') && (isSign(after, ')') || means(next, 'outOf'))),
    ...walk.place(from, to),
  } satisfies CountItem);
}
