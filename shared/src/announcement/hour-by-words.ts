import { isSign } from './is-sign.ts';
import type { NumberRead } from './read-numbers.ts';
import type { Mark } from './phrasebook.ts';
import { means } from './phrasebook.ts';
import type { Token } from './scan.ts';

type Tokens = readonly Token[];
type Marks = readonly (Mark | undefined)[];

/** "The 16:05 numbers", "in the 22:00 announcement": what is told of an hour. */
export const dataNoun =
  /^(figures?|data|numbers?|update|count|tally|reading|report|release|announcement|turnout|snapshot|story|post|item|summary|dispatch|tweet)$/u;

/** «Данные ЦИК на 18:05», "figures for 2 p.m.": what the data hold at, with one word or two between. */
export function ofData(tokens: Tokens, at: number, suffix: string | null): boolean {
  if (tokens[at - 1]?.key === 'for')
    return [2, 3, 4].some(
      (back) =>
        dataNoun.test(tokens[at - back]?.key ?? '') &&
        tokens.slice(at - back + 1, at - 1).every(({ kind }) => kind === 'word'),
    );
  // «Мәлімет сағат 14.05-ке берілген»
  if (suffix !== null)
    return [1, 2, 3].some(
      (back) =>
        /^(малимет|дерек|дерег|корсеткиш)/u.test(tokens[at - back]?.key ?? '') &&
        tokens.slice(at - back + 1, at).every(({ kind }) => kind === 'word'),
    );
  if (!['на', 'за'].includes(tokens[at - 1]?.key ?? '')) return false;
  return [2, 3, 4].some((back) => {
    const between = tokens.slice(at - back + 1, at - 1);
    return (
      /^(данны|сведени|показател|сводк)/u.test(tokens[at - back]?.key ?? '') &&
      between.every(({ kind }) => kind === 'word')
    );
  });
}

/** «(70,87 %, 22:00)»: a share and its hour in brackets. */
export function closesBracket(tokens: Tokens, share: NumberRead | undefined, { from, to, shape }: NumberRead): boolean {
  if (shape !== 'clock' || share?.percent !== true || share.to !== from - 1) return false;
  return isSign(tokens[from - 1], ',') && isSign(tokens[to], ')') && isSign(tokens[share.from - 1], '(');
}

/** "Between 16:05 and 18:05 …": the first of two hours. */
export function opensSpan(tokens: Tokens, marks: Marks, { to, shape }: NumberRead, lead: Mark | undefined): boolean {
  return shape === 'clock' && means(lead, 'between') && means(marks[to], 'and') && tokens[to + 1]?.kind === 'digits';
}
