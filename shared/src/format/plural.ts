import type { Language } from '../ids.ts';

export type PluralForm = 'one' | 'few' | 'many' | 'other';

/** Russian has one, few, many; Kazakh and English one and other. After CLDR's rules for whole numbers. */
export interface PluralForms {
  readonly kk: { readonly one: string; readonly other: string };
  readonly ru: { readonly one: string; readonly few: string; readonly many: string };
  readonly en: { readonly one: string; readonly other: string };
}

export function pluralFormOf(count: number, language: Language): PluralForm {
  if (language !== 'ru') return count === 1 ? 'one' : 'other';
  const tens = count % 100;
  const units = count % 10;
  if (units === 1 && tens !== 11) return 'one';
  return units >= 2 && units <= 4 && (tens < 12 || tens > 14) ? 'few' : 'many';
}

/** The word that goes with a whole count: (3, 'ru', …) → «участка». */
export function pluralWord(count: number, language: Language, forms: PluralForms): string {
  const form = pluralFormOf(count, language);
  if (language === 'ru') return forms.ru[form === 'other' ? 'many' : form];
  return forms[language][form === 'one' ? 'one' : 'other'];
}
