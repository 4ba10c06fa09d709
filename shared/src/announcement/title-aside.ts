import type { LeftAlone } from './parsed.ts';
import { isOfCommission } from './is-of-commission.ts';
import { means } from './phrasebook.ts';
import type { Reading } from './reading.ts';
import { columnsOf } from './table-columns.ts';
import type { Statement } from './statement.ts';

/** "Higher than", «сравнили с»: a title that sets this election against another is of this one. */
const comparing =
  /^(нов(ы|о)|new$|жана$|сравн|рекорд|обогн|обош|отста|опере|догна|compar|record|beat|behind|ahead|салыстыр|озды$)/u;

/** «Официально на 14:05 …», «по данным ЦИК»: what the commission itself says. */
const official = /^(официальн|цик$|центризбирком|official|officially|cec$|ресми|оск$)/u;

/** True when a sentence gives the commission's own word. */
export function isOfficial({ tokens }: Reading, { sentence }: Statement): boolean {
  return tokens.slice(sentence.from, sentence.to).some(({ key }) => official.test(key));
}

/** True when a sentence speaks of this election again: by "now", its date or the commission's own word. */
export function endsAside(reading: Reading, statement: Statement): boolean {
  const { ownTimes, times } = statement;
  const hour = times.some(({ time }) => time.role !== 'plain');
  return ownTimes.length > 0 || (hour && isOfficial(reading, statement));
}

/**
 * What a title without a figure sets the text below it aside as: another election or a survey that it is about, and does
 * not compare with this one's turnout. Null for any other sentence.
 */
export function titleAsideOf(reading: Reading, statement: Statement): LeftAlone['kind'] | null {
  const { tokens, marks, numbers } = reading;
  const { sentence, spoilers, ownTimes, ofTurnout } = statement;
  const kind = spoilers.find(
    (spoiler) =>
      spoiler.kind === 'otherElection' ||
      (spoiler.kind === 'estimate' && !ofTurnout && !isOfCommission(reading, statement, spoiler.at)),
  );
  if (kind === undefined || ownTimes.some((own) => own > kind.at)) return null;
  if (tokens.slice(0, sentence.from).some(({ kind: before }) => before !== 'punctuation')) return null;
  if (columnsOf(reading, sentence).size > 0) return null;
  let at = sentence.from;
  for (; at < tokens.length && tokens[at]?.kind !== 'lineBreak'; at += 1) {
    const against =
      means(marks[at], 'above', 'below', 'approach', 'difference') || comparing.test(tokens[at]?.key ?? '');
    if (numbers.get(at)?.percent === true || against || (at > sentence.from && means(marks[at], 'compared')))
      return null;
  }
  return at < tokens.length ? kind.kind : null;
}
