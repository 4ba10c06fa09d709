import { describe, expect, it } from 'vitest';

import { readPack } from '../pack/recorded-pack.fixture.ts';
import { buildParser } from './build-parser.ts';
import { figureLine } from './corpus.fixture.ts';

const parse = buildParser(readPack('kz-2022-11-20-president'));
const read = (text: string): string[] => parse(text).figures.map(figureLine).sort();

describe('what a text takes back', () => {
  it.each([
    'Ранее сообщалось, что явка в Туркестанской области на 18:05 составила 8,09%. Верно: 80,09%.',
    'Явка в Туркестанской области на 18:05 составила 80,09%, а не 8,09%.',
    'Turnout in the Turkistan region by 6:05 p.m. was 8.09%. The correct figure is 80.09%.',
  ])('[ANN-24] is not read as a figure: %s', (text) => {
    expect(read(text)).toEqual(['KZ-61@18:05 8009']);
    const left = parse(text).leftAlone.map(({ kind, snippet }) => `${kind} ${text.slice(snippet.start, snippet.end)}`);
    expect(left.filter((words) => words.startsWith('conflict'))).toHaveLength(1);
  });

  it('[ANN-24] a correction after two areas is given to neither, nor to the country', () => {
    const text = 'На 18:05 в Астане явка 46,5%, в Алматы 27,33%. Верно: 47,5%.';
    expect(read(text)).toEqual(['KZ-71@18:05 4650', 'KZ-75@18:05 2733']);
  });
});

describe('what came about', () => {
  it.each([
    ['Наблюдатели ожидали в Алматы явку 35%, но она составила 27,33%.', ['KZ-75@- 2733']],
    ['По подсчётам штаба, в Астане явка 46%, но в Алматы 27%.', []],
    ['В Алматы на прошлых выборах явка была 40,1%, сейчас – 27,33%.', ['KZ-75@- 2733']],
    ['На прошлых выборах в Алматы явка была 40,1%, а в Астане – 50%.', []],
  ])('[ANN-27] %s', (text, figures) => {
    expect(read(text)).toEqual(figures);
  });
});

describe('what rose', () => {
  it.each([
    ['Явка выросла до 67,85% с 62,35% в 16:05.', ['KZ@- 6785', 'KZ@16:05 6235']],
    ['К 18:05 явка выросла до 67,85% с 62,35%.', ['KZ@18:05 6785']],
  ])('[ANN-25] keeps the hour of its start apart: %s', (text, figures) => {
    expect(read(text)).toEqual(figures);
  });

  it.each([
    ['На 16:05 явка была 62,35%, к 18:05 – 67,85%. В Алматы она выросла с 23,11% до 27,33%.', true],
    ['By 4:05 p.m. turnout was 62.35%, by 6:05 p.m. 67.85%. In Almaty it rose from 23.11% to 27.33%.', true],
    ['К 18:05 явка 67,85%. В Алматы она выросла с 23,11% до 27,33%.', false],
  ])('[ANN-25] has a share for each of two hours, or the later share alone: %s', (text, both) => {
    const ofCity = read(text).filter((line) => line.startsWith('KZ-75'));
    expect(ofCity).toEqual(both ? ['KZ-75@16:05 2311', 'KZ-75@18:05 2733'] : ['KZ-75@18:05 2733']);
  });

  it('[ANN-25] the later of two hours holds for what follows', () => {
    const text = 'На 16:05 явка была 62,35%, к 18:05 – 67,85%. В Астане проголосовали 46,5%.';
    expect(read(text)).toContain('KZ-71@18:05 4650');
  });
});
