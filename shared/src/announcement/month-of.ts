import { foldWord } from './fold-word.ts';
import { inOtherKazakhScripts } from './kazakh-scripts.ts';

const beginnings = [
  ['янв', 'jan', 'қаң'],
  ['фев', 'feb', 'ақп'],
  ['март', 'mar', 'нау'],
  ['апр', 'apr', 'сәу'],
  ['мая', 'мае', 'may', 'мам'],
  ['июн', 'jun', 'маус'],
  ['июл', 'jul', 'шіл'],
  ['авг', 'aug', 'там'],
  ['сен', 'sep', 'қыр'],
  ['окт', 'oct', 'қазан'],
  ['ноя', 'nov', 'қараш'],
  ['дек', 'dec', 'желт'],
].map((month) => month.flatMap((word) => [word, ...inOtherKazakhScripts(word)]).map(foldWord));

/** 1–12 for a folded month name in any form, or null. */
export function monthOf(key: string): number | null {
  const index = beginnings.findIndex((month) => month.some((beginning) => key.startsWith(beginning)));
  return index < 0 ? null : index + 1;
}
