import { isSign } from './is-sign.ts';
import type { Meter } from './meter.ts';
import { numberWords } from './number-words.ts';
import { digitsInWordsAt, wordsCore } from './spoken-numbers.ts';
import type { NumberCore } from './spoken-numbers.ts';
import type { Mark } from './phrasebook.ts';
import { means } from './phrasebook.ts';
import type { Token } from './scan.ts';

/** A number as it stands in the text, with the tokens it takes (its percent sign and case ending included). */
export interface NumberRead {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
  readonly shape: 'integer' | 'decimal' | 'count' | 'clock' | 'date';
  /** The whole part; for a clock, the hour. */
  readonly whole: number;
  /** Digits after the decimal sign; for a clock, the minutes. */
  readonly fraction: string;
  /** The value as a count of people, null when it has a fraction or is too large to be exact. */
  readonly count: number | null;
  /** "8 млн", "8,3 million": said to the nearest hundred thousand or worse, so not a count. */
  readonly rounded: boolean;
  readonly percent: boolean;
  /** Percentage points: a difference. */
  readonly points: boolean;
  /** A case ending or a suffix was joined to it: «80-ти», «20.05-дегі». */
  readonly suffix: string | null;
  readonly inWords: boolean;
}

type Tokens = readonly Token[];
type Marks = readonly (Mark | undefined)[];
type Core = NumberCore;

const isDigits = (token: Token | undefined): token is Token => token?.kind === 'digits';
const asNumber = (digits: string): number => (digits.length > 15 ? Number.POSITIVE_INFINITY : Number(digits));
const isYearLike = (digits: string): boolean =>
  digits.length === 4 && (digits.startsWith('19') || digits.startsWith('20'));

function percentAt(tokens: Tokens, marks: Marks, at: number): boolean {
  return tokens[at]?.kind === 'percent' || means(marks[at], 'percent', 'points');
}

/** "20.11.2022", "2022-11-20", "20/11/2022". */
function dateAt(tokens: Tokens, at: number): Core | null {
  const [a, first, b, second, c] = [tokens[at], tokens[at + 1], tokens[at + 2], tokens[at + 3], tokens[at + 4]];
  if (
    !isDigits(a) ||
    !isDigits(b) ||
    !isDigits(c) ||
    first === undefined ||
    second === undefined ||
    first.key !== second.key
  )
    return null;
  if (!isSign(first, '.', '-', '/') || [first, b, second, c].some((token) => token.gap !== 'none')) return null;
  const sizes = `${a.key.length}${b.key.length}${c.key.length}`;
  return ['224', '124', '422', '222', '114', '214'].includes(sizes)
    ? { to: at + 5, shape: 'date', whole: 0, fraction: '' }
    : null;
}

function clockAt(tokens: Tokens, at: number): Core | null {
  const [hour, sign, minute] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (!isDigits(hour) || !isSign(sign, ':') || !isDigits(minute) || sign?.gap !== 'none' || minute.gap !== 'none')
    return null;
  if (hour.key.length > 2 || minute.key.length !== 2 || Number(hour.key) > 24 || Number(minute.key) > 59) return null;
  return { to: at + 3, shape: 'clock', whole: Number(hour.key), fraction: minute.key };
}

/** "7 450 395", "11,950,485", "1446 218": groups of three after a first group. */
function groupedAt(tokens: Tokens, marks: Marks, at: number, meter: Meter): Core | null {
  const first = tokens[at];
  if (!isDigits(first) || first.key.length > 4 || first.key.startsWith('0')) return null;
  let digits = first.key;
  let to = at + 1;
  let sign: string | null = null;
  let groups = 0;
  for (;;) {
    meter.steps += 1;
    const next = tokens[to];
    const signed = (isSign(next, ',', '.', "'") && next?.gap === 'none') || false;
    const group = signed ? tokens[to + 1] : next;
    if (!isDigits(group) || group.key.length !== 3 || group.gap !== (signed ? 'none' : 'space')) break;
    const separator = signed ? (next?.key ?? '') : ' ';
    if (sign !== null && sign !== separator) break;
    if (first.key.length === 4 && (signed || isYearLike(first.key))) return null;
    sign = separator;
    digits += group.key;
    to += signed ? 2 : 1;
    groups += 1;
  }
  if (groups === 0 || (first.key.length === 4 && groups > 1)) return null;
  // «20,429 млн»: a fraction of a million.
  if (groups === 1 && sign !== ' ' && means(marks[to], 'million')) return null;
  // One group after a decimal sign may be a fraction of three digits: a percent sign decides.
  if (groups === 1 && sign !== ' ' && percentAt(tokens, marks, to)) return null;
  return { to, shape: 'count', whole: asNumber(digits), fraction: '' };
}

function decimalAt(tokens: Tokens, marks: Marks, at: number): Core | null {
  const [whole, sign, fraction] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (!isDigits(whole) || !isSign(sign, ',', '.') || !isDigits(fraction) || sign === undefined) return null;
  // «80 ,56 %»: a space strayed in before the sign.
  const strayed = sign.gap === 'space' && sign.key === ',' && whole.key.length <= 2 && fraction.key.length <= 2;
  if (sign.gap !== 'none' && !(strayed && percentAt(tokens, marks, at + 3))) return null;
  const core: Core = { to: at + 3, shape: 'decimal', whole: asNumber(whole.key), fraction: fraction.key };
  if (fraction.gap === 'none') return core;
  // «67, 85 %»: a space strayed in.
  if (fraction.gap !== 'space' || fraction.key.length !== 2 || whole.key.length > 3) return null;
  const lineStart = at === 0 || tokens[at - 1]?.kind === 'lineBreak';
  if (sign.key === '.' && (lineStart || !percentAt(tokens, marks, at + 3))) return null;
  if (percentAt(tokens, marks, at + 3)) return isSign(tokens[at - 1], ',') && isDigits(tokens[at - 2]) ? null : core;
  const after = tokens[at + 3];
  const closes =
    after === undefined ||
    after.kind === 'lineBreak' ||
    isSign(after, ';') ||
    (isSign(after, ',', '.') && [undefined, 'lineBreak'].includes(tokens[at + 4]?.kind));
  return closes && isSign(tokens[at - 1], '–', '-', ':') ? core : null;
}

function digitsCore(tokens: Tokens, marks: Marks, at: number, meter: Meter): Core {
  const token = tokens[at];
  return (
    dateAt(tokens, at) ??
    digitsInWordsAt(tokens, at) ??
    clockAt(tokens, at) ??
    groupedAt(tokens, marks, at, meter) ??
    decimalAt(tokens, marks, at) ?? { to: at + 1, shape: 'integer', whole: asNumber(token?.key ?? ''), fraction: '' }
  );
}

/** Adds «8 млн 300 тысяч 46»: what follows a number with a multiplying word. */
function multiplied(
  tokens: Tokens,
  marks: Marks,
  first: Core,
  inWords: boolean,
  meter: Meter,
): { to: number; count: number | null; rounded: boolean } | null {
  let core: Core | null = first;
  let to = first.to;
  let total = 0;
  let rounded = false;
  let lowest = Number.POSITIVE_INFINITY;
  while (core !== null) {
    meter.steps += 1;
    const mark: Mark | undefined = marks[core.to];
    const factor = means(mark, 'million') ? 1_000_000 : means(mark, 'thousand') ? 1000 : 1;
    if (factor >= lowest || (factor === 1 && (lowest === Number.POSITIVE_INFINITY || core.shape !== 'integer'))) break;
    // Only the thousands may be left unsaid after a fraction of a million with three digits.
    const parts: number = core.fraction === '' ? 0 : Number(core.fraction.slice(0, 6).padEnd(6, '0'));
    total += core.whole * factor + (parts * factor) / 1_000_000;
    rounded = (factor === 1_000_000 && core.fraction.length < 3) || (factor === 1000 && core.fraction === '');
    lowest = factor;
    to = factor === 1 ? core.to : (mark?.to ?? core.to + 1);
    if (
      factor !== 1 &&
      isSign(tokens[to], '.') &&
      tokens[to]?.gap === 'none' &&
      tokens[to + 1]?.kind !== 'lineBreak' &&
      !(tokens[to + 1]?.capital ?? false)
    )
      to += 1;
    if (factor === 1) break;
    const next: Token | undefined = tokens[to];
    core = isDigits(next) ? digitsCore(tokens, marks, to, meter) : inWords ? wordsCore(tokens, to, meter) : null;
  }
  return lowest === Number.POSITIVE_INFINITY
    ? null
    : { to, count: Number.isSafeInteger(total) ? total : null, rounded };
}

function numberAt(tokens: Tokens, marks: Marks, at: number, meter: Meter): NumberRead | null {
  const inWords = tokens[at]?.kind === 'word';
  const core = inWords ? wordsCore(tokens, at, meter) : digitsCore(tokens, marks, at, meter);
  if (core === null) return null;
  const sum = core.shape === 'date' || core.shape === 'clock' ? null : multiplied(tokens, marks, core, inWords, meter);
  let to = sum?.to ?? core.to;

  let suffix: string | null = null;
  const takeSuffix = (): void => {
    const hyphen = tokens[to];
    const word = tokens[to + 1];
    if (
      !isSign(hyphen, '-') ||
      hyphen?.gap !== 'none' ||
      word?.kind !== 'word' ||
      word.gap !== 'none' ||
      (word.capital && !word.shouted) ||
      word.key.length > 6
    )
      return;
    suffix = word.key;
    to += 2;
  };
  if (!inWords) takeSuffix();
  // «80-процентный», "80-percent".
  if (isSign(tokens[to], '-') && tokens[to]?.gap === 'none' && means(marks[to + 1], 'percent')) to += 1;
  const points = means(marks[to], 'points');
  const signed = tokens[to]?.kind === 'percent' || points || means(marks[to], 'percent');
  // «80 целых 25 сотых»: said of nothing but percent.
  const percent =
    signed ||
    (core.shape === 'decimal' && core.whole <= 100 && /^сот(ых|ая|ые)$/u.test(tokens[core.to - 1]?.key ?? ''));
  if (signed) {
    to = tokens[to]?.kind === 'percent' ? to + 1 : (marks[to]?.to ?? to + 1);
    takeSuffix();
  } else if (!percent && inWords && sum === null && !means(marks[to], 'hours', 'morning', 'evening')) {
    // A bare number word is mostly not a number of an announcement.
    return null;
  }
  const count =
    sum !== null ? sum.count : core.shape === 'decimal' ? null : Number.isSafeInteger(core.whole) ? core.whole : null;
  return {
    from: at,
    to,
    start: tokens[at]?.start ?? 0,
    end: tokens[to - 1]?.end ?? 0,
    shape: sum === null ? core.shape : 'count',
    whole: core.whole,
    fraction: core.fraction,
    count,
    rounded: sum?.rounded ?? false,
    percent,
    points,
    suffix,
    inWords,
  };
}

/** All numbers of a text, in order. */
export function readNumbers(tokens: Tokens, marks: Marks, meter: Meter): NumberRead[] {
  const numbers: NumberRead[] = [];
  let at = 0;
  while (at < tokens.length) {
    meter.steps += 1;
    const token = tokens[at];
    const read =
      token?.kind === 'digits' || (token?.kind === 'word' && numberWords.has(token.key))
        ? numberAt(tokens, marks, at, meter)
        : null;
    if (read !== null) numbers.push(read);
    at = read?.to ?? at + 1;
  }
  return numbers;
}
