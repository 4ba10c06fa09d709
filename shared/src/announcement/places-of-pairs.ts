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
  const bounded = placesOfBounds(pairs, statement);
  return pairs.map((pair) => {
    const { quantity } = pair;
    if (pair.areas.length > 0) return pair;
    const host = hosts.get(quantity) ?? bounded.get(quantity);
    if (host !== undefined) return { ...pair, areas: host };
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

/** «в … не набрали и 50 %: 48,01 %», "… passed the 80 percent mark, with 80.09": a share right behind a bound that it keeps is of the bound's place. */
function placesOfBounds(pairs: readonly Pair[], { items }: Statement): ReadonlyMap<QuantityItem, readonly AreaItem[]> {
  const areasOf = new Map(pairs.map(({ quantity, areas }) => [quantity, areas]));
  const places = new Map<QuantityItem, readonly AreaItem[]>();
  for (const [index, share] of items.entries()) {
    const bound = items[index - 1];
    if (share.type !== 'quantity' || bound?.type !== 'quantity' || share.leftAlone !== null) continue;
    const areas = areasOf.get(bound);
    const isSaidSo = share.gap.tie || (share.percent && share.decimals > 0 && bound.leftAlone === null);
    if (areas?.length === 1 && share.bound === 'exact' && isSaidSo && isKept(bound, share)) places.set(share, areas);
  }
  return places;
}

/** How far from "about" and "near" an exact share may still lie, in hundredths. */
const nearby = 300;

function isKept({ bound, value }: QuantityItem, { value: exact }: QuantityItem): boolean {
  switch (bound) {
    case 'exact':
      return false;
    case 'above':
    case 'justAbove':
    case 'atLeast':
      return exact >= value;
    case 'below':
    case 'justBelow':
    case 'atMost':
      return exact <= value;
    case 'approach':
    case 'about':
      return Math.abs(exact - value) <= nearby;
  }
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
