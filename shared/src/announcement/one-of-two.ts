import type { Statement } from './statement.ts';
import type { QuantityItem } from './statement-items.ts';
import type { StatementHours } from './time-for.ts';

/** Two exact shares with nothing but "and" or a comma between, the first at a place among the items. */
function areListed({ items }: Statement, at: number): boolean {
  const [first, next] = [items[at], items[at + 1]];
  const shares = [first, next].every((item) => item?.type === 'quantity' && item.bound === 'exact' && item.percent);
  return shares && next?.gap.list === true;
}

/** «77,2 % и 64,6 %» at one hour without a place: two places', and none of them the country. */
export function isOneOfTwo(statement: Statement, { inOrder }: StatementHours, quantity: QuantityItem): boolean {
  const at = statement.items.indexOf(quantity);
  return inOrder.size === 0 && (areListed(statement, at) || areListed(statement, at - 1));
}
