import { languages } from '@yavka/shared/ids';
import { describe, expect, it } from 'vitest';

import type { Words } from './language.ts';

const modules = import.meta.glob<Record<string, unknown>>('../**/words.ts', { eager: true });

/** A counted word has other forms in other languages: `key_one`, `key_few`, …; they are one key. */
const withoutPlural = (key: string): string => key.replace(/_(zero|one|two|few|many|other)$/, '');
const holesOf = (text: string): string[] => [...text.matchAll(/\{\{\s*(\w+)/g)].map((hole) => hole[1] ?? '').sort();
/** Nothing to translate: no letters are left once the holes are taken out. */
const isWordless = (text: string): boolean => !/\p{L}/u.test(text.replaceAll(/\{\{[^}]*\}\}/g, ''));

describe.each(Object.entries(modules))('%s', (_path, module) => {
  const { words, sameWords } = module as { words: Words; sameWords?: readonly string[] };
  // Keys whose Kazakh and Russian are rightly the same, being proper names: `words.ts` lists them itself.
  const allowed = new Set(sameWords ?? []);

  it('[UI-20] has the same keys, with the same holes, in every language', () => {
    const keysOf = (language: (typeof languages)[number]): string[] =>
      [...new Set(Object.keys(words[language]).map(withoutPlural))].sort();
    for (const language of languages) expect([language, keysOf(language)]).toEqual([language, keysOf('ru')]);
    for (const [key, russian] of Object.entries(words.ru)) {
      for (const language of languages) {
        const text = words[language][key];
        if (text !== undefined) expect([key, language, holesOf(text)]).toEqual([key, language, holesOf(russian)]);
      }
    }
  });

  it('[UI-21] says nothing in Kazakh with the words of Russian, but proper names', () => {
    const same = Object.entries(words.kk).filter(
      ([key, kazakh]) => kazakh === words.ru[key] && !isWordless(kazakh) && !allowed.has(key),
    );
    expect(same).toEqual([]);
  });

  it('[UI-22] has no empty words', () => {
    for (const language of languages)
      expect(Object.entries(words[language]).filter(([, text]) => text.trim() === '')).toEqual([]);
  });
});

it('[UI-20] finds the words of a surface', () => {
  expect(Object.keys(modules).length).toBeGreaterThan(0);
});
