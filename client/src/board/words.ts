import { englishWords } from './words-english.ts';
import { kazakhWords } from './words-kazakh.ts';
import { russianWords } from './words-russian.ts';

/** The board's own words. The source's words are never here: they come with the figures. */
export const words = { kk: kazakhWords, ru: russianWords, en: englishWords };
