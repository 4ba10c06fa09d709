import type { AreaId } from '../ids.ts';
import type { Heading } from './claim.ts';
import type { Reading } from './reading.ts';
import type { Statement } from './statement.ts';

const sender = /^(облизбирком|горизбирком|тик$)/u;
const regional =
  /^(областн(ая|ой)$|городск(ая|ой)$|территориальн(ая|ой)$|regional$|city$|territorial$|облыстык$|калалык$|аумактык$)/u;
const commission = /^(комисси|избирком|commission|сайлау$|оск$)/u;

/** How far the commission's noun may stand from whose it is: «областная избирательная комиссия». */
const within = 3;

/** «Областная избирательная комиссия», «облизбирком»: the commission of the area named beside it, and not the central one. */
function isRegional(words: Reading['tokens']): boolean {
  return words.some(
    ({ key }, at) =>
      sender.test(key) ||
      (regional.test(key) && words.slice(at + 1, at + 1 + within).some((word) => commission.test(word.key))),
  );
}

/** Whose commission a sentence names as the speaker. */
export interface RegionalSender {
  /** The area, or null where the sentence does not name it by a name of its own: «…ский облизбирком». */
  readonly area: AreaId | null;
}

/**
 * «…ская область, областная избирательная комиссия.»: the area whose commission a sentence without figures, before
 * any others, names as the speaker. What it says next without a place is of that area, or of nobody where the area is not
 * known, and never of the country. Null for any other sentence.
 */
export function regionalSenderOf(
  { tokens, root }: Reading,
  { sentence, items, times, ofTurnout, spoilers }: Statement,
  onlyNamed: AreaId | null,
  { placeNamed, sharesSeen }: Heading,
): RegionalSender | null {
  const speaks =
    items.every(({ type }) => type === 'area') && !ofTurnout && spoilers.length === 0 && times.length === 0;
  if (!speaks || placeNamed || sharesSeen || onlyNamed === root) return null;
  const ends = tokens[sentence.to - 1]?.key === '.' || [undefined, 'lineBreak'].includes(tokens[sentence.to]?.kind);
  return ends && isRegional(tokens.slice(sentence.from, sentence.to)) ? { area: onlyNamed } : null;
}
