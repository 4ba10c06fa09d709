import type { Drawn } from './drawn-of.ts';
import { drawnOf } from './drawn-of.ts';
import type { EmbeddedFonts } from './embedded-fonts.ts';
import { embeddedFonts, familiesIn } from './embedded-fonts.ts';
import type { PictureGround } from './picture-grounds.ts';
import { pictureGrounds } from './picture-grounds.ts';
import type { PictureWords } from './picture-words-of.ts';
import { svgElement } from './svg-element.ts';
import { wrappedText } from './wrapped-text.ts';

/** A picture that needs nothing outside itself. */
export interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
  readonly fonts: EmbeddedFonts;
}

const margin = 28;
const edge = 8;
const band = 30;
const narrowest = 340;

/**
 * Parts of the page as one picture: the words above and below, the parts under one another on their ground, fonts and
 * all. A rehearsal's stripes and word are drawn inside it.
 */
export async function pictureOf(
  elements: readonly Element[],
  words: PictureWords,
  ground: PictureGround,
): Promise<Picture> {
  const ink = pictureGrounds[ground];
  const parts = elements.map(drawnOf).filter(({ width, height }) => width > 8 && height > 8);
  const inner = Math.max(narrowest, ...parts.map((part) => part.width));
  const width = inner + 2 * margin;
  const body = svgElement('g', {
    'font-family': ink.family,
    'font-stretch': '75%',
    style: 'font-variant-numeric:tabular-nums lining-nums',
  });
  let y = (words.rehearsal === null ? 0 : band) + margin;

  if (ink.rule !== null)
    body.append(svgElement('rect', { x: margin, y: y - 8, width: inner, height: 3, fill: ink.rule }));
  const say = (text: string, form: { size: number; weight: number; fill: string; gap: number }): void => {
    const { lines, node } = wrappedText(text, {
      x: margin,
      y: y + form.size,
      width: inner,
      family: ink.family,
      ...form,
    });
    body.append(node);
    y += lines * form.size * 1.3 + form.gap;
  };
  say(words.title, { size: 26, weight: 700, fill: ink.strong, gap: 2 });
  if (words.statement !== null) say(words.statement, { size: 19, weight: 660, fill: ink.figure, gap: 2 });
  say(words.asOf, { size: 15, weight: 480, fill: ink.quiet, gap: words.unit === null ? 16 : 2 });
  if (words.unit !== null) say(words.unit, { size: 15, weight: 480, fill: ink.quiet, gap: 16 });
  for (const part of parts) {
    place(body, part, y);
    y += part.height + 14;
  }
  if (words.note !== null) say(words.note, { size: 13, weight: 480, fill: ink.quiet, gap: 14 });
  body.append(svgElement('rect', { x: margin, y, width: inner, height: 2, fill: ink.line }));
  y += 8;
  say(words.foot.join(' · '), { size: 13, weight: 450, fill: ink.quiet, gap: 0 });
  const height = Math.ceil(y + margin - 10);

  const whole = svgElement('svg', {
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    role: 'img',
  });
  whole.append(
    svgElement('title', {}, words.rehearsal === null ? words.title : `${words.rehearsal}. ${words.title}`),
    svgElement('desc', {}, [words.statement, words.asOf, ...words.foot].filter(Boolean).join('. ')),
    svgElement('rect', { width, height, fill: ink.ground }),
    body,
    ...(words.rehearsal === null ? [] : rehearsalFrame(words.rehearsal, width, height, ink.family)),
  );
  const fonts = await embeddedFonts(familiesIn(whole), whole.textContent);
  whole.prepend(svgElement('style', {}, fonts.sheet));
  const svg = `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(whole)}\n`;
  return { svg, width, height, fonts };
}

function place(body: SVGElement, { node }: Drawn, y: number): void {
  const moved = svgElement('g', { transform: `translate(${margin} ${y})` });
  moved.append(node);
  body.append(moved);
}

/** The barrier stripes around the picture and the word in all languages, within its own pixels. */
function rehearsalFrame(word: string, width: number, height: number, family: string): SVGElement[] {
  const { stripe, plate, plateWord } = pictureGrounds.rehearsal;
  const defs = svgElement('defs');
  const pattern = svgElement('pattern', {
    id: 'rehearsal-stripes',
    width: 20,
    height: 20,
    patternUnits: 'userSpaceOnUse',
    patternTransform: 'rotate(45)',
  });
  pattern.append(
    svgElement('rect', { width: 20, height: 20, fill: plate }),
    svgElement('rect', { width: 10, height: 20, fill: stripe }),
  );
  defs.append(pattern);
  const frame = svgElement('path', {
    d: `M0 0H${width}V${height}H0ZM${edge} ${band}V${height - edge}H${width - edge}V${band}Z`,
    'fill-rule': 'evenodd',
    fill: 'url(#rehearsal-stripes)',
  });
  const { node, widest } = wrappedText(word, {
    ...{ x: width / 2, y: band / 2 + 5, width, size: 15, weight: 700, fill: plateWord, family, anchor: 'middle' },
  });
  const ground = svgElement('rect', {
    x: width / 2 - widest / 2 - 14,
    y: 0,
    width: widest + 28,
    height: band,
    fill: plate,
  });
  return [defs, frame, ground, node];
}
