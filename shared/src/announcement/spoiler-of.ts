import type { LeftAlone } from './parsed.ts';
import type { Spoiler, Statement } from './statement.ts';
import type { Item } from './statement-items.ts';

/** The kind of thing that words around a number make it, or null when it may be turnout. */
export function spoilerOf(statement: Statement, item: Item): LeftAlone['kind'] | null {
  for (const { kind, at, clause, bracket } of statement.spoilers) {
    const behind = at > item.from;
    if (statement.asides.some(({ from, to }) => at > from && at < to && !(item.from > from && item.from < to)))
      continue;
    if (behind && statement.compared.some((place) => place > item.from && place < at)) continue;
    // «(в 2019-м – 79 %)» has a number of its own to say it of.
    const closed = bracket > 0 && item.bracket !== bracket && kind === 'otherElection';
    if (closed && statement.items.some((other) => other.bracket === bracket && other.type === 'quantity')) continue;
    if (kind === 'otherElection' && isBracketOf(statement, { at, clause, bracket }, item)) return kind;
    if (kind === 'estimate' && (isPast(statement, at, item) || isAnother(statement, at, item))) continue;
    if (kind === 'estimate' || (kind === 'otherPlace' && !behind)) return kind;
    if (clause === item.clause) return kind;
    if (kind === 'group') continue;
    // A threshold is a round number.
    if (kind === 'threshold' && item.type === 'quantity' && item.decimals === 2) continue;
    if (kind === 'otherElection') {
      if (!behind && !statement.ownTimes.some((own) => own > at && own < item.from)) return kind;
    } else if (!statement.turnoutClauses.has(item.clause) && !(behind && statement.ofTurnout)) return kind;
  }
  return null;
}

/** «… после …ской (82 %) по итогам прошлых выборов»: what follows a bracket without an hour, and has no number of its own, tells what it holds. */
function isBracketOf(
  { items, times }: Statement,
  { at, clause, bracket }: Pick<Spoiler, 'at' | 'clause' | 'bracket'>,
  item: Item,
): boolean {
  if (item.bracket === 0 || bracket > 0 || clause !== item.clause + 1) return false;
  if (times.some((told) => told.bracket === item.bracket && told.time.role !== 'plain')) return false;
  const next = items[items.indexOf(item) + 1];
  return next === undefined || (next.from > at && (next.type === 'area' || next.clause > clause));
}

/** «Ожидали 35 %, но она составила 27,33 %»: an expectation ends where "but" tells what came about. */
function isPast({ spoilers, turns }: Statement, at: number, item: Item): boolean {
  const turn = turns.findLast((place) => place < item.from);
  return turn !== undefined && at < turn && spoilers.some((other) => other.expected && other.at < turn);
}

/** «Явка 69,31 %, но эксперты прогнозировали 75 %»: an expectation after "but" that has a share of its own. */
function isAnother({ spoilers, turns, items }: Statement, at: number, item: Item): boolean {
  const turn = turns.find((place) => place > item.from);
  if (turn === undefined || at < turn) return false;
  const expected = spoilers.some((other) => other.expected && other.at > turn);
  return expected && items.some(({ type, from }) => type === 'quantity' && from > at);
}
