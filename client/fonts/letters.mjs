const between = (/** @type {string} */ first, /** @type {string} */ last) => {
  const [from, to] = [first, last].map((letter) => letter.codePointAt(0) ?? 0);
  return Array.from({ length: (to ?? 0) - (from ?? 0) + 1 }, (_, index) =>
    String.fromCodePoint((from ?? 0) + index),
  ).join('');
};

/** No-break, thin and thin no-break space: they stand in numbers. */
const spaces = '\u{A0}\u{2009}\u{202F}';

/**
 * The letters that the fonts of our own words hold, by the file of their source that has them. The source's words, in
 * which anything may stand, have a font of their own with all its letters.
 */
export const letters = {
  scripts: {
    latin: `${between(' ', '~')}${spaces}§©«°²±·»×÷áãäçéíñóöúü–—‘’“”„•…−`,
    cyrillic: `${between('А', 'я')}ЁёІіҰұ№`,
    'cyrillic-ext': 'ӘәҒғҚқҢңӨөҮүҺһ',
  },
  wordmark: 'явка',
};
