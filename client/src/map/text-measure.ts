/** Which of the map's letters: figures are 62.5 % wide and heavy, words 75 % wide. */
export type TextRole = 'figure' | 'name' | 'note';

/** The width of one line in pixels at a font size. */
export type TextMeasure = (text: string, role: TextRole, size: number) => number;

const family = '"Noto Sans Display Variable", sans-serif';
export const textStyles: Record<TextRole, { weight: number; stretch: string }> = {
  figure: { weight: 760, stretch: '62.5%' },
  name: { weight: 600, stretch: '75%' },
  note: { weight: 480, stretch: '75%' },
};
const sampleSize = 100;
/** The advance of a letter that could not be measured, as a share of the size; a digit of the figures' face is .475. */
const assumedAdvance = 0.5;

/** A measure without a page: every letter has the same width. For tests, and until the fonts are there. */
export const assumedMeasure: TextMeasure = (text, _role, size) => [...text].length * assumedAdvance * size;

/**
 * Measures letter by letter with the page's own fonts and remembers each letter, so that a new figure, made of digits
 * already seen, costs no layout. Build it when the fonts are ready; kerning is left out (the figures have none).
 */
export function buildTextMeasure(page: Document): TextMeasure {
  const advances = new Map<string, number>();
  const learn = (letters: readonly string[], role: TextRole): void => {
    const probe = page.createElement('div');
    const { weight, stretch } = textStyles[role];
    probe.style.cssText = `position:absolute;visibility:hidden;left:0;top:0;white-space:pre;font:${weight} ${sampleSize}px ${family};font-stretch:${stretch};font-variant-numeric:tabular-nums lining-nums`;
    const spans = letters.map((letter) => {
      const span = page.createElement('span');
      span.textContent = letter;
      probe.append(span);
      return span;
    });
    page.body.append(probe);
    spans.forEach((span, index) => {
      const width = span.getBoundingClientRect().width / sampleSize;
      advances.set(role + (letters[index] ?? ''), width > 0 || letters[index] === ' ' ? width : assumedAdvance);
    });
    probe.remove();
  };
  learn([...'0123456789,.+%'], 'figure');
  return (text, role, size) => {
    const letters = [...text];
    const unknown = letters.filter((letter) => !advances.has(role + letter));
    if (unknown.length > 0) learn(unknown, role);
    return letters.reduce((sum, letter) => sum + (advances.get(role + letter) ?? assumedAdvance), 0) * size;
  };
}
