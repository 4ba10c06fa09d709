import type { Mark } from './phrasebook.ts';
import { means } from './phrasebook.ts';
import type { Token } from './scan.ts';

/** Longer than a heading of one part of a list. */
const longestHeading = 8;

/** What the lines below a token's line are said to be. */
interface Section {
  readonly from: number;
  readonly kind: 'region' | 'city';
}

/** The kind of places that a line of nothing but their plural noun heads: «Области:», "Cities". */
function headed(marks: readonly (Mark | undefined)[], tokens: readonly Token[], from: number, to: number) {
  let kind: Section['kind'] | null = null;
  if (to - from > longestHeading) return null;
  for (let at = from; at < to; at += 1) {
    const mark = marks[at];
    if (tokens[at]?.kind === 'punctuation') continue;
    if (mark === undefined) return null;
    if (means(mark, 'cityNouns', 'cityNoun', 'everyCity')) kind ??= 'city';
    else if (means(mark, 'regionNouns', 'regionNoun')) kind ??= 'region';
    else if (!means(mark, 'neutral', 'turnout', 'locative')) return null;
    at = mark.to - 1;
  }
  return kind;
}

/** The parts of a text that says of one list that it is of regions and of another that it is of cities. */
export function sectionsOf(tokens: readonly Token[], marks: readonly (Mark | undefined)[]): readonly Section[] {
  const sections: Section[] = [];
  let from = 0;
  for (let at = 0; at <= tokens.length; at += 1) {
    if (at < tokens.length && tokens[at]?.kind !== 'lineBreak') continue;
    const kind = headed(marks, tokens, from, at);
    if (kind !== null) sections.push({ from, kind });
    from = at + 1;
  }
  return new Set(sections.map(({ kind }) => kind)).size > 1 ? sections : [];
}
