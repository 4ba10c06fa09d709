import type { Reading } from './reading.ts';
import type { Statement } from './statement.ts';

const commission = /^(цик|центризбирком|оск|cec$|осс$|commission$|комисси)/u;
const regional =
  /^(област|облизбирком|город|горизбирком|территор|район|участк|regional|city$|district|precinct|облыст|кала|аудан)/u;

/** "CEC: 67.85% as of 6 p.m.": the central commission's only share for an hour of a cutoff, with no place beside it. */
export function isAnnounced({ tokens, isCutoff }: Reading, { sentence, items, times, unknown }: Statement): boolean {
  const words = tokens.slice(sentence.from, sentence.to);
  return (
    unknown <= 1 &&
    items.length === 1 &&
    items[0]?.type === 'quantity' &&
    items[0].decimals === 2 &&
    times.some(({ time }) => (time.role === 'stated' || time.role === 'led') && isCutoff(time.time)) &&
    words.some(({ key }) => commission.test(key)) &&
    !words.some(({ key }) => regional.test(key))
  );
}
