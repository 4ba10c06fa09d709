import { struck } from './decode-markup.ts';
import { isSign } from './is-sign.ts';
import type { LeftAlone } from './parsed.ts';
import type { Token } from './scan.ts';

/** The longest "[date, time] Name:" of a chat, in tokens. */
const longestPrefix = 24;

/** Where the "[20.11.22, 18:12] Name:" that a line of a chat begins with ends, or null. */
function prefixEnd(tokens: readonly Token[], from: number): number | null {
  if (!isSign(tokens[from], '[')) return null;
  let close = from + 1;
  while (close < from + longestPrefix && tokens[close]?.kind !== 'lineBreak' && !isSign(tokens[close], ']')) close += 1;
  const inside = tokens.slice(from, close);
  if (!isSign(tokens[close], ']') || !inside.some(({ kind }) => kind === 'digits')) return null;
  // «[ТИТР: явка на 14:05 – 51,16 %]»: a caption of a script says its figure.
  if (inside.some(({ kind, key }) => kind === 'percent' || key.startsWith('процент') || key.startsWith('percent')))
    return null;
  let at = close + 1;
  while (at < close + 7 && (tokens[at]?.kind === 'word' || isSign(tokens[at], '.', '-', "'", '•'))) at += 1;
  return isSign(tokens[at], ':') && at > close + 1 ? at + 1 : close + 1;
}

/** The places of the tokens of one line that are struck out, in pairs of signs. */
function struckOut(tokens: readonly Token[], from: number, to: number): [number, number][] {
  const signs: number[] = [];
  for (let at = from; at < to; at += 1) if (isSign(tokens[at], struck)) signs.push(at);
  const pairs: [number, number][] = [];
  for (let index = 0; index + 1 < signs.length; index += 2)
    pairs.push([signs[index] ?? 0, (signs[index + 1] ?? 0) + 1]);
  return pairs;
}

/**
 * The tokens that say something: without what a chat writes before a message and without what is struck out. The numbers
 * of both are told in `leftAlone`.
 */
export function withoutAsides(tokens: readonly Token[], leftAlone: LeftAlone[]): Token[] {
  const kept: Token[] = [];
  const drop = (kind: LeftAlone['kind'], from: number, to: number): void => {
    const digits = tokens.slice(from, to).filter((token) => token.kind === 'digits');
    const [first, last] = [digits[0], digits.at(-1)];
    if (first !== undefined && last !== undefined)
      leftAlone.push({ kind, snippet: { start: first.start, end: last.end } });
  };
  let from = 0;
  while (from <= tokens.length) {
    let to = from;
    while (to < tokens.length && tokens[to]?.kind !== 'lineBreak') to += 1;
    let at = from;
    const prefix = prefixEnd(tokens, from);
    if (prefix !== null) {
      drop('time', from, prefix);
      at = prefix;
    }
    for (const [start, end] of struckOut(tokens, at, to)) {
      kept.push(...tokens.slice(at, start));
      drop('conflict', start, end);
      at = end;
    }
    for (; at < to; at += 1) {
      const token = tokens[at];
      if (token !== undefined && !isSign(token, struck)) kept.push(token);
    }
    const lineBreak = tokens[to];
    if (lineBreak !== undefined) kept.push(lineBreak);
    from = to + 1;
  }
  return kept;
}
