import type { Statement } from './statement.ts';

/** «… область, 71,21;»: a name, a comma and a number that ends the sentence, after words of the turnout at most. */
export function isNameAndNumber({ items, sentence, unknown }: Statement): boolean {
  const [name, number, ...more] = items;
  if (name?.type !== 'area' || number?.type !== 'quantity' || more.length > 0 || unknown > 0) return false;
  return number.gap.comma && name.to === number.from - 1 && sentence.to - number.to <= 1;
}
