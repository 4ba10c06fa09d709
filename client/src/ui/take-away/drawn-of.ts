import { inlineStyles } from './inline-styles.ts';
import { svgElement } from './svg-element.ts';

/** A part of a page as it is drawn, in SVG. */
export interface Drawn {
  readonly node: SVGGElement;
  readonly width: number;
  readonly height: number;
}

/** What answers the pointer or is on its way out is no part of a picture; neither is what is only heard. */
const leftOut = '[data-passing], .only-heard';

/**
 * An element as it stands on the page: drawings with their computed styles, grounds, rings and lines of text of what is
 * laid out around them. The result is as large as what is drawn.
 */
export function drawnOf(element: Element): Drawn {
  const origin = element.getBoundingClientRect();
  const group = svgElement('g');
  drawInto(group, element, origin);
  // Measured where styles and fonts are the page's own.
  const stage = svgElement('svg', {
    width: 1,
    height: 1,
    style: 'position:absolute;visibility:hidden;overflow:visible',
  });
  stage.append(group);
  document.body.append(stage);
  const drawn = group.getBBox();
  stage.remove();
  // What is clipped away counts as drawn: nothing beyond the element itself does.
  const [left, top] = [Math.max(0, drawn.x), Math.max(0, drawn.y)];
  const [right, bottom] = [
    Math.min(origin.width, drawn.x + drawn.width),
    Math.min(origin.height, drawn.y + drawn.height),
  ];
  const box = { x: left, y: top, width: right - left, height: bottom - top };
  const air = 4;
  const moved = svgElement('g', { transform: `translate(${px(air - box.x)} ${px(air - box.y)})` });
  moved.append(group);
  return { node: moved, width: Math.ceil(box.width + 2 * air), height: Math.ceil(box.height + 2 * air) };
}

function drawInto(group: SVGElement, element: Element, origin: DOMRect): void {
  const style = getComputedStyle(element);
  if (style.display === 'none' || style.visibility === 'hidden' || element.matches(leftOut)) return;
  const rect = element.getBoundingClientRect();
  const [x, y] = [rect.left - origin.left, rect.top - origin.top];
  if (element instanceof SVGSVGElement) {
    group.append(drawing(element, x, y, rect));
    return;
  }
  if (isSeen(style.backgroundColor)) {
    group.append(
      svgElement('rect', {
        x: px(x),
        y: px(y),
        width: px(rect.width),
        height: px(rect.height),
        fill: style.backgroundColor,
      }),
    );
  }
  drawBorder(group, style, x, y, rect);
  for (const child of element.childNodes) {
    if (child instanceof Element) drawInto(group, child, origin);
    else if (child instanceof Text) drawText(group, child, style, origin);
  }
}

/** A drawing of the page at its place. One without a size only holds what others are filled with. */
function drawing(source: SVGSVGElement, x: number, y: number, { width, height }: DOMRect): SVGElement {
  const copy = source.cloneNode(true) as SVGSVGElement;
  for (const { name } of [...copy.attributes]) if (name !== 'viewBox') copy.removeAttribute(name);
  inlineStyles(source, copy);
  for (const passing of copy.querySelectorAll(leftOut)) passing.remove();
  for (const element of copy.querySelectorAll('*')) forgetPage(element);
  if (width === 0 || height === 0) {
    const held = svgElement('g');
    held.append(...copy.childNodes);
    return held;
  }
  for (const [name, value] of Object.entries({ x, y, width, height })) copy.setAttribute(name, px(value));
  copy.setAttribute('overflow', 'visible');
  return copy;
}

/** What belongs to the page it stood on: hooks of its sheets and scripts, and what is said to ears there. */
function forgetPage(element: Element): void {
  for (const { name } of [...element.attributes]) {
    if (/^(class|role|tabindex|aria-.*|data-.*|focusable)$/.test(name)) element.removeAttribute(name);
  }
}

function drawBorder(group: SVGElement, style: CSSStyleDeclaration, x: number, y: number, rect: DOMRect): void {
  const width = Number.parseFloat(style.borderTopWidth);
  const isRing = style.borderTopLeftRadius === '50%' && width > 0 && isSeen(style.borderTopColor);
  if (isRing) {
    group.append(
      svgElement('circle', {
        cx: px(x + rect.width / 2),
        cy: px(y + rect.height / 2),
        r: px((rect.width - width) / 2),
        fill: 'none',
        stroke: style.borderTopColor,
        'stroke-width': px(width),
      }),
    );
    return;
  }
  const sides = [
    [style.borderTopWidth, style.borderTopStyle, style.borderTopColor, 'top'],
    [style.borderBottomWidth, style.borderBottomStyle, style.borderBottomColor, 'bottom'],
    [style.borderLeftWidth, style.borderLeftStyle, style.borderLeftColor, 'left'],
    [style.borderRightWidth, style.borderRightStyle, style.borderRightColor, 'right'],
  ] as const;
  for (const [thick, kind, color, side] of sides) {
    const size = Number.parseFloat(thick);
    if (!(size > 0) || kind === 'none' || !isSeen(color)) continue;
    const isUpright = side === 'left' || side === 'right';
    group.append(
      svgElement('rect', {
        x: px(side === 'right' ? x + rect.width - size : x),
        y: px(side === 'bottom' ? y + rect.height - size : y),
        width: px(isUpright ? size : rect.width),
        height: px(isUpright ? rect.height : size),
        fill: color,
      }),
    );
  }
}

/** Each line of a text where it stands, on its baseline. */
function drawText(group: SVGElement, text: Text, style: CSSStyleDeclaration, origin: DOMRect): void {
  for (const { words, rect } of linesOf(text)) {
    group.append(
      svgElement(
        'text',
        {
          x: px(rect.left - origin.left),
          y: px(rect.top - origin.top + ascentOf(style, rect.height)),
          fill: style.color,
          'font-family': style.fontFamily,
          'font-size': Number.parseFloat(style.fontSize),
          'font-weight': style.fontWeight,
          'font-stretch': style.fontStretch,
          style: `font-variant-numeric:${style.fontVariantNumeric}`,
        },
        words,
      ),
    );
  }
}

/** From the top of a line's box to its baseline: the box is as high as the font's ascent and descent. */
function ascentOf(style: CSSStyleDeclaration, height: number): number {
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) return height * 0.78;
  context.font = `${style.fontSize} ${style.fontFamily}`;
  const { fontBoundingBoxAscent: ascent, fontBoundingBoxDescent: descent } = context.measureText('0');
  return (height * ascent) / (ascent + descent);
}

function linesOf(text: Text): { readonly words: string; readonly rect: DOMRect }[] {
  const range = document.createRange();
  const lines: { words: string; rect: DOMRect }[] = [];
  for (let index = 0; index < text.data.length; index += 1) {
    range.setStart(text, index);
    range.setEnd(text, index + 1);
    const [rect] = range.getClientRects();
    if (rect === undefined) continue;
    const line = lines.at(-1);
    if (line === undefined || Math.abs(line.rect.top - rect.top) > 1)
      lines.push({ words: text.data[index] ?? '', rect });
    else line.words += text.data[index] ?? '';
  }
  return lines.map(({ words, rect }) => ({ words: words.trimEnd(), rect })).filter(({ words }) => words.trim() !== '');
}

function isSeen(color: string): boolean {
  return color !== 'transparent' && !/^rgba\(.*, 0\)$/.test(color);
}

/** Two decimals of a pixel are enough. */
function px(value: number): string {
  return String(Number(value.toFixed(2)));
}
