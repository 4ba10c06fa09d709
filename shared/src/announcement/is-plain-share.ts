import type { Reading } from './reading.ts';
import type { Statement } from './statement.ts';
import type { QuantityItem } from './statement-items.ts';

/** Words that make a decimal a multiple, an amount or a mark. */
const otherUnit = /^(раз|балл|тыс|млн|есе|times?$|fold$|km$|км$)/u;

/**
 * «Явка на 16:05 составила 62,34»: the only number of a clause that names the turnout, said to the hundredth, is a share
 * without its sign. A number that may be an hour or a date is none, nor a difference: "by 2.34".
 */
export function isPlainShare(
  { tokens, isCutoff }: Reading,
  { items, turnoutClauses }: Statement,
  quantity: QuantityItem,
): boolean {
  const { from, to, value, decimals, bound, clause } = quantity;
  if (bound !== 'exact' || decimals !== 2 || !turnoutClauses.has(clause)) return false;
  if (items.filter(({ type }) => type !== 'area').length > 1) return false;
  const [whole, rest] = [Math.floor(value / 100), value % 100];
  const isDate = whole <= 31 && rest <= 12;
  const clock = `${String(whole).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
  const before = tokens[from - 1]?.key ?? '';
  return !isDate && !isCutoff(clock) && !['на', 'by', 'в'].includes(before) && !otherUnit.test(tokens[to]?.key ?? '');
}
