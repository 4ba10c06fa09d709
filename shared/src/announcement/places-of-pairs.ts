import type { Pair } from './pair-items.ts';
import { spoilerOf } from './spoiler-of.ts';
import type { Statement } from './statement.ts';
import type { AreaItem, QuantityItem } from './statement-items.ts';
import type { StatementHours } from './time-for.ts';

/** The pairs of a sentence, those shares without a place that its only place, or the share their bracket stands behind, tells the place of. */
export function withPlaces(
  pairs: readonly Pair[],
  statement: Statement,
  hours: StatementHours,
  isCell: (quantity: QuantityItem) => boolean,
): Pair[] {
  const places = statement.items.filter((item) => item.type === 'area');
  const shares = statement.items.filter((item) => item.type === 'quantity');
  const ownHours = new Set(shares.map((share) => hours.inOrder.get(share))).size === shares.length;
  const isOne = places.every(({ place, area }) => place === 'area' && area === places[0]?.area);
  const only = isOne ? places.at(-1) : undefined;
  const goesOn = goesOnWith(pairs, statement, only);
  const hosts = hostsOf(pairs, statement, hours);
  return pairs.map((pair) => {
    const { quantity } = pair;
    if (pair.areas.length > 0) return pair;
    const host = hosts.get(quantity);
    if (host !== undefined) return { ...pair, areas: host };
    const bounded = boundedBefore(pairs, statement, quantity);
    if (bounded !== null) return { ...pair, areas: bounded };
    // «в … к 12 часам – …, к 14 – …»: the place is said once.
    const once =
      statement.there ||
      goesOn(quantity) ||
      (ownHours && hours.inOrder.size > 1) ||
      hours.starts.size > 0 ||
      isCell(quantity);
    return only !== undefined && only.from < quantity.from && once ? { ...pair, areas: [only] } : pair;
  });
}

/** «… не дотянула до 50 %: 48,01 %»: the places of the bound right before a share, behind a colon or dash, that fits it. */
function boundedBefore(
  pairs: readonly Pair[],
  { items }: Statement,
  quantity: QuantityItem,
): readonly AreaItem[] | null {
  const last = items[items.indexOf(quantity) - 1];
  if (last?.type !== 'quantity' || !quantity.gap.tie || quantity.bound !== 'exact' || quantity.leftAlone !== null)
    return null;
  const isAbove = ['above', 'justAbove', 'atLeast'].includes(last.bound) && quantity.value >= last.value;
  const isBelow = ['below', 'justBelow', 'atMost', 'approach'].includes(last.bound) && quantity.value <= last.value;
  const areas = isAbove || isBelow ? pairs.find((pair) => pair.quantity === last)?.areas : undefined;
  return areas?.length === 1 ? areas : null;
}

/** «в … ожидали 35 %, но она составила …», «в … тогда было 40 %, теперь …»: the place of what does not count. */
function goesOnWith(
  pairs: readonly Pair[],
  statement: Statement,
  only: AreaItem | undefined,
): (quantity: QuantityItem) => boolean {
  const setAside = pairs.find(({ areas }) => only !== undefined && areas.includes(only))?.quantity;
  if (setAside === undefined || spoilerOf(statement, setAside) === null) return () => false;
  return ({ from }) =>
    setAside.from < from && [...statement.turns, ...statement.ownTimes].some((at) => at > setAside.from && at < from);
}

/**
 * «в … 48,71 % (на 20:05 было 48,67 %)», «в … (59,61 %, на 18:05 – 57,4 %)»: a share without a place in brackets with hours of
 * their own is of the places of the share before it.
 */
function hostsOf(
  pairs: readonly Pair[],
  { items }: Statement,
  { inner }: StatementHours,
): ReadonlyMap<QuantityItem, readonly AreaItem[]> {
  const hosts = new Map<QuantityItem, readonly AreaItem[]>();
  if (inner.size === 0) return hosts;
  const areasOf = new Map(pairs.map(({ quantity, areas }) => [quantity, areas]));
  let host: readonly AreaItem[] | undefined;
  for (const item of items) {
    if (item.type === 'area' && host?.includes(item) !== true) host = undefined;
    if (item.type !== 'quantity') continue;
    const own = item.leftAlone === null ? areasOf.get(item) : undefined;
    if (own?.length === 0 && host !== undefined && inner.has(item.bracket)) hosts.set(item, host);
    else host = own;
  }
  return hosts;
}
