import type { Reading } from './reading.ts';
import type { Statement } from './statement.ts';
import type { QuantityItem } from './statement-items.ts';

/** Words that tell that numbers of the turnout follow. */
const ofFigures = /^(numbers?$|figures?$|turnout|явк|цифр|показател|данны|проголосов|корсеткиш|дерек)/u;

/** "Name, 65.9.": a row read aloud after others: a name, a comma and its decimals at the end of the sentence. */
export function isSpokenRow({ told, tokens }: Reading, { items, sentence, unknown }: Statement): boolean {
  const [place, share, more] = items;
  return (
    told.size > 0 &&
    more === undefined &&
    place?.type === 'area' &&
    place.place === 'area' &&
    share?.type === 'quantity' &&
    share.decimals > 0 &&
    share.gap.unknown === 0 &&
    // «Погода: …, 12,5»
    (share.percent ||
      unknown === 0 ||
      tokens.slice(sentence.from, sentence.to).some(({ key }) => ofFigures.test(key))) &&
    tokens.slice(share.to, sentence.to).every(({ kind }) => kind === 'punctuation')
  );
}

/** «Проголосовали все 100 % первого этажа»: a hundred to the last voter is never a country's. */
export function isEverybody({ bound, value }: QuantityItem): boolean {
  return bound === 'exact' && value === 10_000;
}
