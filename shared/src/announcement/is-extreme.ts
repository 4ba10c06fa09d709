import type { Statement } from './statement.ts';
import type { QuantityItem } from './statement-items.ts';

/** How far behind the word its share is still that of a place unnamed, in tokens. */
const farthest = 8;

/** «Самая высокая явка к 18:05 – 78 %»: a share of a place that the sentence does not name. */
export function isExtreme({ extremes }: Statement, { from }: QuantityItem): boolean {
  return extremes.some((at) => at < from && from - at <= farthest);
}
