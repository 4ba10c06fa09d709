import type { AreaMention } from './area-mention.ts';
import { isSign } from './is-sign.ts';
import type { SentenceWalk } from './sentence-walk.ts';

/** «в … (область …) – 71 %»: the area in brackets is where the place before it lies. */
export function liesIn({ items, reading: { tokens } }: SentenceWalk, { from, to }: AreaMention): boolean {
  const last = items.at(-1);
  const bracketed = isSign(tokens[from - 1], '(') && isSign(tokens[to], ')');
  return bracketed && last?.type === 'area' && last.place === 'other' && last.to === from - 1;
}
