/** What a sheet may say of a drawing, with what holds where nothing is said. Inherited ones are told where they change. */
const inherited: Readonly<Record<string, string>> = {
  fill: 'rgb(0, 0, 0)',
  'fill-opacity': '1',
  'fill-rule': 'nonzero',
  stroke: 'none',
  'stroke-opacity': '1',
  'stroke-width': '1px',
  'stroke-dasharray': 'none',
  'stroke-dashoffset': '0px',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  'stroke-miterlimit': '4',
  'font-family': '',
  'font-size': '',
  'font-weight': '400',
  'font-stretch': '100%',
  'font-style': 'normal',
  'letter-spacing': 'normal',
  'text-anchor': 'start',
  'dominant-baseline': 'auto',
  'paint-order': 'normal',
  visibility: 'visible',
};
const own: Readonly<Record<string, string>> = {
  opacity: '1',
  display: 'inline',
  'clip-path': 'none',
  mask: 'none',
  'stop-color': 'rgb(0, 0, 0)',
  'stop-opacity': '1',
};
/** Known to sheets alone, not as attributes. */
const asStyle = ['font-variant-numeric', 'font-variation-settings', 'mix-blend-mode'] as const;
const plainStyle = new Set(['normal', '']);

/** Writes what the page's sheets make of `source` into the attributes of its copy, so that it needs no sheet. */
export function inlineStyles(source: Element, copy: Element, above: CSSStyleDeclaration | null = null): void {
  const style = getComputedStyle(source);
  for (const [name, initial] of Object.entries(inherited)) {
    const value = style.getPropertyValue(name);
    const before = above === null ? initial : above.getPropertyValue(name);
    put(copy, name, value === before ? null : value);
  }
  for (const [name, initial] of Object.entries(own)) {
    const value = style.getPropertyValue(name);
    put(copy, name, value === initial || value === '' || (name === 'display' && value !== 'none') ? null : value);
  }
  const told = asStyle.flatMap((name) => {
    const value = style.getPropertyValue(name);
    const before = above?.getPropertyValue(name) ?? 'normal';
    return value === before || (above === null && plainStyle.has(value)) ? [] : [`${name}:${value}`];
  });
  if (told.length === 0) copy.removeAttribute('style');
  else copy.setAttribute('style', told.join(';'));
  for (const [index, child] of [...source.children].entries()) {
    const twin = copy.children[index];
    if (twin !== undefined) inlineStyles(child, twin, style);
  }
}

function put(element: Element, name: string, value: string | null): void {
  if (value === null) element.removeAttribute(name);
  // Lengths are in pixels, and an attribute needs no unit; what is named within the page is named the same here.
  else element.setAttribute(name, value.replaceAll(/(\d)px/g, '$1').replaceAll(/url\("[^"#]*(#[^"]+)"\)/g, 'url($1)'));
}
