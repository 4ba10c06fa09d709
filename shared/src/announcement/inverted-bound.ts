import { boundOf, pick } from './bound-phrases.ts';
import type { Bound } from './interval-of.ts';
import { means } from './phrasebook.ts';
import type { NumberRead } from './read-numbers.ts';
import type { SentenceWalk } from './sentence-walk.ts';

/** Verbs of reaching and passing, whose object may stand before them. */
const reaching =
  /^(достиг|превы|превз|преодол|перевал|перешаг|перешл|взял|одолел|покор|пересек|дотян|дотяг|набра|приблиз|reach|exceed|surpass|topp|pass|cross|approach|hit$|clear)/u;

const auxiliary = /^(was|were|is|are|has|have|had|been|уже|пока|еще|так)$/u;

/** How far behind a bound its own number would stand, in tokens. */
const reach = 4;

/**
 * «78 процентов почти достигла … область», "80 percent was not reached in …": the bound of a whole percent that opens its
 * clause and is the object of the verb behind it. Where the turnout or a place is named first, the verb has another object.
 */
export function invertedBound(walk: SentenceWalk, number: NumberRead, to: number): Bound | null {
  const { tokens, marks, numbers, times } = walk.reading;
  if (!number.percent || number.fraction !== '') return null;
  if (walk.turnoutClauses.has(walk.clause) || walk.items.some(({ clause }) => clause === walk.clause)) return null;
  let at = to;
  while (at < to + 3 && auxiliary.test(tokens[at]?.key ?? '')) at += 1;
  const mark = marks[at];
  const bound = pick(mark, boundOf);
  if (mark === undefined || bound === null) return null;
  const words = tokens.slice(at, mark.to + 1);
  if (!words.some(({ kind, key }) => kind === 'word' && reaching.test(key))) return null;
  for (let next = mark.to; next < mark.to + reach && tokens[next]?.kind === 'word'; next += 1)
    if (numbers.has(next) || (means(marks[next], 'backReference', 'compared') && !times.has(next))) return null;
  return bound;
}
