import type { AreaId } from '../ids.ts';
import { numberWords } from './number-words.ts';
import type { Reading } from './reading.ts';
import type { Statement } from './statement.ts';
import type { AreaItem, Item } from './statement-items.ts';

const demonstrative = /^(этих|этим|эти|these|those|осы|бул|аталган)$/u;

/** The last list of two areas or more that a sentence names, none when it names no list. */
export function listedIn({ items }: Statement, root: AreaId): readonly AreaId[] {
  let last: AreaItem[] = [];
  let run: AreaItem[] = [];
  for (const item of items) {
    if (item.type !== 'area' || item.place !== 'area' || item.area === root) run = [];
    else run = item.gap.list ? [...run, item] : [item];
    if (run.length > 1) last = run;
  }
  return last.flatMap(({ area }) => (area === null ? [] : [area]));
}

/** True for "these", "these three" before a place without a name that are as many as were listed. */
function isThese({ tokens }: Reading, { from, to, place }: AreaItem, listed: readonly AreaId[]): boolean {
  if (place !== 'other' && place !== 'everyCity') return false;
  let these = false;
  for (let at = Math.max(0, from - 2); at < to; at += 1) {
    const key = tokens[at]?.key ?? '';
    these ||= demonstrative.test(key);
    const count = numberWords.get(key)?.value;
    if (count !== undefined && count !== listed.length) return false;
  }
  return these;
}

/** «В этих трёх городах она составляет …»: the places that the sentence before listed stand for themselves. */
export function withThese(reading: Reading, statement: Statement, listed: readonly AreaId[]): Statement {
  const [these, ...more] = statement.items.filter((item) => item.type === 'area');
  if (listed.length === 0 || these === undefined || more.length > 0 || !isThese(reading, these, listed))
    return statement;
  const named = listed.map((area, index): AreaItem => ({
    ...these,
    area,
    place: 'area',
    gap: index === 0 ? these.gap : { ...these.gap, unknown: 0, comma: true, tie: false, bracket: false, list: true },
  }));
  const items = statement.items.flatMap((item): readonly Item[] => (item === these ? named : [item]));
  return { ...statement, items };
}
