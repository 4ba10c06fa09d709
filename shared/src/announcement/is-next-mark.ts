import type { Heading } from './claim.ts';
import type { Reading } from './reading.ts';
import type { Statement } from './statement.ts';
import type { QuantityItem } from './statement-items.ts';

/** «Превысила 77 процентов в … . Свыше 70 – в …»: the next mark of those told before, which spares the unit; names alone follow it. */
export function isNextMark(
  { lastValue }: Reading,
  { items, unknown }: Statement,
  { ofTurnout, goesOn }: Heading,
  quantity: QuantityItem,
): boolean {
  if (quantity.bound === 'exact' || quantity.value > 10_000 || lastValue === null || lastValue % 100 !== 0)
    return false;
  const [first, ...rest] = items;
  const named = rest.length > 0 && rest.every((item) => item.type === 'area' && item.place === 'area');
  const within = rest[0]?.type === 'area' && rest[0].locative;
  return first === quantity && named && within && unknown === 0 && (ofTurnout || goesOn);
}
