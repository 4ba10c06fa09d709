import { isSign } from './is-sign.ts';
import type { Meter } from './meter.ts';
import { fractionWords, numberWords, wholeWords } from './number-words.ts';
import type { Token } from './scan.ts';

type Tokens = readonly Token[];

/** What a number is without its sign and endings. */
export interface NumberCore {
  readonly to: number;
  readonly shape: 'integer' | 'decimal' | 'count' | 'clock' | 'date';
  /** The whole part; for a clock, the hour. */
  readonly whole: number;
  /** Digits after the decimal sign; for a clock, the minutes. */
  readonly fraction: string;
}

const isDigits = (token: Token | undefined): token is Token => token?.kind === 'digits';

/** A run of number words: «шестьдесят девять», "two hundred", «сексен». */
function wordsAt(tokens: Tokens, at: number, meter: Meter): { to: number; value: number } | null {
  let to = at;
  let value = 0;
  let last = Number.POSITIVE_INFINITY;
  for (;;) {
    meter.steps += 1;
    const hyphen = to > at && isSign(tokens[to], '-') ? 1 : 0;
    const token = tokens[to + hyphen];
    const word = token?.kind === 'word' ? numberWords.get(token.key) : undefined;
    if (word === undefined) break;
    if (word.multiplies) value = Math.max(1, value) * word.value;
    else if (word.value >= last || (last < 20 && last !== 10) || (last === 10 && word.value > 9)) break;
    else value += word.value;
    last = word.multiplies ? 100 : word.value;
    to += hyphen + 1;
  }
  return to === at ? null : { to, value };
}

/** «67 целых 85 сотых»: digits with the words of a fraction. */
export function digitsInWordsAt(tokens: Tokens, at: number): NumberCore | null {
  const [whole, join] = [tokens[at], tokens[at + 1]];
  // «69 целых и 31 сотая»
  const and = tokens[at + 2]?.key === 'и' ? 1 : 0;
  const [part, parts] = [tokens[at + 2 + and], tokens[at + 3 + and]];
  if (!isDigits(whole) || !isDigits(part) || join?.kind !== 'word' || !wholeWords.has(join.key)) return null;
  const size = fractionWords.get(parts?.key ?? '');
  if (size === undefined || part.key.length > (size === 100 ? 2 : 1)) return null;
  const fraction = size === 100 ? part.key.padStart(2, '0') : part.key;
  return { to: at + 4 + and, shape: 'decimal', whole: Number(whole.key), fraction };
}

export function wordsCore(tokens: Tokens, at: number, meter: Meter): NumberCore | null {
  const whole = wordsAt(tokens, at, meter);
  if (whole === null) return null;
  const join = tokens[whole.to];
  // «тридцать восемь и пятьдесят пять сотых»
  const spoken = join?.key === 'и' ? wordsAt(tokens, whole.to + 1, meter) : null;
  const parts = spoken === null ? undefined : fractionWords.get(tokens[spoken.to]?.key ?? '');
  if (spoken !== null && parts !== undefined && spoken.value < parts)
    return {
      to: spoken.to + 1,
      shape: 'decimal',
      whole: whole.value,
      fraction: parts === 100 ? String(spoken.value).padStart(2, '0') : String(spoken.value),
    };
  if (join?.kind === 'word' && wholeWords.has(join.key)) {
    const before = fractionWords.get(tokens[whole.to + 1]?.key ?? '');
    const part = wordsAt(tokens, whole.to + (before === undefined ? 1 : 2), meter);
    if (part !== null) {
      let digits = String(part.value);
      let to = part.to;
      const after = fractionWords.get(tokens[to]?.key ?? '');
      if (after !== undefined) to += 1;
      const second = join.key === 'point' && part.value < 10 ? wordsAt(tokens, to, meter) : null;
      if (second !== null) {
        digits += String(second.value);
        to = second.to;
      }
      if ((after ?? before) === 100) digits = digits.padStart(2, '0');
      return { to, shape: 'decimal', whole: whole.value, fraction: digits };
    }
  }
  return { to: whole.to, shape: 'integer', whole: whole.value, fraction: '' };
}
