import { englishLaterWords } from './later-words-english.ts';
import { kazakhLaterWords } from './later-words-kazakh.ts';
import { russianLaterWords } from './later-words-russian.ts';
import { englishWords } from './words-english.ts';
import { kazakhWords } from './words-kazakh.ts';
import { russianWords } from './words-russian.ts';

/** The board's own words. The source's words are never here: they come with the figures. */
export const words = {
  kk: { ...kazakhWords, ...kazakhLaterWords },
  ru: { ...russianWords, ...russianLaterWords },
  en: { ...englishWords, ...englishLaterWords },
};

/** Names alone. */
export const sameWords = ['page.titleNone'];
