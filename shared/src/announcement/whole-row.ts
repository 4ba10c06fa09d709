import type { AreaMention } from './area-mention.ts';
import { isSign } from './is-sign.ts';
import type { NumberRead } from './read-numbers.ts';
import type { Token } from './scan.ts';

/** A row of a list, in tokens. */
const longestRow = 14;

/** What a row that was wrapped goes on with: its unit, those who voted, another place of its sentence. */
export const goesOnAfterRow =
  /^(процент|пайыз|percent|per$|pct|чел|избирател|граждан|голос|сайлаушы|адам|voter|people|citizen|и$|а$|или$|но$|при$|против$|в$|во$|по$|на$|к$|and$|or$|in$|of$|at$|as$|by$|жане|мен$|бен$|пен$)/u;

/** «макс … обл 75,02»: a short line with one place that ends with its number, or a remark in brackets behind it. */
export function isWholeRow(
  tokens: readonly Token[],
  numbers: ReadonlyMap<number, NumberRead>,
  mentions: ReadonlyMap<number, AreaMention>,
  from: number,
  to: number,
): boolean {
  if (to - from > longestRow) return false;
  let places = 0;
  let last: NumberRead | undefined;
  for (let at = from; at < to; at += 1) {
    if (mentions.has(at)) places += 1;
    last = numbers.get(at) ?? last;
  }
  if (places !== 1 || last === undefined) return false;
  // «… 23,9 % (ну как всегда)»
  return last.to === to || (isSign(tokens[last.to], '(') && isSign(tokens[to - 1], ')'));
}
