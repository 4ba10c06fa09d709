import type { Mark } from './phrasebook.ts';
import { means } from './phrasebook.ts';
import type { Reading } from './reading.ts';
import { nounKind } from './with-noun.ts';

const light = (mark: Mark | undefined): boolean => means(mark, 'turnout', 'voted', 'neutral', 'above', 'below');

/** «Ещё в одиннадцати явка …»: regions that are only counted, their noun left out. */
export function countsPlaces({ tokens, marks, numbers }: Reading, at: number): boolean {
  const next = tokens[at + 1];
  const noun =
    next?.kind === 'word' && (marks[at + 1] === undefined || nounKind(marks[at + 1]) !== null || !light(marks[at + 1]));
  if (noun) return false;
  const counts = /^(двух|трех|четырех|пяти|шести|семи|восьми|девяти|десяти|\p{L}+надцати)$/u;
  return ['в', 'во'].includes(tokens[at - 1]?.key ?? '') && counts.test(tokens[at]?.key ?? '') && !numbers.has(at);
}
