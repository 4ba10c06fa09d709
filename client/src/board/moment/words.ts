import type { Words } from '../../ui/language.ts';
import { englishWords } from './words-english.ts';
import { kazakhWords } from './words-kazakh.ts';
import { russianWords } from './words-russian.ts';

export const words: Words = { kk: kazakhWords, ru: russianWords, en: englishWords };
