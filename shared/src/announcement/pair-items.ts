import type { Group } from './item-groups.ts';
import { distanceOf, groupsOf } from './item-groups.ts';
import type { AreaId } from '../ids.ts';
import type { Meter } from './meter.ts';
import type { Statement } from './statement.ts';
import type { AreaItem, CountItem, Gap, QuantityItem } from './statement-items.ts';

/** A share with the places it is said of; no place means the sentence names none for it. */
export interface Pair {
  readonly quantity: QuantityItem;
  readonly areas: readonly AreaItem[];
  /** 0 side by side, 1 a comma between, 2 other words between. */
  readonly distance: number;
  readonly tie: boolean;
  /** Its place among several shares in one row, and how many they are. */
  readonly column: number;
  readonly columns: number;
}

/** «в … и …: 78 % против 48 %»: a share and the one it is set against. */
function isAgainst({ compared }: Statement, { quantities: [share, ...more] }: Group, next: Group | undefined): boolean {
  const [against, ...others] = next?.quantities ?? [];
  if (share === undefined || against === undefined || more.length + others.length > 0) return false;
  if (share.bound !== 'exact' || against.bound !== 'exact' || next?.gap.unknown !== 0) return false;
  return compared.some((at) => at >= share.to && at < against.from);
}

/**
 * The shares that «соответственно» gives to places one by one, whatever else is said between; behind a bound that is said of
 * them all too: «… не дотянули до 50 %: 28,72 и 48,67 соответственно».
 */
function sharesInTurn(
  areas: readonly AreaItem[],
  near: Group,
  next: Group | undefined,
): readonly QuantityItem[] | null {
  if (areas.length < 2) return null;
  if (near.quantities.length === areas.length) return near.quantities;
  const [bound, ...more] = near.quantities;
  const listed = next?.type === 'quantities' && next.quantities.length === areas.length;
  return listed && more.length === 0 && bound?.bound !== 'exact' ? next.quantities : null;
}

/** «От 64 % в … до 17 % в …, по стране 39 %»: each place right behind its own share, whatever ends the sentence. */
function isChain(groups: readonly Group[], index: number): boolean {
  const [share, place, next, last] = groups.slice(index - 1, index + 3);
  const follows = (group: Group | undefined): boolean =>
    group?.type === 'areas' && distanceOf(group.gap) === 0 && !group.gap.tie && group.areas.length === 1;
  return (
    index === 1 &&
    share?.type === 'quantities' &&
    next?.type === 'quantities' &&
    !next.gap.tie &&
    follows(place) &&
    follows(last)
  );
}

/** «за 40 % в 14 регионах, в том числе в …»: places of the counted ones that are named. */
function includedAfter(statement: Statement, groups: Group[]): void {
  for (const [index, counted] of groups.entries()) {
    const [share, named] = [groups[index - 1], groups[index + 1]];
    const isCount = counted.type === 'areas' && counted.areas.every(({ place }) => place === 'other');
    const isList = named?.type === 'areas' && named.areas[0]?.place === 'area' && named.gap.comma;
    if (!isCount || !isList || share?.type !== 'quantities' || share.quantities.length !== 1) continue;
    const [from, to] = [counted.areas.at(-1)?.to ?? 0, named.areas[0]?.from ?? 0];
    if (!statement.including.some((at) => at >= from && at < to)) continue;
    groups.splice(index, 1);
    named.gap = share.gap.unknown > 0 ? named.gap : { ...named.gap, unknown: 0, comma: false };
    return;
  }
}

/** «В четырёх регионах … 80 %: в …ской»: the places that are named after a colon are the ones that were counted before. */
function listedAfter(groups: Group[]): void {
  const [counted, share, named, next] = groups;
  const isCount = counted?.type === 'areas' && counted.areas.every(({ place }) => place === 'other');
  const isList = named?.type === 'areas' && named.gap.tie && !named.gap.comma && named.areas[0]?.place === 'area';
  if (isCount && share?.type === 'quantities' && share.quantities.length === 1 && isList && next === undefined)
    groups.shift();
}

/** «48,67 % в … (47,2 % на 18:05)»: behind a share and its place, brackets with an hour of their own tell of another hour. */
function withoutOtherHours(groups: Group[], inner: ReadonlySet<number>): Group[] {
  return groups.filter((group, index) => {
    const [share, place] = [groups[index - 2], groups[index - 1]];
    const bracket = group.quantities[0]?.bracket ?? 0;
    if (!inner.has(bracket) || share?.type !== 'quantities' || place?.type !== 'areas') return true;
    const outside = share.quantities.at(-1)?.bracket === 0 && groups[index - 3]?.type !== 'areas';
    return !(outside && place.areas.at(-1)?.bracket === 0 && distanceOf(place.gap) === 0);
  });
}

/**
 * "38.55% nationwide, … Region 64.21%": a share that no place stands before is of the place right behind it, so
 * two names between two shares are no list.
 */
function partedAtLeading(groups: Group[], root: AreaId): void {
  // A sentence that ends with a place names each place behind its share.
  if (groups.at(-1)?.type !== 'quantities') return;
  for (let index = groups.length - 2; index > 0; index -= 1) {
    const [share, named, next] = [groups[index - 1], groups[index], groups[index + 1]];
    const [first, second, ...more] = named?.areas ?? [];
    const leads = share?.type === 'quantities' && share.quantities.length === 1 && groups[index - 2]?.type !== 'areas';
    const isNext = next?.type === 'quantities' && next.quantities.length === 1;
    if (named === undefined || first === undefined || second === undefined) continue;
    if (share?.quantities[0]?.bound !== 'exact' && first.area !== root) continue;
    if (!leads || !isNext || more.length > 0 || named.gap.unknown > 0 || named.gap.comma || named.gap.bracket) continue;
    groups.splice(index, 1, { ...named, areas: [first] }, { ...named, areas: [second], gap: second.gap });
  }
}

/**
 * Says which share is said of which places. A sentence that begins with a place or ends with a share is read "place,
 * share"; one that begins with a share and ends with a place the other way; a nearer neighbour wins over the order.
 * Lists of equal length are paired one to one; lists of unequal length are not paired at all.
 */
export function pairItems(
  statement: Statement,
  inner: ReadonlySet<number>,
  root: AreaId,
  meter: Meter,
): { pairs: Pair[]; except: readonly AreaItem[] } {
  const all = withoutOtherHours(groupsOf(statement), inner);
  const except = all.filter(({ excepted }) => excepted).flatMap(({ areas }) => areas);
  // An excepted place has a number of its own only in brackets.
  const groups = all.filter(
    ({ excepted }, index) =>
      !excepted ||
      (all[index + 1]?.type === 'quantities' &&
        (all[index + 1]?.gap.bracket === true ||
          (statement.respectively && all[index + 1]?.quantities.length === all[index]?.areas.length))),
  );
  listedAfter(groups);
  includedAfter(statement, groups);
  partedAtLeading(groups, root);
  const placeFirst = groups[0]?.type === 'areas' || groups.at(-1)?.type === 'quantities';
  const hours = statement.times.filter(({ time }) => time.role !== 'plain').length;
  const pairs: Pair[] = [];
  const taken = new Set<QuantityItem>();
  const take = (areas: readonly AreaItem[], quantity: QuantityItem, gap: Gap, column = 0, columns = 1): void => {
    if (taken.has(quantity)) return;
    taken.add(quantity);
    pairs.push({ quantity, areas, distance: distanceOf(gap), tie: gap.tie, column, columns });
  };
  // Both are left when more is said of the second: it may be the past's.
  const takeEach = ([first, second]: readonly AreaItem[], one: Group, two: Group | undefined): void => {
    const [share, against] = [one.quantities[0], two?.quantities[0]];
    if (first === undefined || second === undefined || share === undefined || against === undefined) return;
    const closes = statement.sentence.to - against.to <= 1;
    if (two !== undefined) two.used = true;
    if (closes) {
      take([first], share, one.gap);
      take([second], against, one.gap);
    } else taken.add(share);
  };
  for (const [index, group] of groups.entries()) {
    meter.steps += 1;
    if (group.type !== 'areas') continue;
    const left =
      groups[index - 1]?.type === 'quantities' && groups[index - 1]?.used === false ? groups[index - 1] : undefined;
    const right = groups[index + 1]?.type === 'quantities' ? groups[index + 1] : undefined;
    const toLeft = left === undefined ? 9 : distanceOf(group.gap);
    const toRight = right === undefined ? 9 : distanceOf(right.gap);
    const goRight = placeFirst
      ? right !== undefined &&
        !isChain(groups, index) &&
        !(toLeft === 0 && !(group.gap.tie && (group.gap.bracket || right.gap.tie)) && toRight >= 1)
      : right !== undefined && (left === undefined || (toRight === 0 && toLeft >= 1));
    const other = goRight ? right : left;
    if (other === undefined || (!goRight && placeFirst && toLeft > 0)) continue;
    const gap = goRight ? (right?.gap ?? group.gap) : group.gap;
    const { areas } = group;
    const { quantities } = other;
    // Places that are no areas of the pack take a number only from close by.
    if (['other', 'abroad'].includes(areas[0]?.place ?? '') && distanceOf(gap) > 1) continue;
    other.used = true;
    // «Ниже 60 % явка только в … (59,56 %)»: the bound before the place is its own too.
    const behind = gap.bracket || (toLeft === 0 && right?.quantities.every(({ bound }) => bound === 'exact') === true);
    const [loose, ...more] = goRight && behind && !group.excepted ? (left?.quantities ?? []) : [];
    if (loose !== undefined && more.length === 0 && loose.bound !== 'exact' && !group.gap.comma && !group.gap.tie)
      take(areas, loose, group.gap);
    const inTurn = goRight && statement.respectively ? sharesInTurn(areas, other, groups[index + 2]) : null;
    if (inTurn !== null) {
      for (const quantity of quantities) if (!inTurn.includes(quantity)) taken.add(quantity);
      for (const [at, area] of areas.entries()) {
        const quantity = inTurn[at];
        if (quantity !== undefined) take([area], quantity, { ...gap, unknown: 0 });
      }
    } else if (quantities.length === 1 && areas.length > 1 && statement.respectively) {
      for (const quantity of quantities) taken.add(quantity);
    } else if (goRight && areas.length === 2 && isAgainst(statement, other, groups[index + 2])) {
      takeEach(areas, other, groups[index + 2]);
    } else if (quantities.length === 1) {
      const only = quantities[0];
      if (only !== undefined) take(areas, only, gap);
    } else if (areas.length === quantities.length) {
      for (const [at, area] of areas.entries()) {
        const quantity = quantities[at];
        if (quantity !== undefined) take([area], quantity, gap);
      }
    } else if (areas.length === 1 && (!statement.respectively || hours === quantities.length)) {
      const nearest = quantities.at(-1);
      if (goRight)
        for (const [column, quantity] of quantities.entries()) take(areas, quantity, gap, column, quantities.length);
      else if (nearest !== undefined) take(areas, nearest, gap);
    } else for (const quantity of quantities) taken.add(quantity);
  }
  for (const item of statement.items) {
    if (item.type === 'quantity' && !taken.has(item))
      pairs.push({ quantity: item, areas: [], distance: 0, tie: false, column: 0, columns: 1 });
  }
  return { pairs, except };
}

/** The share or place that a count is said with: beside it, or beside the count before it. */
export function ownerOf(statement: Statement, count: CountItem): QuantityItem | AreaItem | null {
  const index = statement.items.indexOf(count);
  const near = (item: Statement['items'][number] | undefined, gap: Gap | undefined): QuantityItem | AreaItem | null =>
    item !== undefined && gap !== undefined && item.type !== 'count' && gap.unknown <= 1 ? item : null;
  let before = index - 1;
  while (before >= 0 && statement.items[before]?.type === 'count' && index - before < 4) before -= 1;
  const [previous, next] = [statement.items[before], statement.items[index + 1]];
  const left = near(previous, statement.items[before + 1]?.gap);
  const right = near(next, next?.gap);
  // «6 113 621 (51,16 %)»
  if (right?.type === 'quantity' && next?.gap.bracket === true) return right;
  if (
    right?.type === 'quantity' &&
    (left === null || left.type === 'area' || !(statement.items[before + 1]?.gap.tie ?? false))
  )
    return right;
  if (right?.type === 'area' && next?.gap.comma === false && (left === null || placeLast(statement))) return right;
  return left ?? (right?.type === 'quantity' ? right : null);
}

/** A sentence that begins with a number names the place after it. */
function placeLast(statement: Statement): boolean {
  return statement.items[0]?.type !== 'area';
}
