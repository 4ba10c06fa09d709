const softHyphen = '\u00AD';
const longWord = 12;
const vowels = new Set('aeiouyаеёиоуыэюяәіөүұ');

/**
 * A name whose long words may be broken once, near the middle, between a vowel and the consonant that begins the next
 * syllable. Browsers know no hyphenation of these languages by themselves.
 */
export function breakable(name: string): string {
  return name
    .split(' ')
    .map((word) => (word.length > longWord ? broken(word) : word))
    .join(' ');
}

function broken(word: string): string {
  const isVowel = (index: number): boolean => vowels.has((word[index] ?? '').toLowerCase());
  const places = Array.from({ length: word.length - 4 }, (_, index) => index + 2).filter(
    (place) => !isVowel(place) && isVowel(place + 1),
  );
  const middle = word.length / 2;
  const best = places.toSorted((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0];
  return best === undefined ? word : word.slice(0, best) + softHyphen + word.slice(best);
}
