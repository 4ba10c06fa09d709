import type { FigureStatus } from '../figures/figure.ts';
import type { AreaId } from '../ids.ts';
import type { ElectionPack } from '../pack/pack.ts';
import type { Claim, Heading } from './claim.ts';
import { claimCounts } from './claim-counts.ts';
import { columnOfItem } from './column-of-item.ts';
import { claimOfCell } from './claim-of-cell.ts';
import { isHourRow } from './hour-rows.ts';
import { intervalOf } from './interval-of.ts';
import { isAnnounced } from './is-announced.ts';
import { isOverThem } from './is-over-them.ts';
import { isByThem } from './is-by-them.ts';
import { isOneOfTwo } from './one-of-two.ts';
import { isExtreme } from './is-extreme.ts';
import { isNameAndNumber } from './is-name-and-number.ts';
import { isNextMark } from './is-next-mark.ts';
import { isPutRight } from './is-put-right.ts';
import { isEverybody, isSpokenRow } from './is-spoken-row.ts';
import { isPlainShare } from './is-plain-share.ts';
import { isOfThatVote } from './of-that-vote.ts';
import { pairItems } from './pair-items.ts';
import type { Pair } from './pair-items.ts';
import type { LeftAlone } from './parsed.ts';
import { placeBeforeOf } from './place-before.ts';
import { withPlaces } from './places-of-pairs.ts';
import { spoilerOf } from './spoiler-of.ts';
import type { Statement } from './statement.ts';
import { hourBehind, hoursOf, timeFor, twoHoursOf } from './time-for.ts';
import type { TimeRead } from './time-read.ts';
import type { Reading } from './reading.ts';
import type { AreaItem, Item, QuantityItem } from './statement-items.ts';

/** The figures of one sentence; its numbers that are none go to `reading.leftAlone`. */
export function claimFigures(reading: Reading, pack: ElectionPack, statement: Statement, heading: Heading): Claim[] {
  const claims: Claim[] = [];
  const { sentence } = statement;
  const status: FigureStatus | null = statement.preliminary ? 'preliminary' : statement.final ? 'final' : null;
  const ofTurnout = statement.ofTurnout || (sentence.continues && heading.ofTurnout);
  const leave = (kind: LeftAlone['kind'], { start, end }: { start: number; end: number }): void => {
    reading.leftAlone.push({ kind, snippet: { start, end } });
  };
  const leaveToOthers = (kind: LeftAlone['kind'], quantity: QuantityItem): void => {
    if (quantity.decimals > 0) reading.othersShares.set(quantity.value, kind);
    leave(kind, quantity);
  };
  const isRow =
    sentence.lineStart &&
    statement.items[0]?.type === 'area' &&
    statement.unknown === 0 &&
    statement.items.filter(({ type }) => type === 'area').length === 1;
  const goesOnAside = sentence.continues && !statement.ofTurnout ? heading.setAside : null;
  const headingSpoils =
    heading.spoiler !== null && isRow && !statement.ofTurnout
      ? heading.spoiler
      : heading.estimated && isByThem(reading, sentence)
        ? 'estimate'
        : isOfThatVote(reading, statement, heading)
          ? 'otherElection'
          : (goesOnAside ?? reading.aside);
  const hours = hoursOf(statement);
  const twoHours =
    twoHoursOf(statement, reading) ??
    (statement.times.every(({ time }) => time.role === 'plain')
      ? (heading.twoHours ?? (isOverThem(reading, sentence) ? heading.lastTwo : null))
      : null);
  const { pairs, except } = pairItems(statement, hours.inner, reading.root, reading.meter);
  const owners = new Map<QuantityItem | AreaItem, readonly AreaId[]>();
  const paired = new Set<AreaItem>();
  const hourOf = new Map<QuantityItem, TimeRead | null>();
  // Abroad takes the shares without a place that come after it, and all of them when it has none of its own.
  const abroad = statement.items.filter((item) => item.type === 'area' && item.place === 'abroad');
  const ownShare = new Map(
    abroad.map((item) => [item, pairs.some(({ areas }) => areas.some((area) => area === item))] as const),
  );
  const isForeign = ({ from }: Item): boolean => abroad.some((item) => item.from < from || ownShare.get(item) !== true);
  const excepted = new Set(except.map(({ area }) => area));
  const butCities = except.some(({ place }) => place === 'everyCity');
  // An exception that names nobody leaves nobody sure.
  const isUnnamed =
    except.every(({ area, place }) => area === null && place !== 'everyCity') &&
    statement.items.some((item) => item.type === 'area' && ['except', 'exceptBefore'].includes(item.place));
  const everyArea = (kinds: readonly string[]): AreaId[] =>
    pack.areas
      .filter(({ kind, id }) => kinds.includes(kind) && !excepted.has(id) && !(butCities && kind === 'city'))
      .map(({ id }) => id);

  const places = statement.items.filter((item) => item.type === 'area');
  const shares = statement.items.filter((item) => item.type === 'quantity');
  const ownHours = new Set(shares.map((share) => hours.inOrder.get(share))).size === shares.length;
  const inCells = statement.items.some(({ cell }) => cell > 0);
  const columnOf = columnOfItem(statement, heading);
  const mayCount = ({ quantity, areas, distance, tie, columns }: Pair): boolean => {
    // Of several shares in a row none counts, unless the heading says what each is.
    const headed = columnOf(quantity)?.holds === 'turnout';
    if (columns > 1 && !headed && columns !== heading.columns.length && !(ownHours && hours.inOrder.size > 1))
      return false;
    if (headed && areas.length > 0) return true;
    if (areas.length === 0)
      // A row of a table that names no area is not the country's.
      return (
        !(inCells && heading.table.size > 0 && !headedRow(quantity)) &&
        !isOfNobody &&
        !isOneOfTwo(statement, hours, quantity) &&
        (quantity.percent || headedRow(quantity) || isPlainShare(reading, statement, heading, quantity)) &&
        !quantity.ofOthers &&
        (placeBefore !== null || !isExtreme(statement, quantity)) &&
        !isOfAside &&
        !statement.there &&
        !statement.respectively &&
        !(sentence.continues && heading.ofPlaces && placeBefore === null) &&
        (!afterPlace(quantity) || isOfCountry(quantity)) &&
        !isEverybody(quantity) &&
        (ofTurnout ||
          hourly ||
          headedRow(quantity) ||
          ((quantity.ofCountry || (reading.ofTurnout && statement.unknown <= 2)) && ownHour) ||
          placeBefore !== null ||
          opensText ||
          isAnnounced(reading, statement) ||
          (heading.goesOn &&
            statement.unknown === 0 &&
            (heading.setAside !== 'otherElection' || ownHour || statement.ownTimes.length > 0) &&
            (!statement.earlier || ownHour)))
      );
    const topical =
      ofTurnout ||
      ((statement.corrects || statement.denies) && quantity.percent) ||
      (reading.ofTurnout && quantity.percent && quantity.decimals === 2 && distance === 0 && statement.unknown <= 2) ||
      statement.times.some(({ time }) => time.role !== 'plain' && reading.isCutoff(time.time));
    const here = areas.some(({ locative }) => locative);
    if (!quantity.percent && quantity.decimals === 0)
      return (
        distance === 0 &&
        ((isRow && (heading.sharesSeen || heading.ofTurnout || statement.ofTurnout)) ||
          (quantity.bound !== 'exact' && shares.some(({ percent }) => percent) && quantity.value <= 10_000) ||
          isNextMark(reading, statement, heading, quantity) ||
          (tie && (ofPercents(quantity) || (statement.unitSaid && ofTurnout))))
      );
    // «…, там 80 целых 25 сотых»
    const spoken =
      (statement.there && places.length === 1 && quantity.decimals === 2) || isSpokenRow(reading, statement);
    if (spoken || isPutRight(statement, quantity)) return true;
    if (!quantity.percent && distance > 0 && !statement.respectively)
      return distance === 1 && quantity.decimals === 2 && ofTurnout && isNameAndNumber(statement);
    if (distance === 2) return here && (ofTurnout || (heading.goesOn && quantity.percent && statement.unknown <= 2));
    return (
      topical ||
      (heading.goesOn && (quantity.percent || (tie && quantity.decimals > 0))) ||
      statement.unknown === 0 ||
      (tie && sentence.lineStart && statement.unknown <= 1)
    );
  };
  const ownHour = statement.times.some(({ time }) => time.role !== 'plain');
  const { placeBefore, ofBlock, ofRows, isOfNobody, isOfAside, opensText } = placeBeforeOf(reading, statement, heading);
  // A row that begins with an hour, below a heading of the turnout.
  const hourly =
    (heading.ofTurnout || heading.goesOn || reading.ofTurnout) &&
    statement.unknown === 0 &&
    sentence.lineStart &&
    ownHour;
  // «в … 48 процентов, в … — 28»: the unit is said once.
  const firstPercent = shares.find(({ percent }) => percent)?.from ?? Number.POSITIVE_INFINITY;
  const ofPercents = ({ value, from }: QuantityItem): boolean => value <= 10_000 && from > firstPercent;
  // A number after a place is not the country's unless the country is named.
  const firstPlace = places.find(({ area }) => area !== pack.root)?.from ?? Number.POSITIVE_INFINITY;
  const afterPlace = ({ from }: QuantityItem): boolean => from > firstPlace;
  // «10:05 | 23,37»: a cell of a row that an hour begins.
  const headedRow = (quantity: QuantityItem): boolean =>
    isHourRow(statement) && columnOf(quantity)?.holds === 'turnout';
  // «27,93 % алматинцев и 67,85 % казахстанцев»: the places before have shares of their own.
  const isOfCountry = ({ ofCountry, from }: QuantityItem): boolean =>
    ofCountry &&
    places.every(
      (place) => place.from > from || pairs.some(({ areas }) => place.place === 'area' && areas.includes(place)),
    );
  // «в … выше, чем в …: 46,5 % против 27,3 %»: whose the first number is, the order does not tell.
  const comparedWith = (area: AreaItem): boolean => {
    const before = statement.items[statement.items.indexOf(area) - 1];
    return before?.type === 'area' && statement.compared.some((at) => at > before.from && at < area.from);
  };
  const seen = new Set<QuantityItem>();
  const placed = withPlaces(pairs, statement, hours, (quantity) => isRow && columnOf(quantity)?.holds === 'turnout');
  for (const pair of placed) {
    const { quantity, areas } = pair;
    const column = columnOf(quantity);
    seen.add(quantity);
    if (column?.holds === 'area' && areas.length === 0 && quantity.leftAlone === null) {
      const cell = claimOfCell(reading, statement, column.area, quantity, status);
      if (cell === null) leave('unclaimed', quantity);
      else claims.push(cell);
      continue;
    }
    const place = areas[0]?.place ?? 'area';
    const byWords = spoilerOf(statement, quantity);
    // «Минимальная явка – в …, 28,72 %»: a threshold has neither a place nor decimals.
    const noThreshold = byWords === 'threshold' && place === 'area' && areas.length > 0 && quantity.decimals > 0;
    const spoiled = quantity.leftAlone ?? (noThreshold ? null : byWords) ?? headingSpoils;
    if (spoiled !== null) leave(spoiled, quantity);
    else if (column?.holds === 'leftAlone') leave(column.kind, quantity);
    else if (!quantity.percent && (column?.holds === 'ballots' || column?.holds === 'electorate'))
      leave('unclaimed', quantity);
    else if (place === 'abroad' || (areas.length === 0 && isForeign(quantity))) leaveToOthers('abroad', quantity);
    else if (areas.length === 0 && reading.othersShares.has(quantity.value))
      leave(reading.othersShares.get(quantity.value) ?? 'unclaimed', quantity);
    else if (place === 'other' || place === 'everyCity') leaveToOthers('otherPlace', quantity);
    else if (isUnnamed && (place === 'every' || place === 'everyOblast')) leave('unclaimed', quantity);
    else if (!mayCount(pair) || areas.some(comparedWith)) leave('unclaimed', quantity);
    else {
      const turnout =
        quantity.upper === null
          ? intervalOf(quantity.bound, quantity.value, reading.widths)
          : { min: quantity.value, max: quantity.upper };
      // «Ранее, на 20:05, сообщалось о …»: of the area that the sentence before was of.
      const ofBefore = areas.length === 0 ? placeBefore : null;
      const named =
        place === 'every' || place === 'everyOblast'
          ? everyArea(place === 'every' ? ['region', 'city'] : ['region']).map((area) => ({ area, item: areas[0] }))
          : areas.map((item) => ({ area: item.area, item }));
      const targets =
        named.length === 0 && areas.length === 0 ? [{ area: ofBefore ?? pack.root, item: undefined }] : named;
      if (turnout === null) leave('unclaimed', quantity);
      else {
        for (const { area, item } of targets) {
          if (area === null) continue;
          if (item !== undefined) paired.add(item);
          const moved = quantity.movedFrom === null ? null : twoHours;
          // «выросла до Y с X в 16:05»: the only hour is X's.
          const hourOfStart = moved === null && quantity.movedBack ? hourBehind(statement, quantity.movedFrom) : null;
          const near = item === undefined || area === pack.root ? quantity : item;
          claims.push({
            area,
            turnout,
            decimals: quantity.decimals,
            ballots: null,
            electorate: null,
            atHourBefore:
              hourOfStart !== null || (hours.starts.size > 0 && timeFor(statement, hours, quantity) === null),
            time:
              hourOfStart !== null
                ? null
                : (moved?.[1] ??
                  (column?.holds === 'turnout' ? column.time : null) ??
                  (pair.columns > 1 && pair.columns === heading.columns.length ? heading.columns[pair.column] : null) ??
                  timeFor(statement, hours, quantity)),
            status,
            outright: item !== undefined || statement.turnoutClauses.has(quantity.clause),
            sentence: sentence.from,
            start: Math.min(near.start, quantity.start),
            end: Math.max(near.end, quantity.end),
            own: { start: quantity.start, end: quantity.end },
          });
          const earlier = moved?.[0] ?? hourOfStart;
          if (earlier !== null && quantity.movedFrom !== null) claimEarlier(area, near, quantity.movedFrom, earlier);
        }
        hourOf.set(quantity, claims.at(-1)?.time ?? null);
        owners.set(
          quantity,
          targets.map(({ area }) => area ?? pack.root),
        );
      }
    }
  }
  for (const item of statement.items) if (item.type === 'quantity' && !seen.has(item)) leave('unclaimed', item);
  const counts = claimCounts(reading, statement, heading, {
    owners,
    paired,
    hourOf,
    status,
    hours,
    ofTurnout,
    columnOf,
    isForeign,
    headingSpoils,
    isTableRow: isRow && inCells,
    block: ofBlock,
    rowArea: isHourRow(statement) && !isOfNobody ? (ofRows ?? pack.root) : null,
  });
  return [...claims, ...counts];

  function claimEarlier(area: AreaId, near: Item, from: QuantityItem, time: TimeRead): void {
    const turnout = intervalOf(from.bound, from.value, reading.widths);
    if (turnout === null || from.bound !== 'exact') return;
    const own = { start: from.start, end: from.end };
    const told = {
      ballots: null,
      electorate: null,
      status,
      outright: true,
      atHourBefore: false,
      sentence: sentence.from,
      own,
      time,
    };
    const [start, end] = [Math.min(near.start, from.start), Math.max(near.end, from.end)];
    claims.push({ area, turnout, decimals: from.decimals, start, end, ...told });
    const index = reading.leftAlone.findLastIndex(({ snippet }) => snippet.start === from.start);
    if (index >= 0) reading.leftAlone.splice(index, 1);
  }
}
