import { isSign } from './is-sign.ts';
import type { AreaMention } from './area-mention.ts';
import { endsSentenceToo, endsWithHour } from './opens-sentence.ts';
import type { Meter } from './meter.ts';
import type { NumberRead } from './read-numbers.ts';
import type { Token } from './scan.ts';
import { goesOnAfterRow, isWholeRow } from './whole-row.ts';

/** A run of tokens that is read as one statement. */
export interface Sentence {
  readonly from: number;
  readonly to: number;
  /** It follows a semicolon: what was said before it still holds. */
  readonly continues: boolean;
  /** It is a whole line, or the first on its line. */
  readonly lineStart: boolean;
  /** It ends with a colon: a heading of what follows. */
  readonly heads: boolean;
}

/** Longer than any sentence of people; it bounds the work on one sentence. */
const longestSentence = 600;
const abbreviations = new Set([
  'г',
  'гг',
  'гор',
  'обл',
  'тыс',
  'млн',
  'им',
  'ул',
  'ст',
  'п',
  'т',
  'е',
  'ч',
  'мин',
  'проц',
  'пр',
  'р',
  'a',
  'e',
  'i',
  'g',
  'vs',
  'approx',
  'incl',
  'reg',
  'др',
  'чел',
  'см',
  'ок',
  'қ',
  'p',
  'm',
  'no',
  'st',
  'mln',
  'pct',
  'nov',
  'ж',
]);

/**
 * Cuts the tokens into sentences: at full stops, semicolons and ends of lines. A line goes on in the next one when that
 * begins with a small letter; `breaks` says which breaks part a name from its own number, or one row from the next.
 */
export function splitSentences(
  tokens: readonly Token[],
  numbers: ReadonlyMap<number, NumberRead>,
  mentions: ReadonlyMap<number, AreaMention>,
  breaks: ReadonlyMap<number, boolean>,
  meter: Meter,
): Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  let continues = false;
  let lineStart = true;
  const close = (to: number, next: number, semicolon: boolean, atLine: boolean): void => {
    if (to > from) sentences.push({ from, to, continues, lineStart, heads: isSign(tokens[to - 1], ':') });
    from = next;
    continues = semicolon;
    lineStart = atLine;
  };
  // In a text without capitals a small letter says nothing.
  const capitals = tokens.some(({ capital }) => capital);
  let at = 0;
  let lineFrom = 0;
  while (at < tokens.length) {
    meter.steps += 1;
    if (at - from >= longestSentence) close(at, at, true, false);
    const number = numbers.get(at);
    if (number !== undefined) {
      at = number.to;
      continue;
    }
    const mention = mentions.get(at);
    if (mention !== undefined) {
      at = mention.to;
      continue;
    }
    const token = tokens[at];
    if (token === undefined) break;
    const [before, next] = [tokens[at - 1], tokens[at + 1]];
    if (token.kind === 'lineBreak') {
      const open = before !== undefined && !isSign(before, '.', '!', '?', ':', ';', '…') && at > from;
      const small =
        capitals &&
        next?.kind === 'word' &&
        !next.capital &&
        next.key.toUpperCase() !== next.key &&
        /^[\p{Ll}]/u.test(next.key);
      // A name that begins the next line begins the next row, unless the sentence plainly waits for it.
      const row = mentions.has(at + 1) && before?.kind !== 'word';
      const listed =
        isSign(before, ',') &&
        tokens[at - 2]?.kind === 'word' &&
        !numbers.has(at - 2) &&
        next?.kind === 'word' &&
        !/^\p{Nd}/u.test(tokens[from]?.key ?? '');
      const whole = isWholeRow(tokens, numbers, mentions, lineFrom, at) && !goesOnAfterRow.test(next?.key ?? '');
      const goesOn = open && ((small && !row && !whole && !arabicOrOther(next.key)) || listed);
      if (!(breaks.get(at) ?? goesOn)) close(at, at + 1, false, true);
      lineFrom = at + 1;
    } else if (isSign(token, ';')) {
      if (!isCellEdge(tokens, at) && !isListOfNumbers(tokens, numbers, at)) close(at, at + 1, true, false);
    } else if (isSign(token, '!', '?', '…')) {
      close(at + 1, at + 1, false, false);
    } else if (isSign(token, '.') && at > from && token.gap === 'none') {
      const abbreviation =
        before?.kind === 'word' &&
        abbreviations.has(before.key) &&
        !endsSentenceToo(tokens, at) &&
        !endsWithHour(tokens, from, at, (place) => mentions.get(place));
      const ordinal = numbers.get(at - 1)?.shape === 'integer' && at - 1 === from;
      const ends =
        next === undefined ||
        next.kind === 'lineBreak' ||
        (next.gap !== 'none' &&
          (before?.kind === 'percent' ||
            !capitals ||
            !(next.kind === 'word' && !next.capital && /^\p{Ll}/u.test(next.key))));
      if (
        ends &&
        breaks.get(at + 1) !== true &&
        !ordinal &&
        !(abbreviation && next !== undefined && next.kind !== 'lineBreak')
      )
        close(at + 1, at + 1, false, false);
    }
    at += 1;
  }
  close(tokens.length, tokens.length, false, false);
  return sentences;
}

/** «явка на 18:00;явка на 20:00»: an hour ends the head of its column. */
function isHour(tokens: readonly Token[], to: number): boolean {
  const [lead, hour, sign, minutes] = tokens.slice(Math.max(0, to - 4), to);
  if (hour?.kind !== 'digits' || minutes?.kind !== 'digits' || sign?.gap !== 'none') return false;
  return isSign(sign, ':') || (isSign(sign, '.') && ['на', 'к', 'at', 'by'].includes(lead?.key ?? ''));
}

/** A semicolon without a space after it, between a name and a number or two numbers: the edge of a cell. */
function isCellEdge(tokens: readonly Token[], at: number): boolean {
  const [before, next] = [tokens[at - 1], tokens[at + 1]];
  const number = next?.kind === 'digits' || (isSign(next, '"') && tokens[at + 2]?.kind === 'digits');
  const name = isSign(next, '"') || next?.kind === 'word';
  const ordinal = before?.kind === 'digits' && (tokens[at - 2] === undefined || tokens[at - 2]?.kind === 'lineBreak');
  const heads = (before?.kind === 'word' || isHour(tokens, at)) && next?.kind === 'word' && tokens[at]?.gap === 'none';
  return next?.gap === 'none' && (number || heads || (name && ordinal));
}

const inOrder = /^(соответств|respectiv|тиисинше|сайкесинше)/u;

/** «80,18; 81,43; 80,31 и 80,37 процента соответственно»: a semicolon before a number that another number or the list's end follows. */
function isListOfNumbers(tokens: readonly Token[], numbers: ReadonlyMap<number, NumberRead>, at: number): boolean {
  const next = numbers.get(at + 1);
  const last = tokens[at - 1];
  const ordinal = next !== undefined && isSign(tokens[next.to], '.') && tokens[next.to + 1]?.kind === 'word';
  const fits =
    !ordinal && next !== undefined && (next.shape === 'decimal' || (next.shape === 'integer' && next.whole <= 100));
  if (!fits || !(last?.kind === 'digits' || last?.kind === 'percent')) return false;
  const after = tokens[next.to];
  if (isSign(after, ';', ',')) return numbers.has(next.to + 1);
  if (after === undefined || after.kind === 'lineBreak' || isSign(after, '.')) return true;
  return after.kind === 'word' && (numbers.has(next.to + 1) || inOrder.test(after.key));
}

/** A script without capitals: a small letter says nothing there. */
function arabicOrOther(key: string): boolean {
  return !/^[\p{Script=Cyrillic}\p{Script=Latin}]/u.test(key);
}
