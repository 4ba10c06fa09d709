import { isSign } from './is-sign.ts';
import type { Token } from './scan.ts';

/** Words that a sentence of an announcement begins with and no name does. */
const opening =
  /^(в$|во$|по$|на$|к$|это|при$|из$|из-за$|явка|активн|лидир|меньше|больше|наибол|наимен|само|самы|самая|худш|лучш|ранее|всего|in$|the$|it$|this$|that$|these$|by$|at$|of$|on$|among$|as$|turnout|voter|voters|nationwide|overall|there$|according|meanwhile|polling|polls|across|earlier$|two$|six$)/u;

/** "62.34 percent at 2 p.m. … Region …": a place behind the hour of a share that was told begins the next sentence. */
export function endsWithHour(
  tokens: readonly Token[],
  from: number,
  at: number,
  placeAt: (at: number) => { readonly to: number } | undefined,
): boolean {
  const place = placeAt(at + 1);
  const isHalf =
    tokens[at - 1]?.key === 'm' && isSign(tokens[at - 2], '.') && ['a', 'p'].includes(tokens[at - 3]?.key ?? '');
  if (place === undefined || !isHalf || /^(time|local)$/u.test(tokens[place.to]?.key ?? '')) return false;
  return tokens
    .slice(Math.max(from, at - 20), at)
    .some(({ kind, key }) => kind === 'percent' || /^per$|^percent/u.test(key));
}

/** «… at 10 a.m. In …», «… 20 ноября 2022 г. В …»: a shortened word that ends its sentence too, by the capital behind it. */
export function endsSentenceToo(tokens: readonly Token[], at: number): boolean {
  const [before, next] = [tokens[at - 1], tokens[at + 1]];
  if (next?.kind !== 'word' || !next.capital || !opening.test(next.key)) return false;
  // "AT 6 P.M. THAT DAY"
  if (next.key === 'that' && tokens[at + 2]?.key === 'day') return false;
  if (before?.key === 'm') return isSign(tokens[at - 2], '.') && ['a', 'p'].includes(tokens[at - 3]?.key ?? '');
  return before?.key === 'г' && tokens[at - 2]?.kind === 'digits' && tokens[at - 2]?.key.length === 4;
}
