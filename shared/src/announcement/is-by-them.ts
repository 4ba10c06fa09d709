import type { Reading } from './reading.ts';
import type { Sentence } from './split-sentences.ts';

const their = /^(их|ее|его|their|her|his|олардын)$/u;
const data = /^(данн|подсчет|сведени|оценк|data$|count|figures$|tally|estimate|дерег|малимет|есеб)/u;

/** «По их данным», "by their count": said by whom the sentence before named. */
export function isByThem({ tokens }: Reading, { from, to }: Sentence): boolean {
  return tokens
    .slice(from, to)
    .some(({ key }, index) => their.test(key) && data.test(tokens[from + index + 1]?.key ?? ''));
}
