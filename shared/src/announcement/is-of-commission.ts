import type { Reading } from './reading.ts';
import type { Statement } from './statement.ts';

/** «Цифры комиссии …, переслано из чата штаба»: whoever passed them on, they are the commission's. */
export function isOfCommission({ tokens }: Reading, { sentence, compared }: Statement, before: number): boolean {
  return (
    compared.length === 0 &&
    tokens
      .slice(sentence.from, before)
      .some(({ key }) => /^(цик$|комисси|избирком|центризбирк|оск$|cec$|commission)/u.test(key))
  );
}
