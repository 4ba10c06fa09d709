import { svgElement } from './svg-element.ts';

interface Form {
  readonly x: number;
  /** Baseline of the first line. */
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly weight: number;
  readonly fill: string;
  readonly family: string;
  readonly anchor?: 'start' | 'middle';
}

/** A text in as many lines as its room asks for, measured with the page's own fonts. */
export function wrappedText(
  text: string,
  { x, y, width, size, weight, fill, family, anchor = 'start' }: Form,
): { readonly node: SVGTextElement; readonly lines: number; readonly widest: number } {
  const form = {
    'font-family': family,
    'font-size': size,
    'font-weight': weight,
    'font-stretch': '75%',
    style: 'font-variant-numeric:tabular-nums lining-nums',
  };
  const stage = svgElement('svg', { width: 1, height: 1, style: 'position:absolute;visibility:hidden' });
  const probe = svgElement('text', form);
  stage.append(probe);
  document.body.append(stage);
  const measure = (line: string): number => {
    probe.textContent = line;
    return probe.getComputedTextLength();
  };
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && measure(`${last} ${word}`) <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  const widest = Math.max(0, ...lines.map(measure));
  stage.remove();
  const node = svgElement('text', { ...form, fill, 'text-anchor': anchor });
  for (const [index, line] of lines.entries()) {
    node.append(svgElement('tspan', { x, y: y + index * size * 1.3 }, line));
  }
  return { node, lines: lines.length, widest };
}
