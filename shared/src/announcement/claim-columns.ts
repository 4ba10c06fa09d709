import type { AreaId } from '../ids.ts';
import type { Claim, Heading } from './claim.ts';
import { intervalOf } from './interval-of.ts';
import type { Reading } from './reading.ts';
import type { Statement } from './statement.ts';

/**
 * «Явка в … на 10:05, 12:05, 14:05» and a line «9,8 / 19,33 / 33,3» below it: as many shares as the line above has hours,
 * in their order. Null for any other sentence.
 */
export function claimColumns(reading: Reading, root: AreaId, statement: Statement, heading: Heading): Claim[] | null {
  const { items, sentence, times, unknown, spoilers } = statement;
  const { columns, rowsOf } = heading;
  const known = new Set(columns.map(({ time }) => time)).size === columns.length && columns.length > 1;
  const hours = columns.every(({ time, role }) => reading.isCutoff(time) && role !== 'stated');
  if (!known || !hours || items.length !== columns.length || unknown > 0 || times.length > 0) return null;
  if (!sentence.lineStart || spoilers.length > 0 || heading.spoiler !== null || reading.aside !== null) return null;
  if (!reading.ofTurnout || !rowsOf.known) return null;
  const claims: Claim[] = [];
  for (const [index, item] of items.entries()) {
    if (item.type !== 'quantity' || item.leftAlone !== null || item.bound !== 'exact' || item.upper !== null)
      return null;
    const turnout = intervalOf('exact', item.value, reading.widths);
    if (turnout === null || (!item.percent && item.decimals === 0)) return null;
    const { start, end, decimals } = item;
    claims.push({
      area: heading.block ?? rowsOf.area ?? root,
      turnout,
      decimals,
      ballots: null,
      electorate: null,
      start,
      end,
      own: { start, end },
      outright: true,
      sentence: sentence.from,
      time: columns[index] ?? null,
      atHourBefore: false,
      status: null,
    });
  }
  return claims;
}
