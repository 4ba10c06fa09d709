import { fetchCode } from '../feed/fetch-code.ts';
import type { WordSources } from '../ui/language.ts';

/** Where the board's own words lie, each language in a file of its own: those of the first view. */
export const wordSources: WordSources = {
  kk: async () => (await fetchCode(() => import('./words-kazakh.ts'))).kazakhWords,
  ru: async () => (await fetchCode(() => import('./words-russian.ts'))).russianWords,
  en: async () => (await fetchCode(() => import('./words-english.ts'))).englishWords,
};

/** Those of everything else on the board. */
export const laterWordSources: WordSources = {
  kk: async () => (await fetchCode(() => import('./later-words-kazakh.ts'))).kazakhLaterWords,
  ru: async () => (await fetchCode(() => import('./later-words-russian.ts'))).russianLaterWords,
  en: async () => (await fetchCode(() => import('./later-words-english.ts'))).englishLaterWords,
};
