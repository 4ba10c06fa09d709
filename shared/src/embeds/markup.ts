/** Markup that may stand in a page as it is. Only `markup` makes it, so whatever was put into it is escaped. */
export interface Markup {
  readonly html: string;
}

/** What may stand between the words of markup: text is escaped, markup is not, nothing is nothing. */
export type MarkupPart = string | number | Markup | readonly Markup[] | null;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it may stand between tags and in quoted attributes. */
function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}

/** HTML or SVG with values in it: the same text in a server's answer and in a page. */
export function markup(words: TemplateStringsArray, ...parts: readonly MarkupPart[]): Markup {
  return {
    html: words.map((word, index) => word + (index < parts.length ? htmlOf(parts[index] ?? null) : '')).join(''),
  };
}

function htmlOf(part: MarkupPart): string {
  if (part === null) return '';
  if (typeof part === 'string') return escaped(part);
  if (typeof part === 'number') return String(part);
  return 'html' in part ? part.html : part.map(({ html }) => html).join('');
}

/** A place in a drawing, to a tenth of its unit: drawings need no more, and pages stay small. */
export function tenth(place: number): number {
  return Math.round(place * 10) / 10;
}
