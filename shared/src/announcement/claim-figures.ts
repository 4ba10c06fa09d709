import type { FigureStatus } from '../figures/figure.ts';
import type { AreaId } from '../ids.ts';
import type { ElectionPack } from '../pack/pack.ts';
import type { Claim, Heading } from './claim.ts';
import { intervalOf } from './interval-of.ts';
import { ownerOf, pairItems } from './pair-items.ts';
import type { Pair } from './pair-items.ts';
import type { LeftAlone } from './parsed.ts';
import { spoilerOf } from './spoiler-of.ts';
import type { Statement } from './statement.ts';
import type { Column } from './table-columns.ts';
import { hoursOf, timeFor, twoHoursOf } from './time-for.ts';
import type { TimeRead } from './read-times.ts';
import type { Reading } from './reading.ts';
import type { AreaItem, CountItem, Item, QuantityItem } from './statement-items.ts';

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
  const hours = hoursOf(statement);
  const twoHours =
    twoHoursOf(statement, reading) ??
    (statement.times.every(({ time }) => time.role === 'plain') ? heading.twoHours : null);
  const { pairs, except } = pairItems(statement, reading.meter);
  const owners = new Map<QuantityItem | AreaItem, readonly AreaId[]>();
  const paired = new Set<AreaItem>();
  const foreign = statement.items.some((item) => item.type === 'area' && item.place === 'abroad');
  const excepted = new Set(except.map(({ area }) => area));
  const everyArea = (kinds: readonly string[]): AreaId[] =>
    pack.areas.filter(({ kind, id }) => kinds.includes(kind) && !excepted.has(id)).map(({ id }) => id);

  const inCells = statement.items.some(({ cell }) => cell > 0);
  const columnOf = (item: Item): Column | undefined => (inCells ? heading.table.get(item.cell) : undefined);
  const mayCount = ({ quantity, areas, distance, tie, columns }: Pair): boolean => {
    // Of several shares in a row none counts, unless the heading says what each is.
    const headed = columnOf(quantity)?.holds === 'turnout';
    if (columns > 1 && !headed && columns !== heading.columns.length) return false;
    if (headed && areas.length > 0) return true;
    if (areas.length === 0)
      // A row of a table that names no area is not the country's.
      return (
        !(inCells && heading.table.size > 0) &&
        quantity.percent &&
        !quantity.ofOthers &&
        !statement.there &&
        !statement.respectively &&
        !(sentence.continues && heading.ofPlaces) &&
        !afterPlace(quantity) &&
        (ofTurnout || hourly || (heading.goesOn && statement.unknown === 0 && !statement.earlier))
      );
    const topical =
      ofTurnout || statement.times.some(({ time }) => time.role !== 'plain' && reading.isCutoff(time.time));
    const here = areas.some(({ locative }) => locative);
    if (!quantity.percent && quantity.decimals === 0)
      return (
        distance === 0 &&
        ((isRow && (heading.sharesSeen || heading.ofTurnout || statement.ofTurnout)) ||
          (tie && (ofPercents(quantity) || (statement.unitSaid && ofTurnout))))
      );
    if (!quantity.percent && distance > 0 && !statement.respectively) return false;
    if (distance === 2) return here && (ofTurnout || (heading.goesOn && quantity.percent && statement.unknown <= 2));
    return (
      topical ||
      (heading.goesOn && (quantity.percent || (tie && quantity.decimals > 0))) ||
      statement.unknown === 0 ||
      (tie && sentence.lineStart && statement.unknown <= 1)
    );
  };
  // A row that begins with an hour, below a heading of the turnout.
  const hourly =
    (heading.ofTurnout || heading.goesOn) &&
    statement.unknown === 0 &&
    sentence.lineStart &&
    statement.times.some(({ time }) => time.role !== 'plain');
  // «в … к 12 часам – …, к 14 – …»: the place is said once.
  const places = statement.items.filter((item) => item.type === 'area');
  const shares = statement.items.filter((item) => item.type === 'quantity');
  const onlyPlace = places.length === 1 && places[0]?.place === 'area' ? places[0] : undefined;
  const ownHours = new Set(shares.map((share) => hours.inOrder.get(share))).size === shares.length;
  const placeOf = (pair: Pair): Pair =>
    pair.areas.length === 0 &&
    onlyPlace !== undefined &&
    onlyPlace.from < pair.quantity.from &&
    ((ownHours && hours.inOrder.size > 1) || (isRow && columnOf(pair.quantity)?.holds === 'turnout'))
      ? { ...pair, areas: [onlyPlace] }
      : pair;
  // «в … 48 процентов, в … — 28»: the unit is said once.
  const firstPercent = shares.find(({ percent }) => percent)?.from ?? Number.POSITIVE_INFINITY;
  const ofPercents = ({ value, from }: QuantityItem): boolean => value <= 10_000 && from > firstPercent;
  // A number after a place is not the country's unless the country is named.
  const firstPlace = places.find(({ area }) => area !== pack.root)?.from ?? Number.POSITIVE_INFINITY;
  const afterPlace = ({ from }: QuantityItem): boolean => from > firstPlace;
  // «в … выше, чем в …: 46,5 % против 27,3 %»: whose the first number is, the order does not tell.
  const comparedWith = (area: AreaItem): boolean => {
    const before = statement.items[statement.items.indexOf(area) - 1];
    return before?.type === 'area' && statement.compared.some((at) => at > before.from && at < area.from);
  };
  const seen = new Set<QuantityItem>();
  for (const found of pairs) {
    const pair = placeOf(found);
    const { quantity, areas } = pair;
    const column = columnOf(quantity);
    seen.add(quantity);
    if (column?.holds === 'area' && areas.length === 0 && quantity.leftAlone === null) {
      claimCell(column.area, quantity);
      continue;
    }
    const place = areas[0]?.place ?? 'area';
    const spoiled = quantity.leftAlone ?? spoilerOf(statement, quantity) ?? headingSpoils;
    if (spoiled !== null) leave(spoiled, quantity);
    else if (column?.holds === 'leftAlone') leave(column.kind, quantity);
    else if (!quantity.percent && (column?.holds === 'ballots' || column?.holds === 'electorate'))
      leave('unclaimed', quantity);
    else if (place === 'abroad' || (areas.length === 0 && foreign)) leave('abroad', quantity);
    else if (place === 'other') leave('otherPlace', quantity);
    else if (!mayCount(pair) || areas.some(comparedWith)) leave('unclaimed', quantity);
    else {
      const turnout =
        quantity.upper === null
          ? intervalOf(quantity.bound, quantity.value, reading.widths)
          : { min: quantity.value, max: quantity.upper };
      const named =
        place === 'every' || place === 'everyOblast'
          ? everyArea(place === 'every' ? ['region', 'city'] : ['region']).map((area) => ({ area, item: areas[0] }))
          : areas.map((item) => ({ area: item.area, item }));
      const targets = named.length === 0 && areas.length === 0 ? [{ area: pack.root, item: undefined }] : named;
      if (turnout === null) leave('unclaimed', quantity);
      else {
        for (const { area, item } of targets) {
          if (area === null) continue;
          if (item !== undefined) paired.add(item);
          const moved = quantity.movedFrom === null ? null : twoHours;
          const near = item === undefined || area === pack.root ? quantity : item;
          claims.push({
            area,
            turnout,
            decimals: quantity.decimals,
            ballots: null,
            electorate: null,
            time:
              moved?.[1] ??
              (column?.holds === 'turnout' ? column.time : null) ??
              (pair.columns > 1 && pair.columns === heading.columns.length ? heading.columns[pair.column] : null) ??
              timeFor(statement, hours, quantity),
            status,
            sentence: sentence.from,
            start: Math.min(near.start, quantity.start),
            end: Math.max(near.end, quantity.end),
            own: { start: quantity.start, end: quantity.end },
          });
          if (moved !== null && quantity.movedFrom !== null) claimEarlier(area, near, quantity.movedFrom, moved[0]);
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

  function claimEarlier(area: AreaId, near: Item, from: QuantityItem, time: TimeRead): void {
    const turnout = intervalOf(from.bound, from.value, reading.widths);
    if (turnout === null || from.bound !== 'exact') return;
    const own = { start: from.start, end: from.end };
    const told = { ballots: null, electorate: null, status, sentence: sentence.from, own, time };
    const [start, end] = [Math.min(near.start, from.start), Math.max(near.end, from.end)];
    claims.push({ area, turnout, decimals: from.decimals, start, end, ...told });
    const index = reading.leftAlone.findLastIndex(({ snippet }) => snippet.start === from.start);
    if (index >= 0) reading.leftAlone.splice(index, 1);
  }

  function claimCell(area: AreaId, quantity: QuantityItem): void {
    const turnout = intervalOf(quantity.bound, quantity.value, reading.widths);
    if (turnout === null || (!quantity.percent && quantity.decimals === 0)) return leave('unclaimed', quantity);
    const { start, end, decimals } = quantity;
    const time = statement.times[0]?.time ?? null;
    claims.push({
      area,
      turnout,
      decimals,
      ballots: null,
      electorate: null,
      time,
      status,
      start,
      end,
      own: { start, end },
      sentence: sentence.from,
    });
  }

  function claimCounts(): void {
    const counts = statement.items.filter((item): item is CountItem => item.type === 'count');
    const groups = new Map<string, { area: AreaId; hour: TimeRead | null; group: CountItem[] }>();
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
      const spoiled =
        spoilerOf(statement, count) ?? (headed?.holds === 'leftAlone' ? headed.kind : null) ?? headingSpoils;
      const ofOwner = owner === null ? undefined : owners.get(owner);
      let area: AreaId | null = null;
      const column = columnOf(count);
      const row = isRow && inCells ? statement.items[0] : undefined;
      if (row?.type === 'area' && (column?.holds === 'ballots' || column?.holds === 'electorate')) area = row.area;
      else if (ofOwner !== undefined) area = ofOwner.length === 1 ? (ofOwner[0] ?? null) : null;
      else if (
        owner?.type === 'area' &&
        owner.place === 'area' &&
        owner.locative &&
        !(paired.has(owner) && count.gap.comma)
      )
        area =
          (ofTurnout && (count.ofVoters || owner.area === pack.root)) || (owner.area === pack.root && statement.onLists)
            ? owner.area
            : null;
      else if (!statement.items.some((item) => item.type === 'area' && !paired.has(item) && item.area !== pack.root)) {
        const said = count.ofVoters || count.role === 'electorate' || counts.some((other) => other.ofVoters);
        const continued = heading.goesOn && statement.unknown === 0;
        area = said && (ofTurnout || statement.onLists || continued) ? pack.root : null;
      }
      if (spoiled !== null) leave(spoiled, count);
      else if (area === null) leave(foreign ? 'abroad' : 'unclaimed', count);
      else {
        const hour = column?.holds === 'ballots' || column?.holds === 'electorate' ? column.time : null;
        const key = `${area} ${hour?.time ?? ''}`;
        const known = groups.get(key);
        if (known === undefined) groups.set(key, { area, hour, group: [count] });
        else known.group.push(count);
      }
    }
    for (const { area, hour, group } of groups.values()) {
      let electorate =
        group.find((count) => columnOf(count)?.holds === 'electorate') ??
        group.find((count) => count.role === 'electorate' && columnOf(count)?.holds !== 'ballots') ??
        null;
      const rest = group.filter((count) => count !== electorate).sort((a, b) => a.count - b.count);
      let ballots: CountItem | null = rest[0] ?? null;
      const headed = ballots !== null && columnOf(ballots)?.holds === 'ballots';
      if (electorate === null && rest.length > 1) electorate = rest[1] ?? null;
      if (
        electorate === null &&
        ballots !== null &&
        !headed &&
        statement.onLists &&
        !statement.ofTurnout &&
        !owners.size
      )
        [electorate, ballots] = [ballots, null];
      for (const count of group) if (count !== electorate && count !== ballots) leave('unclaimed', count);
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
        time: hour ?? timeFor(statement, hours, first),
        status,
        sentence: sentence.from,
      });
    }
  }
}
