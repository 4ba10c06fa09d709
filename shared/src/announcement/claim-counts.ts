import type { FigureStatus } from '../figures/figure.ts';
import type { AreaId } from '../ids.ts';
import type { Claim, Heading } from './claim.ts';
import { ownerOf } from './pair-items.ts';
import type { LeftAlone } from './parsed.ts';
import type { TimeRead } from './time-read.ts';
import type { Reading } from './reading.ts';
import { spoilerOf } from './spoiler-of.ts';
import type { Statement } from './statement.ts';
import type { AreaItem, CountItem, Item, QuantityItem } from './statement-items.ts';
import type { Column } from './table-columns.ts';
import type { StatementHours } from './time-for.ts';
import { timeFor } from './time-for.ts';

/** What the shares of a sentence have settled before its counts are looked at. */
export interface SharesClaimed {
  /** The areas that a share or place stands for. */
  readonly owners: ReadonlyMap<QuantityItem | AreaItem, readonly AreaId[]>;
  /** Places that have a share. */
  readonly paired: ReadonlySet<AreaItem>;
  /** The hours that shares were claimed at. */
  readonly hourOf: ReadonlyMap<QuantityItem, TimeRead | null>;
  readonly status: FigureStatus | null;
  readonly hours: StatementHours;
  readonly ofTurnout: boolean;
  readonly columnOf: (item: Item) => Column | undefined;
  readonly isForeign: (item: Item) => boolean;
  readonly headingSpoils: LeftAlone['kind'] | null;
  readonly isTableRow: boolean;
  /** The area whose row of hours it is. */
  readonly rowArea: AreaId | null;
  /** The area of a line of its own above. */
  readonly block: AreaId | null;
}

/** The ballots and electorates of one sentence; its counts that are none go to `reading.leftAlone`. */
export function claimCounts(
  reading: Reading,
  statement: Statement,
  heading: Heading,
  {
    owners,
    paired,
    hourOf,
    status,
    hours,
    ofTurnout,
    columnOf,
    isForeign,
    headingSpoils,
    isTableRow,
    block,
    rowArea,
  }: SharesClaimed,
): Claim[] {
  const claims: Claim[] = [];
  const leave = (kind: LeftAlone['kind'], { start, end }: Item): void => {
    reading.leftAlone.push({ kind, snippet: { start, end } });
  };
  const counts = statement.items.filter((item): item is CountItem => item.type === 'count');
  const groups = new Map<string, { area: AreaId; hour: TimeRead | null; unnamed: boolean; group: CountItem[] }>();
  const told = new Set<number>();
  for (const count of counts) {
    // The same count in digits and in words.
    if (told.has(count.count)) {
      leave('restated', count);
      continue;
    }
    told.add(count.count);
    const owner = ownerOf(statement, count);
    const headed = columnOf(count);
    const ofOwner = owner === null ? undefined : owners.get(owner);
    const byWords = spoilerOf(statement, count);
    // «Порог преодолён: … получили 51,16 %, 6 113 621 человек»: the count of a share that is none.
    const noThreshold = byWords === 'threshold' && owner?.type === 'quantity' && ofOwner !== undefined;
    const spoiled =
      (noThreshold ? null : byWords) ?? (headed?.holds === 'leftAlone' ? headed.kind : null) ?? headingSpoils;
    let area: AreaId | null = null;
    let unnamed = false;
    const column = columnOf(count);
    const row = isTableRow ? statement.items[0] : undefined;
    if (rowArea !== null && (column?.holds === 'ballots' || column?.holds === 'electorate')) area = rowArea;
    else if (row?.type === 'area' && (column?.holds === 'ballots' || column?.holds === 'electorate')) area = row.area;
    else if (ofOwner !== undefined) area = ofOwner.length === 1 ? (ofOwner[0] ?? null) : null;
    else if (
      owner?.type === 'area' &&
      owner.place === 'area' &&
      owner.locative &&
      !(paired.has(owner) && count.gap.comma)
    )
      area =
        (ofTurnout && (count.ofVoters || owner.area === reading.root)) ||
        (owner.area === reading.root && statement.onLists)
          ? owner.area
          : null;
    else if (!statement.items.some((item) => item.type === 'area' && !paired.has(item) && item.area !== reading.root)) {
      const said = count.ofVoters || count.role === 'electorate' || counts.some((other) => other.ofVoters);
      const labelled = statement.unknown === 0 && statement.ofTurnout && count.gap.tie;
      const continued = heading.goesOn && statement.unknown === 0;
      area = (said || labelled) && (ofTurnout || statement.onLists || continued) ? (block ?? reading.root) : null;
      unnamed =
        area === reading.root && !statement.items.some((item) => item.type === 'area' && item.area === reading.root);
    }
    if (spoiled !== null) leave(spoiled, count);
    else if (area === null) leave(isForeign(count) ? 'abroad' : 'unclaimed', count);
    else {
      const headedHour = column?.holds === 'ballots' || column?.holds === 'electorate' ? column.time : null;
      const hour =
        headedHour ?? (owner?.type === 'quantity' ? hourOf.get(owner) : null) ?? timeFor(statement, hours, count);
      const key = `${area} ${hour?.time ?? ''}`;
      const known = groups.get(key);
      if (known === undefined) groups.set(key, { area, hour, unnamed, group: [count] });
      else known.group.push(count);
    }
  }
  for (const { area, hour, unnamed, group } of groups.values()) {
    let electorate =
      group.find((count) => columnOf(count)?.holds === 'electorate') ??
      group.find((count) => count.role === 'electorate' && columnOf(count)?.holds !== 'ballots') ??
      null;
    const rest = group.filter((count) => count !== electorate).sort((a, b) => a.count - b.count);
    let ballots: CountItem | null = rest[0] ?? null;
    const headed = ballots !== null && columnOf(ballots)?.holds === 'ballots';
    if (electorate === null && rest.length > 1) electorate = rest[1] ?? null;
    if (electorate === null && ballots !== null && !headed && statement.onLists && !statement.ofTurnout && !owners.size)
      [electorate, ballots] = [ballots, null];
    for (const count of group) if (count !== electorate && count !== ballots) leave('unclaimed', count);
    // After a place was named, a count of none is the country's only when it is of the country's size.
    const [lists, issued] = [electorate?.count ?? null, ballots?.count ?? null];
    if (unnamed && (heading.unknownSender || (heading.placeNamed && !isOfItsSize(reading, lists, issued)))) {
      for (const count of [electorate, ballots]) if (count !== null) leave('unclaimed', count);
      continue;
    }
    const kept = [electorate, ballots].filter((count) => count !== null);
    const first = kept[0];
    if (first === undefined) continue;
    const start = Math.min(...kept.map((count) => count.start));
    const end = Math.max(...kept.map((count) => count.end));
    claims.push({
      area,
      turnout: null,
      decimals: 0,
      ballots: ballots?.count ?? null,
      electorate: electorate !== null && electorate.count > 0 ? electorate.count : null,
      start,
      end,
      own: { start, end },
      time: hour,
      status,
      outright: true,
      atHourBefore: false,
      sentence: statement.sentence.from,
    });
  }
  return claims;
}

/** True when voters on the lists and ballots may be the country's: within a quarter of its electorate, and a hundredth of it or more. */
function isOfItsSize({ electorates }: Reading, lists: number | null, issued: number | null): boolean {
  if (electorates.length === 0) return true;
  return electorates.some(
    (known) =>
      (lists === null || (lists * 4 >= known * 3 && lists * 4 <= known * 5)) &&
      (issued === null || (issued * 100 >= known && issued * 4 <= known * 5)),
  );
}
