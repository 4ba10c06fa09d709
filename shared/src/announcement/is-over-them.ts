import type { Reading } from './reading.ts';
import type { Sentence } from './split-sentences.ts';

/** "Those", and what they are: hours, a time. */
const those = /^(эт[иоу]|this|that|these|those|осы|бул)$/u;
const spell = /^(час|врем|промежут|hours?$|time$|period$|сагат|уакыт|арал)/u;
const over = /^(за|in|over|during)$/u;

/** «За эти два часа», "over those hours", «осы екі сағатта»: between the two hours that the sentences before were of. */
export function isOverThem({ tokens }: Reading, { from, to }: Sentence): boolean {
  for (let at = from; at < to; at += 1) {
    if (!those.test(tokens[at]?.key ?? '')) continue;
    const hours = [at + 1, at + 2].some((place) => place < to && spell.test(tokens[place]?.key ?? ''));
    const kazakh = /^(осы|бул)$/u.test(tokens[at]?.key ?? '');
    if (hours && (kazakh || over.test(tokens[at - 1]?.key ?? ''))) return true;
  }
  return false;
}
