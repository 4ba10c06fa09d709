import type { Heading } from './claim.ts';
import { means } from './phrasebook.ts';
import type { Reading } from './reading.ts';
import type { Statement } from './statement.ts';

const day = /^(day|vote|year|time|evening|election|день|дня|год|году|голосовани|вечер|куни|жылы|кез|сайлау)/u;
const that = /^(that|тот|то|тех|том|сол)$/u;

/** "As of 6 p.m. that day …" after a sentence of another election: said of that one still. */
export function isOfThatVote(
  { tokens, marks, told }: Reading,
  { sentence, ownTimes, times }: Statement,
  heading: Heading,
): boolean {
  if (ownTimes.length > 0 || (heading.spoiler !== 'otherElection' && heading.setAside !== 'otherElection'))
    return false;
  // Where nothing of this election was told yet, the text is of the other one until an hour or "now".
  const hours = times.some(({ time }) => time.role !== 'plain');
  if (heading.setAside === 'otherElection' && told.size === 0 && !hours) return true;
  for (let at = sentence.from; at < sentence.to; at += 1)
    if (that.test(tokens[at]?.key ?? '') && day.test(tokens[at + 1]?.key ?? '') && !means(marks[at], 'backReference'))
      return true;
  return false;
}
