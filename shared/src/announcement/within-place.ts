import type { AreaMention } from './area-mention.ts';
import { isSign } from './is-sign.ts';
import { means } from './phrasebook.ts';
import type { SentenceWalk } from './sentence-walk.ts';

const districts = /^(районам|районах|аудандар|districts)$/u;
const towns = /^(городам|городах|калалар|towns)$/u;

/** How far before a colon the noun of a list may stand. */
const reach = 6;

/**
 * «По районам столицы: … – 18,4 %», «По городам: … – 74,1 %»: what a list of districts names, and a region's
 * bare name in a list of towns, are places inside an area.
 */
export function isWithin({ sentence, reading: { tokens } }: SentenceWalk, { from, kind }: AreaMention): boolean {
  let colon = from - 1;
  while (colon > sentence.from && !isSign(tokens[colon], ':')) colon -= 1;
  if (!isSign(tokens[colon], ':') || isSign(tokens[colon - 1], '.')) return false;
  const heads = tokens.slice(Math.max(sentence.from, colon - reach), colon);
  return (
    heads.some(({ key }) => districts.test(key)) || (kind === 'region' && heads.some(({ key }) => towns.test(key)))
  );
}

/** "Half of the country": the whole that a share right before it is of. */
export function isWhole({ items, reading: { tokens, marks, endings } }: SentenceWalk, { from }: AreaMention): boolean {
  const to = tokens[from - 1]?.key === 'the' ? from - 1 : from;
  const of = endings[to] ?? -1;
  const last = items.at(-1);
  return of >= 0 && means(marks[of], 'outOf') && last?.type === 'quantity' && last.fraction && last.to === of;
}
