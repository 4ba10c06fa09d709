import type { Claim, RowsOf } from './claim.ts';
import type { Reading } from './reading.ts';
import type { Statement } from './statement.ts';

/** Of the country, where nothing says otherwise. */
export const ofCountry: RowsOf = { area: null, known: true };
const nobody: RowsOf = { area: null, known: false };

/** «10:05 – 23,37 %», "| 10:05 | 23.37 |": a line that begins with an hour and names no place. */
export function isHourRow({ sentence, items, times, unknown, ofTurnout }: Statement): boolean {
  const hour = times.find(({ time }) => time.role !== 'plain')?.time;
  const [first] = items;
  if (hour === undefined || first === undefined || !sentence.lineStart || unknown > 0 || ofTurnout) return false;
  return hour.from < first.from && items.every(({ type }) => type !== 'area');
}

/** Whose the rows of hours are that follow a sentence: of the place that a heading names, or of the only one told of. */
export function rowsOfAfter(reading: Reading, statement: Statement, claims: readonly Claim[], before: RowsOf): RowsOf {
  if (isHourRow(statement)) return before;
  const { items, sentence, unknown, ofTurnout } = statement;
  const told = new Set(claims.map(({ area }) => area));
  const [only] = told;
  if (only !== undefined) {
    return told.size > 1 || only === reading.root || reading.told.size > 1 ? ofCountry : { area: only, known: true };
  }
  const places = items.filter((item) => item.type === 'area');
  if (items.some(({ type }) => type === 'quantity') || places.length === 0) return before;
  const named = new Set(places.map(({ area, place }) => (place === 'area' ? area : null)));
  const [area] = named;
  const stops = reading.tokens[sentence.to - 1]?.key === '.';
  const heads = !stops || (items.length === 1 && unknown === 0);
  if (!heads) return ofTurnout ? nobody : before;
  if (named.size > 1 || area === undefined || area === null) return nobody;
  return area === reading.root ? ofCountry : { area, known: true };
}
