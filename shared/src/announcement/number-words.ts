import { foldWord } from './fold-word.ts';
import { inOtherKazakhScripts } from './kazakh-scripts.ts';

/** Number words by value; the hundred of English and Kazakh multiplies what stands before it. */
const russian: Readonly<Record<number, string>> = {
  0: 'ноль нуля нулю',
  1: 'один одного одному одна одной одну одно',
  2: 'два две двух двум двумя',
  3: 'три трех трем тремя',
  4: 'четыре четырех четырем четырьмя',
  5: 'пять пяти',
  6: 'шесть шести',
  7: 'семь семи',
  8: 'восемь восьми',
  9: 'девять девяти',
  10: 'десять десяти',
  11: 'одиннадцать одиннадцати',
  12: 'двенадцать двенадцати',
  13: 'тринадцать тринадцати',
  14: 'четырнадцать четырнадцати',
  15: 'пятнадцать пятнадцати',
  16: 'шестнадцать шестнадцати',
  17: 'семнадцать семнадцати',
  18: 'восемнадцать восемнадцати',
  19: 'девятнадцать девятнадцати',
  20: 'двадцать двадцати',
  30: 'тридцать тридцати',
  40: 'сорок сорока',
  50: 'пятьдесят пятидесяти',
  60: 'шестьдесят шестидесяти',
  70: 'семьдесят семидесяти',
  80: 'восемьдесят восьмидесяти',
  90: 'девяносто девяноста',
  100: 'сто ста',
  200: 'двести двухсот',
  300: 'триста трехсот',
  400: 'четыреста четырехсот',
  500: 'пятьсот пятисот',
  600: 'шестьсот шестисот',
  700: 'семьсот семисот',
  800: 'восемьсот восьмисот',
  900: 'девятьсот девятисот',
};
const english: Readonly<Record<number, string>> = {
  0: 'zero',
  1: 'one',
  2: 'two',
  3: 'three',
  4: 'four',
  5: 'five',
  6: 'six',
  7: 'seven',
  8: 'eight',
  9: 'nine',
  10: 'ten',
  11: 'eleven',
  12: 'twelve',
  13: 'thirteen',
  14: 'fourteen',
  15: 'fifteen',
  16: 'sixteen',
  17: 'seventeen',
  18: 'eighteen',
  19: 'nineteen',
  20: 'twenty',
  30: 'thirty',
  40: 'forty',
  50: 'fifty',
  60: 'sixty',
  70: 'seventy',
  80: 'eighty',
  90: 'ninety',
};
const kazakh: Readonly<Record<number, string>> = {
  0: 'нөл',
  1: 'бір',
  2: 'екі',
  3: 'үш',
  4: 'төрт',
  5: 'бес',
  6: 'алты',
  7: 'жеті',
  8: 'сегіз',
  9: 'тоғыз',
  10: 'он',
  20: 'жиырма',
  30: 'отыз',
  40: 'қырық',
  50: 'елу',
  60: 'алпыс',
  70: 'жетпіс',
  80: 'сексен',
  90: 'тоқсан',
};

export interface NumberWord {
  readonly value: number;
  readonly multiplies: boolean;
}

function buildNumberWords(): ReadonlyMap<string, NumberWord> {
  const words = new Map<string, NumberWord>();
  const add = (word: string, value: number, multiplies = false): void => {
    if (!words.has(foldWord(word))) words.set(foldWord(word), { value, multiplies });
  };
  for (const [table, variants] of [
    [russian, () => []],
    [english, () => []],
    [kazakh, inOtherKazakhScripts],
  ] as const) {
    for (const [value, forms] of Object.entries(table)) {
      for (const form of forms.split(' ')) for (const word of [form, ...variants(form)]) add(word, Number(value));
    }
  }
  add('hundred', 100, true);
  for (const word of ['жүз', ...inOtherKazakhScripts('жүз')]) add(word, 100, true);
  return words;
}

export const numberWords = buildNumberWords();

/** Between the whole part and the hundredths of a number in words: «целых», "point", «бүтін». */
export const wholeWords: ReadonlySet<string> = new Set(
  ['целых', 'целая', 'целой', 'целые', 'point', 'бүтін'].map(foldWord),
);
/** After the fraction: how many parts it counts. */
export const fractionWords: ReadonlyMap<string, 10 | 100> = new Map(
  (
    [
      ['сотых', 100],
      ['сотая', 100],
      ['сотые', 100],
      ['десятых', 10],
      ['десятая', 10],
      ['десятые', 10],
      ['жүзден', 100],
      ['оннан', 10],
    ] as const
  ).map(([word, parts]) => [foldWord(word), parts]),
);
