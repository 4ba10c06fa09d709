import { foldWord } from './fold-word.ts';
import { inOtherKazakhScripts } from './kazakh-scripts.ts';
import type { Meaning, Phrases } from './meaning.ts';
import type { Meter } from './meter.ts';
import { englishPhrases } from './phrases-en.ts';
import { kazakhPhrases } from './phrases-kk.ts';
import { russianPhrases } from './phrases-ru.ts';
import { tellingPhrases } from './phrases-telling.ts';
import type { Token } from './scan.ts';

/** A phrase found in the tokens: what it means and where it ends (exclusive). */
export interface Mark {
  readonly meanings: readonly Meaning[];
  readonly to: number;
}

interface WordPattern {
  readonly stem: string;
  readonly open: boolean;
}
interface PhrasePattern {
  readonly words: readonly WordPattern[];
  readonly meaning: Meaning;
}

export interface Phrasebook {
  readonly exact: ReadonlyMap<string, readonly PhrasePattern[]>;
  readonly open: ReadonlyMap<string, readonly PhrasePattern[]>;
}

function patternsOf(phrases: Phrases, variantsOf: (phrase: string) => readonly string[]): PhrasePattern[] {
  return Object.entries(phrases).flatMap(([meaning, list]) =>
    list
      .split('|')
      .flatMap((phrase) => [phrase, ...variantsOf(phrase)])
      .map((phrase) => ({
        meaning: meaning as Meaning,
        words: phrase
          .trim()
          .split(/[\s'-]+/)
          .map((word) => ({ stem: foldWord(word.replace('*', '')), open: word.endsWith('*') })),
      })),
  );
}

/**
 * The words of all languages and scripts, indexed by the first word of each phrase, and `own` phrases of the election.
 */
export function buildPhrasebook(own: Phrases = {}): Phrasebook {
  const exact = new Map<string, PhrasePattern[]>();
  const open = new Map<string, PhrasePattern[]>();
  const patterns = [
    ...patternsOf(russianPhrases, () => []),
    ...patternsOf(englishPhrases, () => []),
    ...patternsOf(kazakhPhrases, inOtherKazakhScripts),
    ...patternsOf(tellingPhrases.ru, () => []),
    ...patternsOf(tellingPhrases.en, () => []),
    ...patternsOf(tellingPhrases.kk, inOtherKazakhScripts),
    ...patternsOf(own, () => []),
  ];
  for (const pattern of patterns) {
    const first = pattern.words[0];
    if (first === undefined) continue;
    const index = first.open ? open : exact;
    const list = index.get(first.stem);
    if (list === undefined) index.set(first.stem, [pattern]);
    else list.push(pattern);
  }
  return { exact, open };
}

const longestStem = 24;

/** The place after `words` when they stand at `from` (hyphens and apostrophes between them do not matter), else null. */
function endOf(words: readonly WordPattern[], tokens: readonly Token[], from: number): number | null {
  let at = from;
  for (const [index, word] of words.entries()) {
    let token = tokens[at];
    if (index > 0 && token?.kind === 'punctuation' && (token.key === '-' || token.key === "'" || token.key === '.')) {
      at += 1;
      token = tokens[at];
    }
    if (token?.kind !== 'word') return null;
    if (word.open ? !token.key.startsWith(word.stem) : token.key !== word.stem) return null;
    at += 1;
  }
  return at;
}

/** The longest phrase that begins at a token; phrases of equal length give all their meanings. */
function phraseAt(book: Phrasebook, tokens: readonly Token[], from: number, meter: Meter): Mark | null {
  const token = tokens[from];
  if (token?.kind !== 'word') return null;
  let to = from;
  let meanings: Meaning[] = [];
  const consider = (patterns: readonly PhrasePattern[] | undefined): void => {
    for (const pattern of patterns ?? []) {
      meter.steps += 1;
      const end = endOf(pattern.words, tokens, from);
      if (end === null || end < to) continue;
      if (end > to) meanings = [];
      to = end;
      if (!meanings.includes(pattern.meaning)) meanings.push(pattern.meaning);
    }
  };
  consider(book.exact.get(token.key));
  for (let length = 1; length <= Math.min(token.key.length, longestStem); length += 1)
    consider(book.open.get(token.key.slice(0, length)));
  return meanings.length === 0 ? null : { meanings, to };
}

/** The phrases of a text, left to right, none inside another; indexed by the token they begin at. */
export function markPhrases(book: Phrasebook, tokens: readonly Token[], meter: Meter): (Mark | undefined)[] {
  const marks = new Array<Mark | undefined>(tokens.length).fill(undefined);
  let at = 0;
  while (at < tokens.length) {
    const mark = phraseAt(book, tokens, at, meter);
    if (mark === null) at += 1;
    else {
      marks[at] = mark;
      at = mark.to;
    }
  }
  return marks;
}

export function means(mark: Mark | undefined, ...meanings: readonly Meaning[]): boolean {
  return mark !== undefined && meanings.some((meaning) => mark.meanings.includes(meaning));
}
