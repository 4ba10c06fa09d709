import type { Meter } from './meter.ts';
import { TableSpans } from './table-spans.ts';

/** A text without markup; `starts[i]` and `ends[i]` are where its i-th UTF-16 unit stands in the text as given. */
export interface PlainText {
  readonly text: string;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

const named: Readonly<Record<string, string>> = {
  nbsp: '\u00A0',
  ensp: '\u2002',
  emsp: '\u2003',
  thinsp: '\u2009',
  shy: '\u00AD',
  zwnj: '\u200C',
  zwj: '\u200D',
  lrm: '\u200E',
  rlm: '\u200F',
  ndash: '\u2013',
  mdash: '\u2014',
  minus: '\u2212',
  hellip: '…',
  bull: '•',
  middot: '·',
  laquo: '«',
  raquo: '»',
  ldquo: '“',
  rdquo: '”',
  bdquo: '„',
  lsquo: '‘',
  rsquo: '’',
  quot: '"',
  apos: "'",
  amp: '&',
  lt: '<',
  gt: '>',
  le: '≤',
  ge: '≥',
  percnt: '%',
  numero: '№',
  comma: ',',
  period: '.',
};
const entity = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,8}));/y;
const tag = /<(\/?)([a-zA-Z][a-zA-Z0-9]{0,9})(?:\s[^<>]{0,4000})?\/?>|<!--[^<>]{0,4000}-->/y;
/** Left where something struck out begins or ends. */
export const struck = '\uE000';
const strikes = new Set(['s', 'del', 'strike']);
const cells = new Set(['td', 'th']);
const blocks = new Set(
  'p div br li ul ol tr table thead tbody tfoot caption h1 h2 h3 h4 h5 h6 hr section article blockquote dt dd dl'.split(
    ' ',
  ),
);

function decoded([, decimal, hexadecimal, name]: RegExpExecArray): string | null {
  if (name !== undefined) return named[name] ?? null;
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000) ? String.fromCodePoint(code) : null;
}

/**
 * Takes HTML tags, character references and Markdown's signs of emphasis out of a text. A block begins a line, a cell
 * of a table is set off by a tab, and inside a table only its rows break lines.
 */
export function decodeMarkup(given: string, meter: Meter): PlainText {
  let text = '';
  const starts = new Uint32Array(given.length + 1);
  const ends = new Uint32Array(given.length + 1);
  const add = (piece: string, start: number, end: number): void => {
    for (let index = 0; index < piece.length; index += 1) {
      starts[text.length + index] = start;
      ends[text.length + index] = end;
    }
    text += piece;
  };
  let at = 0;
  let inTable = false;
  let spans = new TableSpans();
  const emphasis = /(\*\*|__|~~|`)+/y;
  while (at < given.length) {
    meter.steps += 1;
    const sign = given[at] ?? '';
    if (sign === '&') {
      entity.lastIndex = at;
      const found = entity.exec(given);
      const character = found === null ? null : decoded(found);
      if (found !== null && character !== null) {
        add(character, at, at + found[0].length);
        at += found[0].length;
        continue;
      }
    } else if (sign === '<') {
      tag.lastIndex = at;
      const found = tag.exec(given);
      if (found !== null) {
        const [whole, closes, name = ''] = found;
        const kind = name.toLowerCase();
        meter.steps += whole.length;
        if (kind === 'table') inTable = closes === '';
        if (kind === 'table') spans = new TableSpans();
        if (kind === 'tr' && closes === '') spans.openRow();
        if (cells.has(kind)) {
          // Never more units than the markup itself had.
          const edges = closes === '' ? Math.min(spans.openCell(whole), at + whole.length - text.length) : 0;
          add(closes === '' ? '\t'.repeat(edges) : ' ', at, at + whole.length);
        } else if (strikes.has(kind)) add(struck, at, at + whole.length);
        else if (blocks.has(kind)) add(inTable && kind !== 'tr' ? ' ' : '\n', at, at + whole.length);
        at += whole.length;
        continue;
      }
    } else if (sign === '*' || sign === '_' || sign === '~' || sign === '`') {
      emphasis.lastIndex = at;
      const found = emphasis.exec(given);
      if (found !== null) {
        if (found[0].includes('~~')) add(struck, at, at + found[0].length);
        at += found[0].length;
        continue;
      }
    }
    add(inTable && /[\n\r\u2028\u2029]/u.test(sign) ? ' ' : sign, at, at + 1);
    at += 1;
  }
  return { text, starts, ends };
}
