import { decodeMarkup } from './decode-markup.ts';
import { foldWord } from './fold-word.ts';
import type { Meter } from './meter.ts';

/** The smallest pieces of an announcement. A hyphen is punctuation, so «Северо-Восточная» is three tokens. */
export interface Token {
  readonly kind: 'word' | 'digits' | 'percent' | 'punctuation' | 'lineBreak';
  /** Its place in the text as given, markup included. */
  readonly start: number;
  readonly end: number;
  /** Folded for words, ASCII for digits, one plain sign for punctuation. */
  readonly key: string;
  /** What stands between the token before and this one: nothing, one space, or more (a tab, a run of spaces). */
  readonly gap: 'none' | 'space' | 'wide';
  /** How many tabs stand before it. */
  readonly cells: number;
  readonly capital: boolean;
  /** Two letters or more, all of them capitals. */
  readonly shouted: boolean;
}

const letter = /[\p{L}\p{M}]/u;
const digit = /\p{Nd}/u;
const upper = /\p{Lu}/u;
const shout = /^[\p{Lu}\p{M}]{2,}$/u;
// Joiners, direction marks, soft hyphens and the variation selectors and keycaps of emoji.
const invisibles =
  '\\u00AD\\u034F\\u061C\\u180E\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2064\\u2066-\\u2069\\u20E3\\uFE00-\\uFE0F\\uFEFF';
const invisible = new RegExp(`[${invisibles}]`, 'u');
const everyInvisible = new RegExp(`[${invisibles}]`, 'gu');
const blank = new RegExp(`[\\s${invisibles}]`, 'u');
const pictograph = /\p{Extended_Pictographic}/u;
const plainSign: Readonly<Record<string, string>> = {
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '–',
  '\u2013': '–',
  '\u2014': '–',
  '\u2015': '–',
  '\u2212': '–',
  '\uFE63': '-',
  '\uFF0D': '-',
  '→': '–',
  '⟶': '–',
  '➔': '–',
  '➜': '–',
  '➡': '–',
  '⇒': '–',
  '⸺': '–',
  '│': '|',
  '┃': '|',
  '║': '|',
  '¦': '|',
  '٪': '%',
  '％': '%',
  '﹪': '%',
  '٫': ',',
  '،': ',',
  '，': ',',
  '٬': "'",
  '؛': ';',
  '·': '•',
  '●': '•',
  '▪': '•',
  '∙': '•',
  '◦': '•',
  '■': '•',
  '□': '•',
  '▫': '•',
  '○': '•',
  '◆': '•',
  '‣': '•',
  '⁃': '•',
  '*': '•',
  '’': "'",
  ʼ: "'",
  '：': ':',
};
/** Signs that lead from a name to its number when they stand in a row: "Name ........ 80". */
const leader = /(?:\.\s?){3,}\.|…(?:\s?…)+|_{3,}|-{3,}|—{2,}|–{2,}|·{3,}|={2,}>?|->/y;

/** The value of a decimal digit of any script. */
function asciiDigit(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return character;
  // Every run of decimal digits in Unicode begins at a code point that is 0 or 6 modulo 16, zero first.
  for (const zero of [0x660, 0x6f0]) if (code >= zero && code < zero + 10) return String(code - zero);
  return character.normalize('NFKC');
}

/** Cuts a text into tokens with UTF-16 offsets; every code unit is looked at a bounded number of times. */
export function scan(given: string, meter: Meter): Token[] {
  const { text, starts, ends } = decodeMarkup(given, meter);
  const tokens: Token[] = [];
  let at = 0;
  let gap: Token['gap'] = 'none';
  let cells = 0;

  // Words come again and again in one text.
  const folded = new Map<string, string>();
  const fold = (word: string): string => {
    const known = folded.get(word) ?? foldWord(word);
    folded.set(word, known);
    return known;
  };
  const sizeAt = (index: number): number => ((text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1);
  const runOf = (pattern: RegExp): number => {
    let end = at;
    while (end < text.length) {
      const size = sizeAt(end);
      const character = text.slice(end, end + size);
      if (!pattern.test(character) && !invisible.test(character)) break;
      meter.steps += 1;
      end += size;
    }
    // Invisible marks after the last letter do not belong to the word.
    while (end > at && invisible.test(text[end - 1] ?? '')) end -= 1;
    return end;
  };
  const push = (kind: Token['kind'], end: number, key: string, capital = false, shouted = false): void => {
    tokens.push({
      kind,
      start: starts[at] ?? 0,
      end: ends[end - 1] ?? given.length,
      key,
      gap,
      cells,
      capital,
      shouted,
    });
    gap = 'none';
    cells = 0;
    at = end;
  };

  while (at < text.length) {
    meter.steps += 1;
    const character = text.slice(at, at + sizeAt(at));
    leader.lastIndex = at;
    const led = leader.exec(text);
    if (character === '\n' || character === '\r' || character === '\u2028' || character === '\u2029') {
      push('lineBreak', at + 1, '\n');
    } else if (blank.test(character)) {
      if (character === '\t') cells += 1;
      if (!invisible.test(character)) gap = gap === 'none' && character !== '\t' ? 'space' : 'wide';
      at += character.length;
    } else if (letter.test(character)) {
      const end = runOf(letter);
      const word = text.slice(at, Math.max(end, at + character.length)).replace(everyInvisible, '');
      push('word', Math.max(end, at + character.length), fold(word), upper.test(character), shout.test(word));
    } else if (digit.test(character)) {
      const end = runOf(digit);
      const digits = text.slice(at, end).replace(everyInvisible, '');
      push('digits', end, [...digits].map(asciiDigit).join(''));
    } else if (led !== null) {
      meter.steps += led[0].length;
      push('punctuation', at + led[0].length, '–');
    } else {
      const sign = plainSign[character] ?? (pictograph.test(character) ? '•' : character);
      push(sign === '%' ? 'percent' : 'punctuation', at + character.length, sign);
    }
  }
  return tokens;
}
