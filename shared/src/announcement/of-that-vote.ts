import type { Heading } from './claim.ts';
import { means } from './phrasebook.ts';
import type { Reading } from './reading.ts';
import type { Statement } from './statement.ts';

const day = /^(day|vote|year|time|evening|election|день|дня|год|году|голосовани|вечер|куни|жылы|кез|сайлау)/u;
const that = /^(that|тот|то|тех|том|сол)$/u;

/** "As of 6 p.m. that day …" after a sentence of another election: said of that one still. */
export function isOfThatVote({ tokens, marks }: Reading, { sentence, ownTimes }: Statement, heading: Heading): boolean {
  if (ownTimes.length > 0 || (heading.spoiler !== 'otherElection' && heading.setAside !== 'otherElection'))
    return false;
  for (let at = sentence.from; at < sentence.to; at += 1)
    if (that.test(tokens[at]?.key ?? '') && day.test(tokens[at + 1]?.key ?? '') && !means(marks[at], 'backReference'))
      return true;
  return false;
}
