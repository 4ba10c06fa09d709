import { englishWords } from './words-english.ts';
import { kazakhWords } from './words-kazakh.ts';
import { russianWords } from './words-russian.ts';

/** The words of the regions' pages. */
export const words = { kk: kazakhWords, ru: russianWords, en: englishWords };
