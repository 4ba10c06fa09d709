import { fetchCode } from '../../feed/fetch-code.ts';
import type { WordSources } from '../../ui/language.ts';

/** Where the words of the announcements' page lie, each language in a file of its own. */
export const announcementWordSources: WordSources = {
  kk: async () => (await fetchCode(() => import('./words-kazakh.ts'))).kazakhWords,
  ru: async () => (await fetchCode(() => import('./words-russian.ts'))).russianWords,
  en: async () => (await fetchCode(() => import('./words-english.ts'))).englishWords,
};
