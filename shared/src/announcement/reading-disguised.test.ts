import { describe, expect, it } from 'vitest';

import { readPack } from '../pack/recorded-pack.fixture.ts';
import { buildParser } from './build-parser.ts';
import { corpusFiles, figureLine, readCorpus } from './corpus.fixture.ts';
import { disguises } from './disguises.fixture.ts';

const pack = readPack('kz-2022-11-20-president');
const parse = buildParser(pack);
const cases = corpusFiles.flatMap((file) => readCorpus(file, pack));
const read = (text: string): string[] => parse(text).figures.map(figureLine).sort();

describe('the same announcement otherwise typed', () => {
  it.each(Object.entries(disguises))('[ANN-23] %s change no figure', (_, disguise) => {
    for (const { id, text, figures } of cases)
      expect({ id, figures: read(disguise(text)) }).toEqual({ id, figures: [...figures] });
  });

  it('[ANN-23] capitals alone give no figure that the text does not state', () => {
    for (const { id, text, figures } of cases) {
      if (/[<&]/u.test(text)) continue;
      const extra = read(text.toUpperCase()).filter((figure) => !figures.includes(figure));
      expect({ id, extra }).toEqual({ id, extra: [] });
    }
  });

  it('[ANN-23] every number is in a figure or is said to be left alone', () => {
    for (const { id, text } of cases) {
      if (/[<&]/u.test(text)) continue;
      const { figures, leftAlone, asOfSnippet } = parse(text);
      const spans = [...figures, ...leftAlone].map(({ snippet }) => snippet);
      if (asOfSnippet !== null) spans.push(asOfSnippet);
      const counted = figures.flatMap(({ ballots, electorate }) => [String(ballots), String(electorate)]);
      const silent = [...text.matchAll(/\p{Nd}+/gu)]
        .filter(
          ({ index, 0: digits }) => !spans.some(({ start, end }) => start <= index && index + digits.length <= end),
        )
        .map(([digits]) => digits)
        .filter((digits) => !counted.some((count) => count.includes(digits)));
      expect({ id, silent }).toEqual({ id, silent: [] });
    }
  });
});
