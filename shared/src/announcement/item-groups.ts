import { joinGaps } from './statement-items.ts';
import type { AreaItem, Gap, QuantityItem } from './statement-items.ts';
import type { Statement } from './statement.ts';

/** Places or shares that stand together as one list. */
export interface Group {
  readonly type: 'areas' | 'quantities';
  readonly areas: AreaItem[];
  readonly quantities: QuantityItem[];
  excepted: boolean;
  /** Everything between this group and the one before it. */
  gap: Gap;
  used: boolean;
}

/** The items of a sentence as lists of places and lists of shares, in order. */
export function groupsOf(statement: Statement): Group[] {
  const groups: Group[] = [];
  let between: Gap | null = null;
  let except = false;
  for (const item of statement.items) {
    if (item.type === 'count' || (item.type === 'quantity' && item.leftAlone !== null)) {
      // «В … вместо 8,09 % следует читать 80,09 %»: the word that sets a share aside parts the right one from nothing.
      const denied = item.type === 'quantity' && item.leftAlone === 'conflict' && item.gap.unknown === 1;
      between = joinGaps(between, denied ? { ...item.gap, unknown: 0 } : item.gap);
      continue;
    }
    if (item.type === 'area' && item.place === 'exceptBefore') {
      const last = groups.at(-1);
      if (last?.type === 'areas') last.excepted = true;
      between = joinGaps(between, item.gap);
      continue;
    }
    if (item.type === 'area' && item.place === 'except') {
      except = true;
      between = joinGaps(between, item.gap);
      continue;
    }
    const last = groups.at(-1);
    const joins = between === null && item.gap.list && last !== undefined;
    if (
      joins &&
      item.type === 'area' &&
      last.type === 'areas' &&
      item.place === 'area' &&
      last.areas[0]?.place === 'area'
    )
      last.areas.push(item);
    else if (
      item.type === 'quantity' &&
      last?.type === 'quantities' &&
      item.bound === 'exact' &&
      (joins || (between === null && isPairedByDash(last.quantities.at(-1), item)))
    )
      last.quantities.push(item);
    else {
      groups.push({
        type: item.type === 'area' ? 'areas' : 'quantities',
        areas: item.type === 'area' ? [item] : [],
        quantities: item.type === 'quantity' ? [item] : [],
        excepted: item.type === 'area' && (except || exceptedBefore(groups, item.gap)),
        gap: joinGaps(between, item.gap),
        used: false,
      });
      except = false;
    }
    between = null;
  }
  return groups;
}

/** «19,33 % → 39,79 %»: two values of one row. */
function isPairedByDash(first: QuantityItem | undefined, { gap, percent, decimals }: QuantityItem): boolean {
  const isExact = first?.bound === 'exact' && first.upper === null && first.percent && first.decimals === 2;
  return isExact && percent && decimals === 2 && gap.tie && !gap.bracket && !gap.comma && gap.unknown === 0;
}

/** «кроме … (28 %) и …»: the list of the excepted goes on after a bracket. */
function exceptedBefore(groups: readonly Group[], gap: Gap): boolean {
  const [place, share] = groups.slice(-2);
  return place?.excepted === true && share?.type === 'quantities' && share.gap.bracket && gap.unknown === 0 && !gap.tie;
}

/** How far a list stands from the one before it: 0 side by side, 1 a comma between, 2 other words between. */
export function distanceOf(gap: Gap): number {
  return gap.unknown > 0 ? 2 : gap.comma ? 1 : 0;
}
