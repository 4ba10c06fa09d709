import type { Mark } from './phrasebook.ts';
import { means } from './phrasebook.ts';
import type { TimeRead } from './time-read.ts';
import type { Token } from './scan.ts';

/**
 * Where the posts of a live page begin: lines with a clock and perhaps a date and nothing else, by their first token. One
 * such line alone is a text's own hour; none is told then.
 */
export function postLines(
  tokens: readonly Token[],
  marks: readonly (Mark | undefined)[],
  times: readonly TimeRead[],
): ReadonlySet<number> {
  const timeAt = new Map(times.map((time) => [time.from, time]));
  const posts = new Set<number>();
  let from = 0;
  let clocks = 0;
  let plain = true;
  for (let at = 0; at <= tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined || token.kind === 'lineBreak') {
      if (plain && clocks === 1) posts.add(from);
      from = at + 1;
      clocks = 0;
      plain = true;
      continue;
    }
    const time = timeAt.get(at);
    if (time !== undefined) {
      clocks += 1;
      plain &&= time.role === 'plain';
      at = time.to - 1;
    } else if (token.kind === 'word') plain &&= means(marks[at], 'month', 'year');
    else plain &&= token.kind !== 'percent';
  }
  return posts.size > 1 ? posts : new Set();
}
