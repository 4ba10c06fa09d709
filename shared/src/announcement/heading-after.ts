import type { AreaId } from '../ids.ts';
import type { Claim, Heading } from './claim.ts';
import { ofCountry, rowsOfAfter } from './hour-rows.ts';
import { hoursToldOf } from './hours-told.ts';
import { isAttribution } from './is-attribution.ts';
import { isOfCommission } from './is-of-commission.ts';
import { regionalSenderOf } from './regional-sender.ts';
import { isOfThatVote } from './of-that-vote.ts';
import type { Reading } from './reading.ts';
import type { Statement } from './statement.ts';
import type { TimeRead } from './time-read.ts';
import { columnsOf } from './table-columns.ts';
import type { Column } from './table-columns.ts';
import { listedIn } from './these-places.ts';
import { hoursOf } from './time-for.ts';

/** Kinds that go on over a semicolon. */
const outlasting = new Set(['estimate', 'candidate', 'otherElection', 'protocols']);

/** What holds before the first sentence. */
export const noHeading: Heading = {
  ofTurnout: false,
  spoiler: null,
  setAside: null,
  sharesSeen: false,
  goesOn: false,
  columns: [],
  twoHours: null,
  lastHour: null,
  lastTwo: null,
  ofPlaces: false,
  placeNamed: false,
  onlyArea: null,
  onlyNamed: null,
  block: null,
  onlyCounted: null,
  rowsOf: ofCountry,
  asked: null,
  unknownSender: false,
  asideArea: null,
  listed: [],
  estimated: false,
  estimatedArea: null,
  table: new Map(),
  isHead: false,
};

/** What a sentence leaves for the sentences after it. */
export function headingAfter(
  reading: Reading,
  statement: Statement,
  claims: readonly Claim[],
  before: Heading,
): Heading {
  const { sentence, items, times } = statement;
  const claimed = claims.length > 0;
  const quantities = items.some(({ type }) => type === 'quantity');
  const bare = !claimed && !quantities;
  const cells = bare ? columnsOf(reading, sentence) : new Map<number, Column>();
  const isTableRow = items.some(({ cell }) => cell > 0);
  const { inner } = hoursOf(statement);
  const atCutoff = times.some(
    ({ time, bracket }) =>
      time.role !== 'plain' &&
      reading.isCutoff(time.time) &&
      !inner.has(bracket) &&
      !statement.compared.some((at) => at < time.from),
  );
  const untimed = times.every(({ time }) => time.role === 'plain');
  const hourly = statement.unknown === 0 && !untimed;
  const rows = claimed && (items[0]?.type === 'area' || hourly) && sentence.lineStart;
  const [early, late, more] = hoursToldOf(claims);
  // "The country votes: turnout at 8 p.m."
  const ofVotes = statement.turnoutClauses.size > 0 && bare;
  const spoiler =
    statement.spoilers.find(
      ({ kind, at }) =>
        kind !== 'threshold' &&
        kind !== 'group' &&
        !(ofVotes && kind === 'candidate') &&
        !(kind === 'estimate' && bare && isOfCommission(reading, statement, at)),
    )?.kind ?? null;
  const named = new Set(items.flatMap((item) => (item.type === 'area' && item.place === 'area' ? [item.area] : [])));
  const onlyNamed = named.size === 1 ? ([...named][0] ?? null) : null;
  const otherElections = statement.spoilers.some(({ kind }) => kind === 'otherElection');
  const isNameLine =
    items.length === 1 &&
    statement.unknown === 0 &&
    !statement.ofTurnout &&
    sentence.lineStart &&
    untimed &&
    [undefined, 'lineBreak'].includes(reading.tokens[sentence.to]?.kind);
  const sender = regionalSenderOf(reading, statement, onlyNamed, before);
  const placeNamed =
    before.placeNamed || sender !== null || items.some((item) => item.type === 'area' && item.area !== reading.root);
  // A line of its own with an hour parts no title from its number.
  if (items.length === 0 && !untimed && statement.unknown === 0 && !statement.ofTurnout && cells.size === 0)
    return { ...before, columns: times.map(({ time }) => time) };
  if (sentence.continues && !claimed) return { ...before, placeNamed };
  return {
    ofTurnout: statement.ofTurnout || (claimed && atCutoff) || (before.ofTurnout && (rows || sentence.continues)),
    spoiler: bare && cells.size === 0 ? spoiler : quantities && !rows ? before.spoiler : null,
    setAside:
      !claimed && quantities
        ? (statement.spoilers.find(({ kind }) => outlasting.has(kind))?.kind ??
          (isOfThatVote(reading, statement, before) ? 'otherElection' : null))
        : null,
    columns: bare ? times.map(({ time }) => time) : rows || sentence.continues ? before.columns : [],
    isHead: cells.size > 0,
    // A second line of a head completes the first.
    table:
      cells.size > 0
        ? before.isHead
          ? new Map([...before.table, ...cells])
          : cells
        : isTableRow
          ? before.table
          : new Map(),
    twoHours:
      early !== undefined && late !== undefined && more === undefined
        ? [early, late]
        : untimed
          ? before.twoHours
          : null,
    lastHour: late ?? early ?? before.lastHour,
    lastTwo: late === undefined ? lastTwoOf(before, early) : null,
    placeNamed,
    onlyArea: onlyAreaOf(claims),
    onlyNamed: claimed ? null : onlyNamed,
    block: isNameLine ? onlyNamed : items.every(({ type }) => type !== 'area') ? before.block : null,
    rowsOf: rowsOfAfter(reading, statement, claims, before.rowsOf),
    onlyCounted: onlyCountedOf(claims),
    asked: reading.tokens[sentence.to - 1]?.key === '?' ? onlyNamed : (sender?.area ?? null),
    unknownSender: sender !== null && sender.area === null,
    asideArea: !claimed && quantities && otherElections ? onlyNamed : null,
    ofPlaces: claimed && claims.every(({ area }) => area !== reading.root),
    listed: listedIn(statement, reading.root),
    estimated: statement.spoilers.some(({ kind }) => kind === 'estimate'),
    estimatedArea:
      !claimed && quantities && statement.spoilers.some(({ kind }) => kind === 'estimate') ? onlyNamed : null,
    goesOn:
      (statement.ofTurnout && !sentence.heads) || (before.goesOn && (claimed || isAttribution(reading, statement))),
    sharesSeen: claims.some(({ turnout }) => turnout !== null) && (rows || sentence.heads),
  };
}

/** The area that all counts of a sentence without a share are of, or null. */
function onlyCountedOf(claims: readonly Claim[]): AreaId | null {
  const [first, ...more] = claims;
  const ofOne = first !== undefined && more.every(({ area }) => area === first.area);
  return ofOne && claims.every(({ turnout }) => turnout === null) ? first.area : null;
}

/** The hour of a sentence with the other hour that the one before it was of. */
function lastTwoOf(before: Heading, told: TimeRead | undefined): Heading['lastTwo'] {
  const last = before.lastHour;
  if (told === undefined) return before.lastTwo;
  if (last === null || last.time === told.time) return null;
  return last.time < told.time ? [last, told] : [told, last];
}

/** The area that all shares of a sentence are of, or null. */
function onlyAreaOf(claims: readonly Claim[]): AreaId | null {
  const areas = new Set(claims.filter(({ turnout }) => turnout !== null).map(({ area }) => area));
  const [only] = areas;
  return areas.size === 1 && only !== undefined ? only : null;
}
