import type { Heading } from './claim.ts';
import { isHourRow } from './hour-rows.ts';
import type { Reading } from './reading.ts';
import type { Statement } from './statement.ts';
import type { QuantityItem } from './statement-items.ts';

/** Words that make a decimal a multiple, an amount or a mark. */
const otherUnit = /^(раз|балл|тыс|млн|есе|times?$|fold$|km$|км$)/u;

/** «Явка по …:», then «10:05 – 23,37», «12:05 – 38,55»: rows of hours whose sign their heading spares. */
function isRowOfHours(statement: Statement, { ofTurnout, goesOn, block }: Heading): boolean {
  return isHourRow(statement) && statement.items.length === 1 && (ofTurnout || goesOn || block !== null);
}

/**
 * «Явка на 16:05 составила 62,34»: the only number of a clause that names the turnout, said to the hundredth, is a share
 * without its sign, and so is one with an hour of its own after a share with a sign: «69,43 %, в восемь вечера было 69,31».
 * A number that may be an hour or a date is none, nor a difference: "by 2.34".
 */
export function isPlainShare(
  { tokens, isCutoff }: Reading,
  statement: Statement,
  heading: Heading,
  quantity: QuantityItem,
): boolean {
  const { items, times, sentence, turnoutClauses, unknown } = statement;
  const { from, to, value, decimals, bound, clause } = quantity;
  if (bound !== 'exact' || decimals !== 2) return false;
  const shares = items.slice(0, items.indexOf(quantity)).filter((item) => item.type === 'quantity');
  const signed = shares.some(({ percent, leftAlone }) => percent && leftAlone === null);
  const last = shares.at(-1)?.to ?? sentence.from;
  const ownHour = times.some(({ time }) => time.role !== 'plain' && time.from >= last && time.to <= from);
  const goesOn =
    signed ||
    (heading.onlyArea !== null && items.length === 1 && (sentence.continues || (statement.earlier && unknown === 0)));
  const alone = turnoutClauses.has(clause) && items.filter(({ type }) => type !== 'area').length === 1;
  if (!alone && !(goesOn && ownHour) && !isRowOfHours(statement, heading)) return false;
  const [whole, rest] = [Math.floor(value / 100), value % 100];
  const isDate = whole <= 31 && rest <= 12;
  const clock = `${String(whole).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
  const word = tokens[from - 1]?.key ?? '';
  return !isDate && !isCutoff(clock) && !['на', 'by', 'в'].includes(word) && !otherUnit.test(tokens[to]?.key ?? '');
}
