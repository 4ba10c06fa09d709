import { monthOf } from './month-of.ts';
import { means } from './phrasebook.ts';
import type { Mark } from './phrasebook.ts';
import type { SentenceWalk } from './sentence-walk.ts';

/** "In June", «в июне»: a month alone that is not the election's. */
export function isOtherMonth({ reading: { tokens, date }, at }: SentenceWalk, mark: Mark): boolean {
  const token = tokens[at];
  if (token === undefined || !means(mark, 'month') || ['may', 'march', 'mar', 'dec'].includes(token.key)) return false;
  // «Наурызбайский район» begins as a month does.
  if (token.capital && /^\p{Script=Cyrillic}/u.test(token.key)) return false;
  const month = monthOf(token.key);
  const dated = tokens[at - 1]?.kind === 'digits' || tokens[mark.to]?.kind === 'digits';
  return month !== null && month !== date.month && !dated;
}
