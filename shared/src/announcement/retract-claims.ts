import type { TimedClaim } from './correct-claims.ts';
import type { Reading } from './reading.ts';
import type { Statement } from './statement.ts';

const wrong = /^(ошибк|ошибочн|опечатк|неверн|неправд|фейк|false$|wrong$|mistake|error$|incorrect|typo$|кате|жалган)/u;
const it = /^(это|что$|this$|that$|it$|бул|these$)/u;

/** The longest sentence that only calls the one before it wrong, in tokens. */
const longest = 8;

/** «Это ошибка.»: what the sentence before said is taken back. `read` changes in place. */
export function retractClaims(
  { tokens, leftAlone }: Reading,
  { sentence, items }: Statement,
  read: TimedClaim[],
): void {
  const words = tokens.slice(sentence.from, sentence.to);
  if (items.length > 0 || words.length > longest || !it.test(words[0]?.key ?? '')) return;
  if (!words.some(({ key }) => wrong.test(key)) || words.some(({ key }) => key === 'не' || key === 'not')) return;
  const last = read.at(-1)?.claim.sentence;
  while (last !== undefined && read.at(-1)?.claim.sentence === last) {
    const taken = read.pop();
    if (taken !== undefined) leftAlone.push({ kind: 'conflict', snippet: { ...taken.claim.own } });
  }
}
