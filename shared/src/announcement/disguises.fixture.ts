const lookAlikes: Readonly<Record<string, string>> = {
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  у: 'y',
  х: 'x',
  і: 'i',
  А: 'A',
  В: 'B',
  Е: 'E',
  К: 'K',
  М: 'M',
  Н: 'H',
  О: 'O',
  Р: 'P',
  С: 'C',
  Т: 'T',
  Х: 'X',
};
const onlyLookAlikes = /^[аеорсухіАВЕКМНОРСТХA-Za-z]*$/u;

/** Ways in which the same announcement is typed, pasted or sent otherwise, and says the same. */
export const disguises: Readonly<Record<string, (text: string) => string>> = {
  'no-break spaces': (text) => text.replaceAll(' ', '\u00A0'),
  'narrow spaces': (text) => text.replaceAll(' ', '\u202F'),
  'soft hyphens in words': (text) => outsideMarkup(text, (part) => part.replace(/(\p{L}\p{L})(?=\p{L})/gu, '$1\u00AD')),
  'invisible joiners everywhere': (text) =>
    outsideMarkup(text, (part) => part.replace(/([\p{L}\p{Nd}])(?=[\p{L}\p{Nd}])/gu, '$1\u200B')),
  'carriage returns': (text) => text.replaceAll('\n', '\r\n'),
  'line separators': (text) => text.replaceAll('\n', '\u2028'),
  'Latin look-alikes in Cyrillic words': (text) =>
    text.replace(/\p{L}+/gu, (word) =>
      onlyLookAlikes.test(word) ? word : [...word].map((letter) => lookAlikes[letter] ?? letter).join(''),
    ),
  'decimal character references': (text) =>
    text.replace(/\P{ASCII}/gu, (character) => `&#${character.codePointAt(0)};`),
  'hexadecimal character references': (text) =>
    text.replace(/\P{ASCII}/gu, (character) => `&#x${character.codePointAt(0)?.toString(16)};`),
  'emphasis around shares': (text) => text.replace(/(\d+(?:[.,]\d+)?\s?%)/gu, '**$1**'),
  'bold around shares': (text) => text.replace(/(\d+(?:[.,]\d+)?\s?%)/gu, '<b>$1</b>'),
  'spaces at the ends of lines': (text) => text.replaceAll('\n', '   \n'),
  'a byte order mark and empty lines': (text) => `\uFEFF${text}\n\n`,
  'longer dashes': (text) => text.replaceAll('–', '—'),
  'minus signs for dashes': (text) => text.replace(/[–—]/gu, '\u2212'),
  'hyphens for dashes': (text) => text.replace(/ [–—] /gu, ' - '),
};

function outsideMarkup(text: string, change: (part: string) => string): string {
  return text
    .split(/(<[^<>]*>|&[#\w]+;)/u)
    .map((part, index) => (index % 2 === 0 ? change(part) : part))
    .join('');
}
