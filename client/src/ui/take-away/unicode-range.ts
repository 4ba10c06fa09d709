/** Those of these letters that a face with this `unicode-range` has; one without a range has all. */
export function lettersWithin(range: string, letters: Iterable<string>): string[] {
  if (range.trim() === '') return [...letters];
  const spans = range.split(',').map((part) => {
    const [from = '', to] = part.trim().replace(/^U\+/i, '').split('-');
    return {
      from: Number.parseInt(from.replaceAll('?', '0'), 16),
      to: Number.parseInt(to ?? from.replaceAll('?', 'F'), 16),
    };
  });
  return [...letters].filter((letter) => {
    const point = letter.codePointAt(0) ?? 0;
    return spans.some(({ from, to }) => point >= from && point <= to);
  });
}
