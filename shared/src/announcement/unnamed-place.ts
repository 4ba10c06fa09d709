import { isSign } from './is-sign.ts';
import type { Mark } from './phrasebook.ts';
import { means } from './phrasebook.ts';
import type { SentenceWalk } from './sentence-walk.ts';

const here = /^(здесь|тут|там|мунда|бизде)$/u;
/** "In the region" of Kazakh, which needs no preposition. */
const inRegion = /^(онирде|аймакта)$/u;

/** «77,8 % избирателей области»: of the area that the text is about. */
export function isOfItsVoters(before: Mark | undefined, noun: string): boolean {
  return means(before, 'voters') && /^(области|региона)$/u.test(noun);
}

/**
 * Places that are meant without a name: «здесь», «өңірде» is the only area that the text has named; «в районе» with no
 * number behind it is a district. True when the phrase was taken as one.
 */
export function addUnnamed(walk: SentenceWalk, mark: Mark): boolean {
  const { reading, at } = walk;
  const { tokens, numbers, mentions, namedSoFar } = reading;
  const key = tokens[at]?.key ?? '';
  const { to } = mark;
  // «Порядка», "about", is said with its number right behind it.
  if (means(mark, 'about') && tokens[to - 1]?.key === 'районе' && !numbers.has(to)) {
    walk.addArea(at, to, null, 'other', true);
    walk.at = to;
    return true;
  }
  const regions = [...namedSoFar.region, ...namedSoFar.city];
  const [only] = inRegion.test(key) ? [...namedSoFar.region] : regions;
  const alone = (inRegion.test(key) ? namedSoFar.region.size : regions.length) === 1;
  const before = tokens[at - 1];
  // «Бірнеше өңірде» counts them; an hour or a comma does not.
  const isOurs = key === 'у' && tokens[at + 1]?.key === 'нас';
  const isPlace = means(mark, 'there')
    ? here.test(key) || tokens[to - 1]?.key === 'there' || isOurs
    : inRegion.test(key) && (before?.kind !== 'word' || isSign(tokens[at - 2], '-'));
  const placed = walk.items.some(({ type }) => type === 'area');
  // «У нас» without a name before is the speaker's own place.
  if (isOurs && !placed && !alone && !mentions.has(to)) {
    walk.addArea(at, to, null, 'other', true);
    walk.at = to;
    return true;
  }
  if (!isPlace || !alone || only === undefined || placed || mentions.has(to) || namedSoFar.others) return false;
  walk.addArea(at, to, only, 'area', true);
  walk.flags.there = false;
  walk.at = to;
  return true;
}
