import { languages } from '@yavka/shared/ids';
import { describe, expect, it } from 'vitest';

import { wordsOfStart } from './say-until.ts';

describe('what is said where no words have come', () => {
  it('[UI-20, UI-21, UI-22] is there in three languages, each its own', () => {
    for (const key of ['failed', 'again'] as const) {
      const said = languages.map((language) => wordsOfStart[language][key]);
      expect(new Set(said.filter((words) => words.trim() !== '')).size).toBe(languages.length);
    }
  });
});
