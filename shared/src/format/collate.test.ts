import { describe, expect, it } from 'vitest';

import type { Language } from '../ids.ts';
import { compareNames } from './collate.ts';

const sorted = (names: string[], language: Language): string[] =>
  names.toSorted((a, b) => compareNames(a, b, language));

describe('alphabetical order', () => {
  it('[FMT-12] puts the Kazakh letters where the Kazakh alphabet has them', () => {
    const alphabet = [...'аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя'];
    expect(sorted(alphabet.toReversed(), 'kk')).toEqual(alphabet);
    expect(sorted(['Іле', 'Өскемен', 'Қостанай', 'Көкшетау', 'Әйтеке', 'Ыбырай'], 'kk')).toEqual([
      'Әйтеке',
      'Көкшетау',
      'Қостанай',
      'Өскемен',
      'Ыбырай',
      'Іле',
    ]);
  });

  it('[FMT-12] keeps ё beside е in Russian, and looks at case only in a tie', () => {
    expect(sorted(['Ж', 'Ёлка', 'Ель', 'Ежи'], 'ru')).toEqual(['Ежи', 'Ёлка', 'Ель', 'Ж']);
    expect(sorted(['б', 'А', 'а', 'Б'], 'ru')).toEqual(['А', 'а', 'Б', 'б']);
  });

  it('[FMT-12] sorts Latin names with or without marks, shorter ones first', () => {
    expect(sorted(['Zürich', 'Zug', 'São Paulo', 'San Francisco', 'Rome', 'Roma Nuova', 'Roma'], 'en')).toEqual([
      'Roma',
      'Roma Nuova',
      'Rome',
      'San Francisco',
      'São Paulo',
      'Zug',
      'Zürich',
    ]);
  });
});
