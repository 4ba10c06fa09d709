import { describe, expect, it } from 'vitest';

import { readPack } from '../pack/recorded-pack.fixture.ts';
import { buildParser } from './build-parser.ts';
import { corpusFiles, figureLine, readCorpus } from './corpus.fixture.ts';

const pack = readPack('kz-2022-11-20-president');
const parse = buildParser(pack);

describe.each(corpusFiles)('announcements as people write them: %s', (file) => {
  it.each(readCorpus(file, pack).map((given) => [given.id, given] as const))('[ANN-21] %s', (_, given) => {
    const { figures, leftAlone } = parse(given.text);
    expect(figures.map(figureLine).sort()).toEqual(given.figures);
    const left = leftAlone.map(({ kind, snippet }) => `${kind}: ${given.text.slice(snippet.start, snippet.end)}`);
    expect(left).toEqual(expect.arrayContaining([...given.left]));
  });
});
