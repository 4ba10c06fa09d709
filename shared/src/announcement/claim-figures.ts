import type { FigureStatus } from '../figures/figure.ts';
import type { TurnoutInterval } from '../figures/turnout.ts';
import type { AreaId } from '../ids.ts';
import type { ElectionPack } from '../pack/pack.ts';
import { intervalOf } from './interval-of.ts';
import { ownerOf, pairItems } from './pair-items.ts';
import type { Pair } from './pair-items.ts';
import type { LeftAlone } from './parsed.ts';
import type { Statement } from './statement.ts';
import type { TimeRead } from './read-times.ts';
import type { Reading } from './reading.ts';
import type { AreaItem, CountItem, Item, QuantityItem } from './statement-items.ts';

/** What one sentence says of one area, before the sentences are put together. */
export interface Claim {
  readonly area: AreaId;
  readonly turnout: TurnoutInterval | null;
  /** Digits after the decimal sign: of two numbers for one thing the more exact one counts. */
  readonly decimals: number;
  readonly ballots: number | null;
  readonly electorate: number | null;
  readonly start: number;
  readonly end: number;
  /** The share or count alone. */
  readonly own: { readonly start: number; readonly end: number };
  /** Null when the sentence names no time. */
  readonly time: TimeRead | null;
  readonly status: FigureStatus | null;
}

/** What earlier lines hold for the lines after them. */
export interface Heading {
  readonly ofTurnout: boolean;
  readonly spoiler: LeftAlone['kind'] | null;
  readonly sharesSeen: boolean;
  /** The sentence before spoke of the turnout: "it now stands at …" goes on. */
  readonly goesOn: boolean;
  /** The hours that head the columns of a table. */
  readonly columns: readonly TimeRead[];
}

/** The kind of thing that words around a number make it, or null when it may be turnout. */
function spoilerOf(statement: Statement, item: Item): LeftAlone['kind'] | null {
  for (const { kind, at, clause } of statement.spoilers) {
    const behind = at > item.from;
    if (behind && statement.compared.some((place) => place > item.from && place < at)) continue;
    if (kind === 'estimate') return kind;
    if (clause === item.clause) return kind;
    if (kind === 'unclaimed') continue;
    if (kind === 'otherElection') {
      if (!behind) return kind;
    } else if (!statement.turnoutClauses.has(item.clause) && !(behind && statement.ofTurnout)) return kind;
  }
  return null;
}

function timeFor(statement: Statement, item: Item): TimeRead | null {
  const usable = statement.times.filter(({ time }) => time.role !== 'plain');
  const before = usable.findLast(({ time }) => time.from < item.from);
  const same = usable.find(
    ({ time, clause }) =>
      clause === item.clause &&
      time.from > item.from &&
      !statement.compared.some((place) => place > item.from && place < time.from),
  );
  if (before !== undefined && (before.clause === item.clause || same === undefined)) return before.time;
  // «больше, чем на 18:00»: that time holds for what follows it only.
  const first = usable[0];
  const contrasted =
    first !== undefined && statement.compared.some((place) => place < first.time.from && place > item.from);
  return (same ?? (contrasted ? undefined : first))?.time ?? null;
}

/** The figures of one sentence; its numbers that are none go to `reading.leftAlone`. */
export function claimFigures(reading: Reading, pack: ElectionPack, statement: Statement, heading: Heading): Claim[] {
  const claims: Claim[] = [];
  const { sentence } = statement;
  const status: FigureStatus | null = statement.preliminary ? 'preliminary' : statement.final ? 'final' : null;
  const ofTurnout = statement.ofTurnout || (sentence.continues && heading.ofTurnout);
  const leave = (kind: LeftAlone['kind'], { start, end }: { start: number; end: number }): void => {
    reading.leftAlone.push({ kind, snippet: { start, end } });
  };
  const isRow =
    sentence.lineStart &&
    statement.items[0]?.type === 'area' &&
    statement.unknown === 0 &&
    statement.items.filter(({ type }) => type === 'area').length === 1;
  const headingSpoils = heading.spoiler !== null && isRow && !statement.ofTurnout ? heading.spoiler : null;
  const { pairs, except } = pairItems(statement, reading.meter);
  const owners = new Map<QuantityItem | AreaItem, readonly AreaId[]>();
  const paired = new Set<AreaItem>();
  const foreign = statement.items.some((item) => item.type === 'area' && item.place === 'abroad');
  const excepted = new Set(except.map(({ area }) => area));
  const everyRegion = pack.areas
    .filter(({ kind, id }) => (kind === 'region' || kind === 'city') && !excepted.has(id))
    .map(({ id }) => id);

  const mayCount = ({ quantity, areas, distance, tie, column, columns }: Pair): boolean => {
    // Of several shares in a row the first counts, unless the heading says what each is.
    if (column > 0 && columns !== heading.columns.length) return false;
    if (areas.length === 0)
      return quantity.percent && (ofTurnout || (heading.goesOn && statement.unknown === 0 && !statement.earlier));
    const here = areas.some(({ locative }) => locative);
    if (!quantity.percent && quantity.decimals === 0)
      return isRow && distance === 0 && (heading.sharesSeen || heading.ofTurnout || statement.ofTurnout);
    if (!quantity.percent && distance > 0 && !statement.respectively) return false;
    if (distance === 2) return ofTurnout && here;
    return ofTurnout || statement.unknown === 0 || (tie && sentence.lineStart && statement.unknown <= 1);
  };
  const seen = new Set<QuantityItem>();
  for (const pair of pairs) {
    const { quantity, areas } = pair;
    seen.add(quantity);
    const place = areas[0]?.place ?? 'area';
    const spoiled = quantity.leftAlone ?? spoilerOf(statement, quantity) ?? headingSpoils;
    if (spoiled !== null) leave(spoiled, quantity);
    else if (place === 'abroad' || (areas.length === 0 && foreign)) leave('abroad', quantity);
    else if (place === 'other' || !mayCount(pair)) leave('unclaimed', quantity);
    else {
      const turnout =
        quantity.upper === null
          ? intervalOf(quantity.bound, quantity.value, reading.widths)
          : { min: quantity.value, max: quantity.upper };
      const named =
        place === 'every'
          ? everyRegion.map((area) => ({ area, item: areas[0] }))
          : areas.map((item) => ({ area: item.area, item }));
      const targets = named.length === 0 && areas.length === 0 ? [{ area: pack.root, item: undefined }] : named;
      if (turnout === null) leave('unclaimed', quantity);
      else {
        for (const { area, item } of targets) {
          if (area === null) continue;
          if (item !== undefined) paired.add(item);
          const near = item === undefined || area === pack.root ? quantity : item;
          claims.push({
            area,
            turnout,
            decimals: quantity.decimals,
            ballots: null,
            electorate: null,
            time:
              (pair.columns > 1 && pair.columns === heading.columns.length ? heading.columns[pair.column] : null) ??
              timeFor(statement, quantity),
            status,
            start: Math.min(near.start, quantity.start),
            end: Math.max(near.end, quantity.end),
            own: { start: quantity.start, end: quantity.end },
          });
        }
        owners.set(
          quantity,
          targets.map(({ area }) => area ?? pack.root),
        );
      }
    }
  }
  for (const item of statement.items) if (item.type === 'quantity' && !seen.has(item)) leave('unclaimed', item);
  claimCounts();
  return claims;

  function claimCounts(): void {
    const counts = statement.items.filter((item): item is CountItem => item.type === 'count');
    const byArea = new Map<AreaId, CountItem[]>();
    for (const count of counts) {
      const owner = ownerOf(statement, count);
      const spoiled = spoilerOf(statement, count) ?? headingSpoils;
      const ofOwner = owner === null ? undefined : owners.get(owner);
      let area: AreaId | null = null;
      if (ofOwner !== undefined) area = ofOwner.length === 1 ? (ofOwner[0] ?? null) : null;
      else if (
        owner?.type === 'area' &&
        owner.place === 'area' &&
        owner.locative &&
        !(paired.has(owner) && count.gap.comma)
      )
        area = ofTurnout && (count.ofVoters || owner.area === pack.root) ? owner.area : null;
      else if (!statement.items.some((item) => item.type === 'area' && !paired.has(item) && item.area !== pack.root)) {
        const said = count.ofVoters || count.role === 'electorate' || counts.some((other) => other.ofVoters);
        area = said && (ofTurnout || statement.onLists) ? pack.root : null;
      }
      if (spoiled !== null) leave(spoiled, count);
      else if (area === null) leave(foreign ? 'abroad' : 'unclaimed', count);
      else byArea.set(area, [...(byArea.get(area) ?? []), count]);
    }
    for (const [area, group] of byArea) {
      let electorate = group.find(({ role }) => role === 'electorate') ?? null;
      const rest = group.filter((count) => count !== electorate).sort((a, b) => a.count - b.count);
      let ballots: CountItem | null = rest[0] ?? null;
      if (electorate === null && rest.length > 1) electorate = rest[1] ?? null;
      if (electorate === null && ballots !== null && statement.onLists && !statement.ofTurnout && !owners.size)
        [electorate, ballots] = [ballots, null];
      for (const count of group) if (count !== electorate && count !== ballots) leave('unclaimed', count);
      const told = [electorate, ballots].filter((count) => count !== null);
      const first = told[0];
      if (first === undefined) continue;
      const start = Math.min(...told.map((count) => count.start));
      const end = Math.max(...told.map((count) => count.end));
      claims.push({
        area,
        turnout: null,
        decimals: 0,
        ballots: ballots?.count ?? null,
        electorate: electorate !== null && electorate.count > 0 ? electorate.count : null,
        start,
        end,
        own: { start, end },
        time: timeFor(statement, first),
        status,
      });
    }
  }
}
