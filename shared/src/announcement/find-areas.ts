import type { AreaMention } from './area-mention.ts';
import { bareRegions, opensRow } from './bare-regions.ts';
import { isSign } from './is-sign.ts';
import type { Candidate, Gazetteer, NameFound } from './gazetteer.ts';
import { nameAt } from './gazetteer.ts';
import type { Meter } from './meter.ts';
import type { Mark } from './phrasebook.ts';
import { means } from './phrasebook.ts';
import type { Token } from './scan.ts';
import type { NounKind, NamedPlace } from './with-noun.ts';
import { endingsOf, markBefore, nounKind, withNoun } from './with-noun.ts';
import { sectionsOf } from './section-nouns.ts';
import { withoutRepeats } from './without-repeats.ts';

type Tokens = readonly Token[];
type Marks = readonly (Mark | undefined)[];

/** True when only commas, "and" and prepositions stand between two tokens: the names around them are one list. */
export function isListGap(tokens: Tokens, marks: Marks, from: number, to: number, meter: Meter): boolean {
  if (to - from > 6) return false;
  let at = from;
  while (at < to) {
    meter.steps += 1;
    const mark = marks[at];
    if (means(mark, 'and', 'locative') || tokens[at]?.key === 'the') at = mark?.to ?? at + 1;
    else if (isSign(tokens[at], ',', '«', '»', '"', '“', '”', '-') || tokens[at]?.kind === 'lineBreak') at += 1;
    else return false;
  }
  return true;
}

/** The place after a bracket that holds one number, when one opens at a token. */
function bracketedEnd(
  tokens: Tokens,
  at: number,
  numberFrom: ReadonlySet<number>,
  numberTo: ReadonlySet<number>,
): number | null {
  if (!isSign(tokens[at], '(') || !numberFrom.has(at + 1)) return null;
  for (let end = at + 2; end <= at + 6; end += 1)
    if (isSign(tokens[end], ')')) return numberTo.has(end) ? end + 1 : null;
  return null;
}

/** The noun in brackets behind the number that is tied to a name. */
function nounAfterNumber(
  tokens: Tokens,
  marks: Marks,
  from: number,
  numberFrom: ReadonlySet<number>,
  numberTo: ReadonlySet<number>,
): NounKind | null {
  let at = from;
  while (at < from + 2 && isSign(tokens[at], '–', '-', ':', '|', '=')) at += 1;
  if (!numberFrom.has(at)) return null;
  let end = at + 1;
  while (end < at + 6 && !(numberTo.has(end) && isSign(tokens[end], '('))) end += 1;
  const noun = isSign(tokens[end], '(') ? marks[end + 1] : undefined;
  const closes = noun?.to ?? 0;
  const bracketed = isSign(tokens[closes], ')') || (isSign(tokens[closes], '.') && isSign(tokens[closes + 1], ')'));
  return bracketed ? (nounKind(noun)?.kind ?? null) : null;
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

const timeWord = /^(врем|уакыт|time$|yakyt|yaqyt|uaqyt|uakyt|waqyt)/u;
const arabicTime = /^ۋاقىت/u;

/** Which of the areas of this name is meant, or null; a region's name alone may be its town's where people are said to be "in" it. */
function chosen(raw: NamedPlace, noun: NounKind | null, beside: boolean): Candidate | null {
  if (noun === 'other') return null;
  const fitting = raw.candidates.find(({ kind }) => kind === noun);
  if (fitting !== undefined || raw.noun !== null) return fitting ?? null;
  const adjective = raw.candidates.find((candidate) => candidate.adjective);
  if (adjective !== undefined) return adjective;
  const whole = raw.candidates.find(({ kind }) => kind === 'city' || kind === 'country' || kind === 'abroad');
  if (whole !== undefined) return whole;
  return raw.candidates.find(({ bare }) => bare || beside) ?? null;
}

/** Which tokens stand in a line that names percent. */
function linesOfPercent(tokens: Tokens, marks: Marks): boolean[] {
  const inLine = new Array<boolean>(tokens.length).fill(false);
  let from = 0;
  let found = false;
  for (let at = 0; at <= tokens.length; at += 1) {
    found ||= tokens[at]?.kind === 'percent' || means(marks[at], 'percent');
    if (at < tokens.length && tokens[at]?.kind !== 'lineBreak') continue;
    if (found) inLine.fill(true, from, at);
    from = at;
    found = false;
  }
  return inLine;
}

const isLatin = (token: Token | undefined): boolean => /^[a-z]/u.test(token?.key ?? '');

/** «ИМЯ, 20 ноября — …»: a region's name alone that opens a line before a date is the town the report is sent from. */
function opensDateline(tokens: Tokens, marks: Marks, { from, to, noun }: NamedPlace): boolean {
  const opens = tokens[from - 1] === undefined || tokens[from - 1]?.kind === 'lineBreak';
  const dated = [2, 3].some((after) => means(marks[to + after], 'month')) || means(marks[to + 1], 'month');
  return opens && noun === null && isSign(tokens[to], ',') && dated;
}

/** A name that the pack itself writes without a noun. */
function ownName(mention: NamedPlace | undefined): boolean {
  return mention?.candidates.some(({ bare, adjective }) => bare || adjective) ?? false;
}

/** «Атау: …»: a name with a colon that begins its line. */
function headsLine(tokens: Tokens, { from, to, candidates }: NamedPlace): boolean {
  const first = tokens[from - 1] === undefined || tokens[from - 1]?.kind === 'lineBreak';
  return first && isSign(tokens[to], ':') && candidates.every(({ kind }) => kind === 'region');
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
  const raw: NamedPlace[] = [];
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
    const inTimePhrase = means(marks[at], 'neutral') && (marks[at]?.to ?? at) > name.to;
    const sameCell = token?.cells === 0;
    const isTime =
      inTimePhrase ||
      (sameCell && before?.kind === 'word' && timeWord.test(before.key)) ||
      (mention.noun === null && after?.kind === 'word' && (timeWord.test(after.key) || arabicTime.test(after.key)));
    // A capital letter is asked of a name only where the script has them.
    const isName =
      (token?.capital ?? false) ||
      mention.noun !== null ||
      name.candidates.some(({ kind }) => kind === 'region' || kind === 'city') ||
      !/^[\p{Ll}]/u.test(token?.key ?? '') ||
      before === undefined ||
      before.kind === 'lineBreak' ||
      numberFrom.has(mention.to);
    // «в столице», "in the capital", but not «в южной столице».
    const word = before?.key === 'the' ? at - 1 : at;
    const qualified =
      name.candidates.every(({ common }) => common) &&
      mention.noun === null &&
      tokens[word - 1]?.kind === 'word' &&
      !means(marks[endings[word] ?? -1], 'locative', 'and', 'outOf', 'regionNouns', 'voters');
    if (!isTime && isName) raw.push(qualified ? { ...mention, noun: 'other' } : mention);
    at = Math.max(name.to, mention.to);
  }

  const percentLine = linesOfPercent(tokens, marks);
  // A plural noun serves every name of its list, before it or after it.
  const nouns: (NounKind | null)[] = raw.map(({ noun }) => noun);
  const joined = raw.map((mention, index) => {
    const end = raw[index - 1]?.to ?? 0;
    return (
      index > 0 && isListGap(tokens, marks, bracketedEnd(tokens, end, numberFrom, numberTo) ?? end, mention.from, meter)
    );
  });
  // «… (80,05 %), … (79,3 %) облыстарында»: the plural noun stands after the number of the last.
  for (const [index, mention] of raw.entries()) {
    const end = bracketedEnd(tokens, mention.to, numberFrom, numberTo);
    const noun = end === null ? null : nounKind(marks[end]);
    if (mention.noun === null && noun?.plural === true && mention.candidates.every(({ adjective }) => !adjective))
      nouns[index] = noun.kind;
  }
  // "Name – 70.92 (region)": the noun that tells two places of one name apart stands after the number.
  for (const [index, mention] of raw.entries()) {
    const noun = mention.noun === null ? nounAfterNumber(tokens, marks, mention.to, numberFrom, numberTo) : null;
    if (noun !== null && mention.candidates.some(({ kind }) => kind === noun)) nouns[index] = noun;
  }
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

  // «Области: … – 72,10 … Города: … – 28,72»: the heading of its part of the list serves a bare name.
  const sections = sectionsOf(tokens, marks);
  let part = -1;
  for (const [index, mention] of raw.entries()) {
    while ((sections[part + 1]?.from ?? mention.from) < mention.from) part += 1;
    const section = sections[part];
    const fits = mention.candidates.some(({ kind }) => kind === section?.kind);
    if (section !== undefined && fits && nouns[index] === null && opensRow(tokens, numberFrom, mention))
      nouns[index] = section.kind;
  }
  for (const index of bareRegions(tokens, raw, nouns, numberFrom)) nouns[index] = 'region';

  const besideNumber = (mention: NamedPlace): boolean => {
    let next = mention.to;
    while (
      next < mention.to + 4 &&
      (isSign(tokens[next], '–', '-', ':', '(', ')', '|', '=', '.', '…', '/', '"', '»', '”', ';', '•') ||
        (isSign(tokens[next], ',') && tokens[next + 1]?.gap === 'none') ||
        tokens[next]?.kind === 'lineBreak' ||
        means(marks[next], 'locative'))
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
    const inList =
      (joined[index + 1] === true && kept[index + 1] !== null && kept[index + 1]?.kind !== 'other') ||
      (joined[index] === true && ownName(mention) && ownName(raw[index - 1])) ||
      (joined[index + 1] === true && ownName(mention) && ownName(raw[index + 1]));
    const preposition = markBefore(tokens, endings, mention.from);
    const inside = mention.suffix !== null || (preposition !== null && means(marks[preposition], 'locative'));
    const misfit = mention.noun !== null && !mention.candidates.some(({ kind }) => kind === mention.noun);
    // «…ский» without a noun agrees with a district, not with a region.
    const masculine =
      (nouns[index] ?? null) === null &&
      mention.candidates.some(({ adjective }) => adjective) &&
      /ск(ий|ого|ому|ом)$/u.test(tokens[mention.to - 1]?.key ?? '');
    if (mention.noun === 'other' || masculine || (misfit && !mention.shared)) {
      kept[index] = { from: mention.from, to: mention.to, area: mention.candidates[0]?.area ?? '', kind: 'other' };
      continue;
    }
    const dateline = opensDateline(tokens, marks, mention);
    const beside = !inside && (besideNumber(mention) || inList);
    const candidate = chosen(mention, nouns[index] ?? null, beside || dateline);
    if (candidate === null) continue;
    if (
      candidate.kind === 'region' &&
      !candidate.adjective &&
      !candidate.initials &&
      (nouns[index] ?? null) === null &&
      !besideNumber(mention) &&
      !inList
    ) {
      const spoken = percentLine[mention.from] === true && isLatin(tokens[mention.from]) && ownName(mention);
      const placed =
        (spoken && (tokens[mention.to]?.capital !== true || tokens[mention.to]?.shouted === true)) ||
        (preposition !== null && means(marks[preposition], 'locative')) ||
        means(marks[mention.to], 'locative') ||
        headsLine(tokens, mention) ||
        mention.suffix !== null;
      if (!placed && !dateline) continue;
    }
    kept[index] = { from: mention.from, to: mention.to, area: candidate.area, kind: candidate.kind };
  }
  return withoutRepeats(
    tokens,
    kept.filter((mention) => mention !== null),
  );
}
