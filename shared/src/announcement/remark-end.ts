import { isSign } from './is-sign.ts';
import { means } from './phrasebook.ts';
import type { Reading } from './reading.ts';
import type { Sentence } from './split-sentences.ts';

/** The longest remark in brackets, in tokens. */
const longest = 14;

/**
 * Where a remark in brackets ends that says nothing of figures: «(опять мы последние)», "(not the city)"; null where the
 * brackets hold a number, a name, an hour or a word that a number may depend on.
 */
export function remarkEnd({ tokens, marks, numbers, mentions, times }: Reading, open: number): number | null {
  let unknown = false;
  for (let at = open + 1; at < open + longest; at += 1) {
    const token = tokens[at];
    if (token === undefined || token.kind === 'lineBreak' || isSign(token, '(')) return null;
    if (isSign(token, ')')) return unknown ? at + 1 : null;
    if (numbers.has(at) || mentions.has(at) || times.has(at) || token.kind === 'percent') return null;
    if (token.kind !== 'word') continue;
    const mark = marks[at];
    if (mark === undefined) unknown = true;
    else if (!means(mark, 'neutral', 'and', 'locative', 'cityNoun', 'regionNoun', 'outOf')) return null;
    if (mark !== undefined) at = mark.to - 1;
  }
  return null;
}

/** The longest name of who speaks in a script, in words. */
const longestSpeaker = 3;

/** Where «ВЕДУЩАЯ:» ends at the head of a line of a script, or null: capitals that no phrase knows, and a colon. */
export function speakerEnd({ tokens, marks, mentions }: Reading, { from, lineStart }: Sentence): number | null {
  if (!lineStart) return null;
  for (let at = from; at <= from + longestSpeaker; at += 1) {
    if (isSign(tokens[at], ':') && at > from) return at + 1;
    if (tokens[at]?.shouted !== true || marks[at] !== undefined || mentions.has(at)) return null;
  }
  return null;
}
