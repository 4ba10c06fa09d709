import type { Statement } from './statement.ts';
import type { QuantityItem } from './statement-items.ts';

/** «На 16:05 в … не 8,09, а 80,09 %»: the share behind the one denied, of the only place and at the only hour of its sentence. */
export function isPutRight({ items, times, denies, unknown }: Statement, quantity: QuantityItem): boolean {
  const places = items.filter((item) => item.type === 'area' && item.locative);
  const hours = times.filter(({ time }) => time.role !== 'plain');
  const before = items[items.indexOf(quantity) - 1];
  const denied = before?.type === 'quantity' && before.leftAlone === 'conflict';
  if (!denies || !denied || places.length !== 1 || items.length !== 3 || hours.length !== 1) return false;
  return quantity.percent && quantity.decimals > 0 && unknown <= 4;
}
