import type { Candidate } from './gazetteer.ts';
import { isSign } from './is-sign.ts';
import type { Mark } from './phrasebook.ts';
import { means } from './phrasebook.ts';
import type { Token } from './scan.ts';

type Tokens = readonly Token[];
type Marks = readonly (Mark | undefined)[];
export type NounKind = 'region' | 'city' | 'other';
/** A name of an area with the noun beside it. */
export interface NamedPlace {
  readonly from: number;
  readonly to: number;
  readonly candidates: readonly Candidate[];
  readonly suffix: string | null;
  readonly noun: NounKind | null;
  /** The noun is plural and serves the whole list it stands at. */
  readonly shared: boolean;
}

export function nounKind(mark: Mark | undefined): { kind: NounKind; plural: boolean } | null {
  if (means(mark, 'cityNounShort')) return { kind: 'city', plural: false };
  if (means(mark, 'regionNoun')) return { kind: 'region', plural: false };
  if (means(mark, 'regionNouns')) return { kind: 'region', plural: true };
  if (means(mark, 'cityNoun')) return { kind: 'city', plural: false };
  if (means(mark, 'cityNouns')) return { kind: 'city', plural: true };
  if (means(mark, 'otherPlaceNoun', 'streetNoun')) return { kind: 'other', plural: false };
  return null;
}

/** The mark of the phrase that ends just before a token, seen through an abbreviation's point and quotation marks. */
export function markBefore(tokens: Tokens, markEnding: readonly number[], at: number): number | null {
  let end = at;
  while (end > 0 && end > at - 2 && tokens[end - 1]?.gap === 'none') {
    // A longer word's point ends a sentence.
    const abbreviates = isSign(tokens[end - 1], '.') && (tokens[end - 2]?.key.length ?? 9) <= 3;
    if (!abbreviates && !isSign(tokens[end - 1], '«', '"', '“')) break;
    end -= 1;
  }
  const from = markEnding[end];
  return from === undefined || from < 0 ? null : from;
}

/** Where the phrase ending before each token begins, or -1. */
export function endingsOf(marks: Marks): number[] {
  const endings = new Array<number>(marks.length + 1).fill(-1);
  for (const [index, mark] of marks.entries()) if (mark !== undefined) endings[mark.to] = index;
  return endings;
}

/** Takes in the noun beside a name: «область …», «г. …», "… region", «… қаласы». The noun after it is the nearer one. */
export function withNoun(
  tokens: Tokens,
  marks: Marks,
  endings: readonly number[],
  from: number,
  name: { to: number; candidates: readonly Candidate[]; suffix: string | null },
): NamedPlace {
  let after = name.to;
  const bracket = isSign(tokens[after], '(', '»', '"', '”');
  // «… (…ская) облысы»: the noun after both names.
  if (bracket || (isSign(tokens[after], ')') && nounKind(marks[after + 1])?.plural === false)) after += 1;
  // «Вост.-Каз. обл.»: the point of a shortened name.
  if (isSign(tokens[after], '.') && tokens[after]?.gap === 'none' && nounKind(marks[after + 1]) !== null) after += 1;
  const short = means(marks[after], 'cityNounShort');
  const pointed = isSign(tokens[after + 1], '.', '-') && tokens[after + 1]?.gap === 'none';
  const following = short && !pointed ? null : nounKind(marks[after]);
  const beforeAt = markBefore(tokens, endings, from);
  const preceding = beforeAt === null || means(marks[beforeAt], 'cityNounShort') ? null : nounKind(marks[beforeAt]);
  const genitive =
    following !== null &&
    preceding !== null &&
    preceding.kind !== following.kind &&
    preceding.kind !== 'other' &&
    name.candidates.every(({ adjective }) => !adjective);
  if (following !== null && !genitive) {
    let to = marks[after]?.to ?? after + 1;
    const abbreviated = to - after === 1 && (tokens[after]?.key.length ?? 9) <= 3;
    const ends = tokens[to + 1] === undefined || tokens[to + 1]?.kind === 'lineBreak';
    if (abbreviated && isSign(tokens[to], '.') && tokens[to]?.gap === 'none' && !ends) to += 1;
    // «қ-сында»: the ending of the whole word.
    const [hyphen, ending] = [tokens[to], tokens[to + 1]];
    if (
      abbreviated &&
      isSign(hyphen, '-') &&
      hyphen?.gap === 'none' &&
      ending?.kind === 'word' &&
      ending.gap === 'none'
    )
      to += 2;
    if (bracket && isSign(tokens[after - 1], '(') && isSign(tokens[to], ')')) to += 1;
    return {
      from,
      to,
      candidates: name.candidates,
      suffix: name.suffix,
      noun: following.kind,
      shared: following.plural,
    };
  }
  if (preceding !== null && beforeAt !== null) {
    return {
      from: beforeAt,
      to: name.to,
      candidates: name.candidates,
      suffix: name.suffix,
      noun: preceding.kind,
      shared: preceding.plural,
    };
  }
  return { from, to: name.to, candidates: name.candidates, suffix: name.suffix, noun: null, shared: false };
}
