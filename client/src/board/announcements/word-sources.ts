import type { WordSources } from '../../ui/language.ts';

/** Where the words of the announcements' page lie, each language in a file of its own. */
export const announcementWordSources: WordSources = {
  kk: async () => (await import('./words-kazakh.ts')).kazakhWords,
  ru: async () => (await import('./words-russian.ts')).russianWords,
  en: async () => (await import('./words-english.ts')).englishWords,
};
