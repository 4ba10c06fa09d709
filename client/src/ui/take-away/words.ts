import { englishWords } from './words-english.ts';
import { kazakhWords } from './words-kazakh.ts';
import { russianWords } from './words-russian.ts';

/** The words of the control by which a view is taken away. */
export const words = { kk: kazakhWords, ru: russianWords, en: englishWords };
