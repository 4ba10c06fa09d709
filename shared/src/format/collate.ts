import type { Language } from '../ids.ts';

const latin = 'abcdefghijklmnopqrstuvwxyz';
const alphabets: Record<Language, string> = {
  kk: 'аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя',
  ru: 'абвгдеёжзийклмнопрстуфхцчшщъыьэюя',
  en: latin,
};

const places = new Map<Language, ReadonlyMap<string, number>>(
  (Object.keys(alphabets) as Language[]).map((language) => {
    const letters = language === 'en' ? latin : alphabets[language] + latin;
    return [language, new Map([...letters].map((letter, index) => [letter, index + 100]))];
  }),
);

/**
 * Orders names by the language's own alphabet (ә after а, ғ after г, …, і after ы in Kazakh; in Russian ё beside е).
 * Case does not matter but in a tie; spaces and hyphens come before letters.
 * @returns below 0 when `a` comes first
 */
export function compareNames(a: string, b: string, language: Language): number {
  const left = placesOf(a, language);
  const right = placesOf(b, language);
  for (let index = 0; index < Math.min(left.length, right.length); index += 1) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length || (a < b ? -1 : a > b ? 1 : 0);
}

function placesOf(name: string, language: Language): number[] {
  const place = places.get(language);
  return [...name.normalize('NFC').toLowerCase()].map((letter) => {
    const known = place?.get(language === 'ru' && letter === 'ё' ? 'е' : letter);
    if (known !== undefined) return known;
    const plain = letter.normalize('NFD').charAt(0);
    const point = letter.codePointAt(0) ?? 0;
    return place?.get(plain) ?? (point < 128 ? point - 100 : point + 1000);
  });
}
