import { describe, expect, it } from 'vitest';

import { readPack } from '../pack/recorded-pack.fixture.ts';
import { buildParser } from './build-parser.ts';
import { figureLine } from './corpus.fixture.ts';

const parse = buildParser(readPack('kz-2022-11-20-president'));
const read = (text: string): string[] => parse(text).figures.map(figureLine).sort();

describe('a number that goes on from another', () => {
  it.each([
    'К полудню в Астане явка составила 19,33%. К 20:00 этот показатель составил 48,67%.',
    'По данным на 12:05 в Астане проголосовали 19,33%. К 20:05 явка поднялась до 48,67%.',
    'By noon turnout in Astana was 19.33 percent. By 20:00 it had reached 48.67 percent.',
    'Сағат 12:00-де Астанада 19,33 пайыз дауыс берді. 20:00-де бұл көрсеткіш 48,67 пайызды құрады.',
  ])('[ANN-35] "this figure" is of the place before: %s', (text) => {
    expect(read(text)).toEqual(['KZ-71@12:05 1933', 'KZ-71@20:05 4867']);
  });

  it('[ANN-35] after two places, or less than before, it is not', () => {
    const two = 'На 12:05 явка по стране 38,55%. В Астане – 19,33%. К 20:05 явка выросла до 69,31%.';
    expect(read(two)).toEqual(['KZ-71@12:05 1933', 'KZ@12:05 3855', 'KZ@20:05 6931']);
    const less = 'На 18:05 в Абайской области явка 78,88%. К 20:05 этот показатель составил 69,31%.';
    expect(read(less)).not.toContain('KZ-10@20:05 6931');
  });
});
