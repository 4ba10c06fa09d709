import { foldWord } from './fold-word.ts';
import type { Area } from '../pack/pack.ts';

/** "The capital" in each language. */
const capital = { ru: 'столица', kk: 'елорда', en: 'capital' } as const;

/** What else the city is called that its pack calls the capital in any language. */
export function capitalNamesOf({ kind, spellings }: Area): string[] {
  const told = (['ru', 'kk', 'en'] as const).some((language) =>
    spellings[language].some((name) => foldWord(name) === foldWord(capital[language])),
  );
  return kind === 'city' && told ? [capital.kk, capital.en] : [];
}
