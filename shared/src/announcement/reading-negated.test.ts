import { describe, expect, it } from 'vitest';

import { readPack } from '../pack/recorded-pack.fixture.ts';
import { buildParser } from './build-parser.ts';
import { figureLine } from './corpus.fixture.ts';

const parse = buildParser(readPack('kz-2022-11-20-president'));
const read = (text: string): string[] => parse(text).figures.map(figureLine).sort();

describe('what a number is denied', () => {
  it.each([
    ['К 20:05 столица преодолела 50%, а Алматы — 20%.', ['KZ-71@20:05 5001-10000', 'KZ-75@20:05 2001-10000']],
    ['К 20:05 столица не преодолела 50%, а Алматы — 30%.', ['KZ-71@20:05 0-4999', 'KZ-75@20:05 0-2999']],
    ['К 20:05 столица не смогла преодолеть 50%.', ['KZ-71@20:05 0-4999']],
    ['К 20:05 явка в столице не превысила 50%.', ['KZ-71@20:05 0-5000']],
    ['By 8:05 p.m. Astana did not clear 50 percent.', ['KZ-71@20:05 0-4999']],
    ['Сағат 20.05-те Астана 50 пайыздан аса алмады.', ['KZ-71@20:05 0-5000']],
  ])('[ANN-31] a denied bound is the other way round: %s', (text, figures) => {
    expect(read(text)).toEqual(figures);
  });

  it.each([
    ['На 20:05 проголосовало 69,31% избирателей.', ['KZ@20:05 6931']],
    ['На 20:05 не проголосовало 30,69% избирателей.', []],
    ['На 20:05 в Алматы 71,28% избирателей не пришли на участки.', []],
    ['Сағат 20.05-те 69,31% азамат дауыс берген.', ['KZ@20:05 6931']],
    ['Сағат 20.05-те 30,69% азамат дауыс бермеген.', []],
  ])('[ANN-31] the share of those who stayed away is no turnout: %s', (text, figures) => {
    expect(read(text)).toEqual(figures);
  });
});
