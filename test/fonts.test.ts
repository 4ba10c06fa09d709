import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { letters } from '../client/fonts/letters.mjs';
import { makeFonts } from '../client/fonts/make-fonts.mjs';
import { localizedSchema } from '@yavka/shared/ids';

const held = new Set(Object.values(letters.scripts).join(''));
const lacking = (text: string): string => [...new Set(text)].filter((letter) => !held.has(letter)).join('');

/** Every text in three languages inside a pack's JSON: names, labels, titles. */
function localizedIn(value: unknown): string[] {
  const read = localizedSchema.safeParse(value);
  if (read.success) return Object.values(read.data);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(localizedIn) : [];
}

describe('the fonts', () => {
  it('[UI-29] are what their script makes of the packages’ fonts', async () => {
    for (const [name, made] of await makeFonts()) {
      const kept = readFileSync(new URL(`../client/fonts/${name}`, import.meta.url));
      expect([name, kept.equals(made)]).toEqual([name, true]);
    }
  });

  it('[UI-29] have every letter of the pages’ words', () => {
    const modules = import.meta.glob<Record<string, unknown>>('../client/src/**/words.ts', { eager: true });
    const scenes = import.meta.glob<Record<string, unknown>>('../shared/src/scenes/*-words.ts', { eager: true });
    const texts = [modules, scenes].flatMap(Object.entries).map(([path, module]) => [path, lacking(textIn(module))]);
    expect(texts.length).toBeGreaterThan(2);
    expect(texts.filter(([, missing]) => missing !== '')).toEqual([]);
  });

  it('[UI-29] have every letter of the names in the packs', () => {
    const packs = import.meta.glob<{ default: unknown }>('../shared/packs/*/{pack,earlier-votes}.json', {
      eager: true,
    });
    const texts = Object.entries(packs).map(([path, { default: pack }]) => [path, lacking(localizedIn(pack).join(''))]);
    expect(texts.length).toBeGreaterThan(1);
    expect(texts.filter(([, missing]) => missing !== '')).toEqual([]);
  });
});

function textIn(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'object' && value !== null ? Object.values(value).map(textIn).join('') : '';
}
