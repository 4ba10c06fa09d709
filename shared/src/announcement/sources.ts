import { isSign } from './is-sign.ts';
import type { Mark } from './phrasebook.ts';
import { means } from './phrasebook.ts';
import type { Token } from './scan.ts';

/** The longest list of whose commissions they are, in tokens. */
const longest = 20;

const commissions = /^(комиссий|комиссиями|commissions)$/u;
const commissionsAfter = /^(комиссиялар|komissialar|komissiyalar)/u;
/** Words of such a list that are no names: "of the regions, cities of republican significance and the capital". */
const ofList =
  /^(област|регион|город|столиц|республиканск|значени|и|а|также|region|cit(y|ies)$|capital|republican|significance|importance|and|of|the|облыс|аумакт|сайлау|кала|астана|елорда|республикалык|манызы|бар|жане|мен|пен|бен)/u;

const belongs = (token: Token | undefined): boolean => token?.kind === 'word' && ofList.test(token.key);

/**
 * The tokens that say whose commissions a report comes from: «по сведениям комиссий областей, городов и столицы». The
 * places of that list have no numbers; `marks` of its words say nothing from here on.
 */
export function withoutSources(tokens: readonly Token[], marks: (Mark | undefined)[]): ReadonlySet<number> {
  const inSource = new Set<number>();
  const take = (from: number, to: number): void => {
    for (let at = from; at < to; at += 1) {
      inSource.add(at);
      marks[at] = tokens[at]?.kind === 'word' ? { meanings: ['neutral'], to: at + 1 } : undefined;
    }
  };
  for (const [at, { key }] of tokens.entries()) {
    if (commissions.test(key)) {
      let to = at + 1;
      while (to < at + longest && (belongs(tokens[to]) || (isSign(tokens[to], ',') && belongs(tokens[to + 1]))))
        to += 1;
      if (means(marks[at + 1], 'regionNouns', 'cityNouns', 'everyCity') || tokens[at + 1]?.key === 'of') take(at, to);
    } else if (commissionsAfter.test(key)) {
      let from = at;
      while (from > at - longest && from > 0 && (belongs(tokens[from - 1]) || isSign(tokens[from - 1], ','))) from -= 1;
      if (from < at - 1) take(from, at);
    }
  }
  return inSource;
}
