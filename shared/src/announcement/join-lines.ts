import type { AreaMention } from './area-mention.ts';
import { isSign } from './is-sign.ts';
import type { Meter } from './meter.ts';
import type { Mark } from './phrasebook.ts';
import { means } from './phrasebook.ts';
import type { NumberRead } from './read-numbers.ts';
import type { Token } from './scan.ts';

type LineKind = 'name' | 'value' | 'whole' | 'blank' | 'text';
interface Line {
  readonly from: number;
  /** The token of its line break, or the end of the text. */
  readonly to: number;
  readonly kind: LineKind;
}

const longestNameLine = 16;

/** What a line holds when it is one cell of a table that was pasted cell by cell. */
function kindOf(
  tokens: readonly Token[],
  marks: readonly (Mark | undefined)[],
  numbers: ReadonlyMap<number, NumberRead>,
  mentions: ReadonlyMap<number, AreaMention>,
  times: ReadonlySet<number>,
  from: number,
  to: number,
): LineKind {
  if (from === to) return 'blank';
  if (to - from > longestNameLine) return 'text';
  let names = 0;
  let values = 0;
  let whole = false;
  let at = from;
  while (at < to) {
    const token = tokens[at];
    const mention = mentions.get(at);
    const number = numbers.get(at);
    if (mention !== undefined) {
      names += 1;
      at = mention.to;
    } else if (number !== undefined) {
      const ordinal =
        names === 0 && number.shape === 'integer' && !number.percent && isSign(tokens[number.to], '.', ')');
      if (
        !ordinal &&
        (times.has(at) || (number.shape !== 'integer' && number.shape !== 'decimal' && number.shape !== 'count'))
      )
        return 'text';
      if (!ordinal) {
        values += 1;
        whole = number.shape === 'integer' && !number.percent;
      }
      at = number.to;
    } else if (token?.kind === 'word') {
      const mark = marks[at];
      const light = means(mark, 'neutral') && names === 0 && to - at > 1;
      if (!light && !means(mark, 'locative', 'regionNoun', 'cityNoun', 'percent', 'voters', 'national')) return 'text';
      if (means(mark, 'national') && !means(mark, 'locative')) names += 1;
      at = mark?.to ?? at + 1;
    } else at += 1;
  }
  const abbreviated = tokens[to - 2]?.kind === 'word' && (tokens[to - 2]?.key.length ?? 9) <= 3;
  const ends = isSign(tokens[to - 1], ';') || (isSign(tokens[to - 1], '.') && !abbreviated);
  if (names > 0) return values === 0 && names === 1 && !ends ? 'name' : 'text';
  if (values === 0) return 'blank';
  return values === 1 && whole ? 'whole' : 'value';
}

/**
 * Line breaks inside pasted cells: true where one parts a name from its numbers and so parts nothing, false where it
 * parts two rows. In a run of lines that hold a name or numbers only,
 * every name takes the lines of numbers after it, or before it when the run begins with numbers and ends with a name.
 */
export function joinedBreaks(
  tokens: readonly Token[],
  marks: readonly (Mark | undefined)[],
  numbers: ReadonlyMap<number, NumberRead>,
  mentions: ReadonlyMap<number, AreaMention>,
  times: ReadonlySet<number>,
  meter: Meter,
): ReadonlyMap<number, boolean> {
  const lines: Line[] = [];
  let from = 0;
  for (let at = 0; at <= tokens.length; at += 1) {
    meter.steps += 1;
    if (at < tokens.length && tokens[at]?.kind !== 'lineBreak') continue;
    const kind = kindOf(tokens, marks, numbers, mentions, times, from, at);
    lines.push({ from, to: at, kind });
    from = at + 1;
  }
  const joined = new Map<number, boolean>();
  let run: Line[] = [];
  const settle = (): void => {
    // A whole number between a value and a name is the name's place in the list.
    const cells = run.filter(
      (line, index) =>
        !(
          line.kind === 'whole' &&
          run[index + 1]?.kind === 'name' &&
          (index === 0 ? run[2]?.kind !== 'name' : run[index - 1]?.kind !== 'name')
        ),
    );
    const backwards = cells[0]?.kind !== 'name' && cells.at(-1)?.kind === 'name';
    if (!cells.some(({ kind }) => kind === 'name')) cells.length = 0;
    for (const [index, line] of cells.entries()) {
      const before = cells[index - 1];
      if (before === undefined) continue;
      const joins = (backwards ? before : line).kind !== 'name';
      for (let at = before.to; at < line.from; at += 1) joined.set(at, joins);
    }
    run = [];
  };
  for (const line of lines) {
    meter.steps += 1;
    if (line.kind === 'blank') continue;
    if (line.kind === 'text') settle();
    else run.push(line);
  }
  settle();
  return joined;
}
