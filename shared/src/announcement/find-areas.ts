import { isSign } from './is-sign.ts';
import type { AreaId } from '../ids.ts';
import type { Candidate, Gazetteer, NameFound } from './gazetteer.ts';
import { nameAt } from './gazetteer.ts';
import type { Meter } from './meter.ts';
import type { Mark } from './phrasebook.ts';
import { means } from './phrasebook.ts';
import type { Token } from './scan.ts';

/** A place where the text names an area of the pack, its "region" or "city" included. */
export interface AreaMention {
  readonly from: number;
  readonly to: number;
  readonly area: AreaId;
  readonly kind: Candidate['kind'];
}

type Tokens = readonly Token[];
type Marks = readonly (Mark | undefined)[];
type NounKind = 'region' | 'city' | 'other';
interface RawMention {
  readonly from: number;
  readonly to: number;
  readonly candidates: readonly Candidate[];
  readonly suffix: string | null;
  readonly noun: NounKind | null;
  /** The noun is plural and serves the whole list it stands at. */
  readonly shared: boolean;
}

function nounKind(mark: Mark | undefined): { kind: NounKind; plural: boolean } | null {
  if (means(mark, 'regionNoun')) return { kind: 'region', plural: false };
  if (means(mark, 'regionNouns')) return { kind: 'region', plural: true };
  if (means(mark, 'cityNoun')) return { kind: 'city', plural: false };
  if (means(mark, 'cityNouns')) return { kind: 'city', plural: true };
  if (means(mark, 'otherPlaceNoun', 'streetNoun')) return { kind: 'other', plural: false };
  return null;
}

/** The mark of the phrase that ends just before a token, seen through an abbreviation's point and quotation marks. */
function markBefore(tokens: Tokens, markEnding: readonly number[], at: number): number | null {
  let end = at;
  while (end > 0 && isSign(tokens[end - 1], '.', '«', '"', '“') && end > at - 2 && tokens[end - 1]?.gap === 'none')
    end -= 1;
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
function withNoun(
  tokens: Tokens,
  marks: Marks,
  endings: readonly number[],
  from: number,
  name: { to: number; candidates: readonly Candidate[]; suffix: string | null },
): RawMention {
  let after = name.to;
  const bracket = isSign(tokens[after], '(', '»', '"', '”');
  if (bracket) after += 1;
  const following = nounKind(marks[after]);
  const beforeAt = markBefore(tokens, endings, from);
  const preceding = beforeAt === null ? null : nounKind(marks[beforeAt]);
  const genitive =
    following !== null &&
    preceding !== null &&
    preceding.kind !== following.kind &&
    preceding.kind !== 'other' &&
    name.candidates.every(({ adjective }) => !adjective);
  if (following !== null && !genitive) {
    let to = marks[after]?.to ?? after + 1;
    if (bracket && isSign(tokens[after - 1], '(') && isSign(tokens[to], ')')) to += 1;
    if (
      isSign(tokens[to], '.') &&
      tokens[to]?.gap === 'none' &&
      tokens[to + 1]?.kind !== 'lineBreak' &&
      tokens[to + 1] !== undefined &&
      to - name.to === 1 &&
      (tokens[to - 1]?.key.length ?? 9) <= 3
    )
      to += 1;
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

/** True when only commas, "and" and prepositions stand between two tokens: the names around them are one list. */
export function isListGap(tokens: Tokens, marks: Marks, from: number, to: number, meter: Meter): boolean {
  if (to - from > 6) return false;
  let at = from;
  while (at < to) {
    meter.steps += 1;
    const mark = marks[at];
    if (means(mark, 'and', 'locative')) at = mark?.to ?? at + 1;
    else if (isSign(tokens[at], ',', '«', '»', '"', '“', '”', '-') || tokens[at]?.kind === 'lineBreak') at += 1;
    else return false;
  }
  return true;
}

/** The first of two names that share their ending: «Западно- и Восточно-…ской». */
function elidedNameAt(gazetteer: Gazetteer, tokens: Tokens, marks: Marks, at: number): NameFound | null {
  const [first, hyphen] = [tokens[at], tokens[at + 1]];
  const second = at + (isSign(tokens[at + 2], ',') && means(marks[at + 3], 'and') ? 4 : 3);
  if (
    first === undefined ||
    !isSign(hyphen, '-') ||
    hyphen?.gap !== 'none' ||
    !(means(marks[at + 2], 'and') || isSign(tokens[at + 2], ','))
  )
    return null;
  if (!isSign(tokens[second + 1], '-')) return null;
  const whole = nameAt(gazetteer, [first, ...tokens.slice(second + 2, second + 5)], 0);
  return whole !== null && whole.to > 1 ? { ...whole, to: at + 2 } : null;
}

const timeWord = /^(врем|уакыт|time$|уақыт)/u;
const arabicTime = /^ۋاقىت/u;

function chosen(raw: RawMention, noun: NounKind | null, beside: boolean): Candidate | null {
  if (noun === 'other') return null;
  const fitting = raw.candidates.find(({ kind }) => kind === noun);
  if (fitting !== undefined || raw.noun !== null) return fitting ?? null;
  const adjective = raw.candidates.find((candidate) => candidate.adjective);
  if (adjective !== undefined) return adjective;
  const whole = raw.candidates.find(({ kind }) => kind === 'city' || kind === 'country' || kind === 'abroad');
  if (whole !== undefined) return whole;
  return raw.candidates.find(({ bare }) => bare || beside) ?? null;
}

/**
 * All mentions of areas. A city and a region that share a name are told apart by their noun, or by an adjective;
 * a name alone is the city's. A region's bare name counts beside a number, in a list of areas or after a preposition.
 */
export function findAreas(
  tokens: Tokens,
  marks: Marks,
  gazetteer: Gazetteer,
  numberFrom: ReadonlySet<number>,
  numberTo: ReadonlySet<number>,
  meter: Meter,
): AreaMention[] {
  const endings = endingsOf(marks);
  const raw: RawMention[] = [];
  let at = 0;
  while (at < tokens.length) {
    meter.steps += 1;
    const token = tokens[at];
    const name =
      token?.kind === 'word' ? (nameAt(gazetteer, tokens, at) ?? elidedNameAt(gazetteer, tokens, marks, at)) : null;
    if (name === null) {
      at += 1;
      continue;
    }
    const mention = withNoun(tokens, marks, endings, at, name);
    const before = tokens[mention.from - 1];
    const after = tokens[mention.to];
    const isTime =
      mention.noun === null &&
      ((before?.kind === 'word' && timeWord.test(before.key)) ||
        (after?.kind === 'word' && (timeWord.test(after.key) || arabicTime.test(after.key))));
    // A capital letter is asked of a name only where the script has them.
    const isName =
      (token?.capital ?? false) ||
      mention.noun !== null ||
      name.candidates.some(({ adjective }) => adjective) ||
      !/^[\p{Ll}]/u.test(token?.key ?? '') ||
      before === undefined ||
      before.kind === 'lineBreak' ||
      numberFrom.has(mention.to);
    if (!isTime && isName) raw.push(mention);
    at = Math.max(name.to, mention.to);
  }

  // A plural noun serves every name of its list, before it or after it.
  const nouns: (NounKind | null)[] = raw.map(({ noun }) => noun);
  const joined = raw.map(
    (mention, index) => index > 0 && isListGap(tokens, marks, raw[index - 1]?.to ?? 0, mention.from, meter),
  );
  for (let index = raw.length - 2; index >= 0; index -= 1) {
    const next = raw[index + 1];
    // A noun that follows an adjective serves adjectives only: a bare name before «…ской областях» is a city's.
    const served =
      joined[index + 1] === true &&
      next !== undefined &&
      (next.shared ? nounKind(marks[next.from]) === null : next.noun === null) &&
      next.candidates.every(({ adjective }) => !adjective);
    if (nouns[index] === null && served) nouns[index] = nouns[index + 1] ?? null;
  }
  let forward: NounKind | null = null;
  for (const [index, mention] of raw.entries()) {
    if (joined[index] !== true) forward = null;
    if (mention.shared && nounKind(marks[mention.from])?.plural === true) forward = mention.noun;
    else if (mention.noun !== null) forward = null;
    else if (forward !== null && nouns[index] === null && mention.candidates.some(({ kind }) => kind === forward))
      nouns[index] = forward;
  }

  const besideNumber = (mention: RawMention): boolean => {
    let next = mention.to;
    while (
      next < mention.to + 3 &&
      (isSign(tokens[next], '–', '-', ':', '(', '|', '=', '.', '…') || means(marks[next], 'locative'))
    )
      next += 1;
    return (
      numberFrom.has(next) ||
      numberTo.has(mention.from) ||
      (means(marks[markBefore(tokens, endings, mention.from) ?? -1], 'locative') && numberTo.has(mention.from - 1))
    );
  };
  const kept: (AreaMention | null)[] = raw.map(() => null);
  for (let index = raw.length - 1; index >= 0; index -= 1) {
    meter.steps += 1;
    const mention = raw[index];
    if (mention === undefined) continue;
    const inList = joined[index + 1] === true && kept[index + 1] !== null;
    const candidate = chosen(mention, nouns[index] ?? null, besideNumber(mention) || inList);
    if (candidate === null) continue;
    if (
      candidate.kind === 'region' &&
      !candidate.adjective &&
      (nouns[index] ?? null) === null &&
      !besideNumber(mention) &&
      !inList
    ) {
      const preposition = markBefore(tokens, endings, mention.from);
      const placed =
        (preposition !== null && means(marks[preposition], 'locative')) ||
        means(marks[mention.to], 'locative') ||
        mention.suffix !== null;
      if (!placed) continue;
    }
    kept[index] = { from: mention.from, to: mention.to, area: candidate.area, kind: candidate.kind };
  }
  return kept.filter((mention) => mention !== null);
}
