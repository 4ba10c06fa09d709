import type { LeftAlone } from './parsed.ts';
import type { Statement } from './statement.ts';
import type { Item } from './statement-items.ts';

/** The kind of thing that words around a number make it, or null when it may be turnout. */
export function spoilerOf(statement: Statement, item: Item): LeftAlone['kind'] | null {
  for (const { kind, at, clause } of statement.spoilers) {
    const behind = at > item.from;
    if (behind && statement.compared.some((place) => place > item.from && place < at)) continue;
    if (kind === 'estimate' || (kind === 'otherPlace' && !behind)) return kind;
    if (clause === item.clause) return kind;
    if (kind === 'group') continue;
    if (kind === 'otherElection') {
      if (!behind && !statement.ownTimes.some((own) => own > at && own < item.from)) return kind;
    } else if (!statement.turnoutClauses.has(item.clause) && !(behind && statement.ofTurnout)) return kind;
  }
  return null;
}
