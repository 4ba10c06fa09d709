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

/** The weight of a letter without a look-alike. */
const ownLetter = 100;

export type Script = 'cyrillic' | 'latin' | 'arabic' | 'other';

/** Letters that look like one of the other script, by case: «т» does not look like "t", «Т» looks like "T". */
const cyrillicLookAlikes = new Set('аеорсухіѕјАВЕКМНОРСТУХІЅЈ');
const latinLookAlikes = new Set('aeopcyxisjABEKMHOPCTYXISJ');

/**
 * The script of a word: that of its letters which have no look-alike in the other, and else that of most of them.
 */
export function scriptOf(word: string): Script {
  let cyrillicLetters = 0;
  let latinLetters = 0;
  for (const letter of word) {
    if (arabic.test(letter)) return 'arabic';
    // A letter that looks like no other settles more than all look-alikes do.
    if (cyrillic.test(letter)) cyrillicLetters += cyrillicLookAlikes.has(letter) ? 1 : ownLetter;
    else if (latin.test(letter.toLowerCase())) latinLetters += latinLookAlikes.has(letter) ? 1 : ownLetter;
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
  switch (scriptOf(word)) {
    case 'cyrillic':
      // A capital H stands for Н, a small one for һ.
      return replaced(
        replaced(word.replaceAll('H', 'н').toLowerCase().normalize('NFC').replaceAll('\u0301', ''), cyrillicFor),
        plainCyrillicFor,
      );
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
