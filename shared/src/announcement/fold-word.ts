/** Latin letters that are typed for the Cyrillic ones they look like. */
const cyrillicFor: Readonly<Record<string, string>> = {
  a: 'а',
  b: 'в',
  c: 'с',
  e: 'е',
  h: 'һ',
  i: 'і',
  k: 'к',
  m: 'м',
  o: 'о',
  p: 'р',
  t: 'т',
  x: 'х',
  y: 'у',
};
/** Cyrillic letters that are typed for the Latin ones they look like. */
const latinFor: Readonly<Record<string, string>> = {
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  у: 'y',
  х: 'x',
  і: 'i',
  к: 'k',
  м: 'm',
  т: 't',
  в: 'b',
};
/** Kazakh letters that keyboards without them replace; both sides of every comparison are folded alike. */
const plainCyrillicFor: Readonly<Record<string, string>> = {
  ё: 'е',
  ә: 'а',
  ғ: 'г',
  қ: 'к',
  ң: 'н',
  ө: 'о',
  ұ: 'у',
  ү: 'у',
  һ: 'х',
  і: 'и',
  ў: 'у',
};
const plainArabicFor: Readonly<Record<string, string>> = {
  ء: '',
  ٴ: '',
  ٵ: 'ا',
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٶ: 'و',
  ؤ: 'و',
  ٷ: 'ۇ',
  ٸ: 'ى',
  ئ: 'ى',
  ي: 'ى',
  ی: 'ى',
  ھ: 'ه',
  ہ: 'ه',
  ە: 'ه',
  ک: 'ك',
};

const cyrillic = /\p{Script=Cyrillic}/u;
const latin = /[a-z]/u;
const arabic = /\p{Script=Arabic}/u;
const marks = /\p{Mn}/gu;

export type Script = 'cyrillic' | 'latin' | 'arabic' | 'other';

/** The script that most of a word's letters belong to. */
export function scriptOf(word: string): Script {
  let cyrillicLetters = 0;
  let latinLetters = 0;
  for (const letter of word) {
    if (arabic.test(letter)) return 'arabic';
    if (cyrillic.test(letter)) cyrillicLetters += 1;
    else if (latin.test(letter.toLowerCase())) latinLetters += 1;
  }
  if (cyrillicLetters + latinLetters === 0) return 'other';
  return cyrillicLetters >= latinLetters ? 'cyrillic' : 'latin';
}

function replaced(word: string, table: Readonly<Record<string, string>>): string {
  let out = '';
  for (const letter of word) out += table[letter] ?? letter;
  return out;
}

/**
 * The form in which words are compared: lower case, ё as е, Kazakh letters as the nearest plain ones, Latin look-alikes
 * inside Cyrillic words (and the reverse) as the letters they stand for, no diacritics in Latin, no hamza in Arabic.
 */
export function foldWord(word: string): string {
  const lower = word.toLowerCase();
  switch (scriptOf(lower)) {
    case 'cyrillic':
      return replaced(replaced(lower.normalize('NFC').replaceAll('\u0301', ''), cyrillicFor), plainCyrillicFor);
    case 'latin':
      return replaced(lower, latinFor)
        .normalize('NFD')
        .replace(marks, '')
        .replaceAll('ı', 'i')
        .replaceAll('ŋ', 'n')
        .replaceAll('ə', 'a');
    case 'arabic':
      return replaced(lower.normalize('NFKC').replace(marks, ''), plainArabicFor);
    case 'other':
      return lower;
  }
}
