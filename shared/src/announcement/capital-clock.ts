import type { AreaMention } from './area-mention.ts';
import { isSign } from './is-sign.ts';
import { means } from './phrasebook.ts';
import type { SentenceWalk } from './sentence-walk.ts';

/** A common noun for a city, as the pack writes it: small letters. */
const common = /^(столиц|capital|елорда)/u;

/**
 * «К 19:00 по …», "as of 8 p.m. in the capital": a city right behind an hour, by whose clock it is told: after a share
 * at the end of a clause by its common noun, or where the hour is no cutoff's or the sentence speaks of "there".
 */
export function isClockOf({ reading, sentence, found, items }: SentenceWalk, mention: AreaMention): boolean {
  const { tokens, marks, isCutoff } = reading;
  const hour = found.at(-1)?.time;
  if (mention.kind !== 'city' || hour === undefined || hour.to > mention.from || mention.from - hour.to > 2)
    return false;
  const lead = tokens.slice(hour.to, mention.from);
  if (lead.length === 0 || lead.some(({ kind }) => kind !== 'word')) return false;
  // «By 10:00 GMT (16:00 in …)»
  if (isSign(tokens[hour.from - 1], '(') && isSign(tokens[mention.to], ')') && lead.length === 1) return true;
  const name = tokens[mention.to - 1]?.key ?? '';
  const next = tokens[mention.to];
  const ends = next === undefined || mention.to >= sentence.to || isSign(next, '.', ',', ';', ')');
  // "It is ten o'clock in the capital and …"
  const saysTime = ['is', 's'].includes(tokens[hour.from - 1]?.key ?? '') && (ends || means(marks[mention.to], 'and'));
  if (common.test(name) && saysTime && items.length === 0) return true;
  if (common.test(name)) return ends && items.some(({ type }) => type === 'quantity');
  if (lead.length !== 1 || lead[0]?.key !== 'по') return false;
  let there = false;
  for (let at = mention.to; at < Math.min(sentence.to, mention.to + 8); at += 1) there ||= means(marks[at], 'there');
  return there || !isCutoff(hour.time);
}
