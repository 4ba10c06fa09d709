import { isSign } from './is-sign.ts';
import type { Token } from './scan.ts';
import type { NamedPlace, NounKind } from './with-noun.ts';

/** True when a name begins a row of a list and its number follows. */
export function opensRow(tokens: readonly Token[], numberFrom: ReadonlySet<number>, { from, to }: NamedPlace): boolean {
  let at = from;
  while (at > 0 && tokens[at - 1]?.kind === 'punctuation' && !isSign(tokens[at - 1], ',', ';')) at -= 1;
  const before = tokens[at - 1];
  const tied = isSign(tokens[to], '|', '–', '-', ':', '"', '=') || (tokens[to]?.cells ?? 0) > 0 || numberFrom.has(to);
  return (
    tied &&
    (before === undefined || ['lineBreak', 'digits', 'percent'].includes(before.kind) || isSign(before, ',', ';'))
  );
}

/**
 * The bare names in a list, by their place among the mentions, that are their region's although their city has the same
 * name: the list names the city apart by its noun, the region nowhere else, and another region by a bare name too.
 */
export function bareRegions(
  tokens: readonly Token[],
  raw: readonly NamedPlace[],
  nouns: readonly (NounKind | null)[],
  numberFrom: ReadonlySet<number>,
): number[] {
  const twins = new Map<string, { bare: number[]; city: boolean; region: boolean }>();
  let others = false;
  for (const [index, mention] of raw.entries()) {
    const noun = nouns[index] ?? null;
    const row = opensRow(tokens, numberFrom, mention);
    const city = mention.candidates.find(({ kind }) => kind === 'city');
    const region = mention.candidates.find(({ kind }) => kind === 'region');
    if (region !== undefined && city === undefined) others ||= row && noun === null;
    if (region === undefined || city === undefined) continue;
    const known = twins.get(region.area) ?? { bare: [], city: false, region: false };
    known.city ||= noun === 'city' && row;
    known.region ||= noun === 'region';
    if (noun === null && row) known.bare.push(index);
    twins.set(region.area, known);
  }
  if (!others) return [];
  return [...twins.values()].flatMap(({ bare, city, region }) => (city && !region && bare.length === 1 ? bare : []));
}
