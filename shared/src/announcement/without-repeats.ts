import type { AreaMention } from './area-mention.ts';
import { isSign } from './is-sign.ts';
import type { Token } from './scan.ts';

/** «… облысы / …ская область», "… Region (ABC)": two names of one area side by side are one mention. */
export function withoutRepeats(tokens: readonly Token[], mentions: readonly AreaMention[]): AreaMention[] {
  const merged: AreaMention[] = [];
  for (const mention of mentions) {
    const last = merged.at(-1);
    const between = tokens.slice(last?.to ?? 0, Math.min(mention.from, (last?.to ?? 0) + 3));
    const beside =
      last !== undefined &&
      last.area === mention.area &&
      mention.from - last.to <= 2 &&
      between.every((token) => isSign(token, '/', '(', '|', '–', '-', ',', '"', '«'));
    if (!beside) merged.push(mention);
    else {
      const closes = isSign(tokens[last.to], '(') && isSign(tokens[mention.to], ')');
      merged[merged.length - 1] = { ...last, to: mention.to + (closes ? 1 : 0) };
    }
  }
  return merged;
}
