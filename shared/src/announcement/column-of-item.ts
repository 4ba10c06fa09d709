import type { Heading } from './claim.ts';
import type { Statement } from './statement.ts';
import type { Item } from './statement-items.ts';
import type { Column } from './table-columns.ts';

/** What heads the cell of an item of a row; nothing outside of cells. */
export function columnOfItem({ items }: Statement, { table }: Heading): (item: Item) => Column | undefined {
  if (!items.some(({ cell }) => cell > 0)) return () => undefined;
  // A head that has no cell for the names heads each number one cell before its own.
  const [first] = items;
  const ofName = first?.type === 'area' ? table.get(first.cell) : undefined;
  const unnamed = ofName?.holds === 'turnout' && ofName.time !== null ? 1 : 0;
  return ({ cell }) => table.get(cell - unnamed);
}
