import { strFromU8, unzipSync } from 'fflate';

import type { XmlElement } from './read-xml.fixture.ts';
import { childrenOf, elementAt, readXml } from './read-xml.fixture.ts';

/** A CSV read by the letter of RFC 4180, after its byte order mark. */
export function readCsv(text: string, separator: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let isQuoted = false;
  const letters = [...text.replace(/^\uFEFF/, '')];
  for (let index = 0; index < letters.length; index += 1) {
    const letter = letters[index] ?? '';
    if (isQuoted && letter === '"' && letters[index + 1] === '"') {
      cell += '"';
      index += 1;
    } else if (letter === '"') isQuoted = !isQuoted;
    else if (isQuoted) cell += letter;
    else if (letter === separator) {
      row.push(cell);
      cell = '';
    } else if (letter === '\r' && letters[index + 1] === '\n') {
      rows.push([...row, cell]);
      [row, cell] = [[], ''];
      index += 1;
    } else if (letter === '\n' || letter === '\r') throw new Error('a bare line end outside quotes');
    else cell += letter;
  }
  if (isQuoted || cell !== '' || row.length > 0) throw new Error('the last line does not end');
  return rows;
}

/** Rows as objects by the head's names. */
export function recordsOf([head = [], ...rows]: string[][]): Record<string, string>[] {
  return rows.map((row) => Object.fromEntries(head.map((name, index) => [name, row[index] ?? ''])));
}

export interface SheetCell {
  readonly value: string | number | null;
  readonly isFormula: boolean;
  readonly format: string;
}

export interface ReadSheet {
  readonly name: string;
  readonly frozenRows: number;
  readonly rows: readonly (readonly SheetCell[])[];
}

/** What a spreadsheet reads out of a workbook: each sheet's cells by type, with their number formats. */
export function readWorkbook(file: Uint8Array): ReadSheet[] {
  const parts = unzipSync(file);
  const part = (name: string): XmlElement => {
    const held = parts[name];
    if (held === undefined) throw new Error(`the workbook has no ${name}`);
    return readXml(strFromU8(held));
  };
  const strings =
    parts['xl/sharedStrings.xml'] === undefined
      ? []
      : childrenOf(part('xl/sharedStrings.xml'), 'si').map(({ text }) => text);
  const styles = part('xl/styles.xml');
  const formats = new Map(
    childrenOf(elementAt(styles, 'numFmts'), 'numFmt').map(({ attributes }) => [
      attributes['numFmtId'],
      attributes['formatCode'] ?? '',
    ]),
  );
  const cellFormats = childrenOf(elementAt(styles, 'cellXfs'), 'xf').map(({ attributes }) => {
    const id = attributes['numFmtId'] ?? '0';
    return formats.get(id) ?? `built-in ${id}`;
  });
  return childrenOf(elementAt(part('xl/workbook.xml'), 'sheets'), 'sheet').map((sheet, index) => {
    const contents = part(`xl/worksheets/sheet${index + 1}.xml`);
    const rows = childrenOf(elementAt(contents, 'sheetData'), 'row').map((row) => {
      const cells: SheetCell[] = [];
      for (const cell of childrenOf(row, 'c')) {
        const { r: address = '', s: style = '0' } = cell.attributes;
        cells[columnOf(address)] = {
          value: valueOf(cell, strings),
          isFormula: elementAt(cell, 'f') !== undefined,
          format: cellFormats[Number(style)] ?? '',
        };
      }
      return Array.from(cells, (cell) => cell ?? { value: null, isFormula: false, format: '' });
    });
    const pane = elementAt(contents, 'sheetViews', 'sheetView', 'pane');
    const frozenRows = Number(pane?.attributes['ySplit'] ?? 0);
    return { name: sheet.attributes['name'] ?? '', frozenRows, rows };
  });
}

function valueOf(cell: XmlElement, strings: readonly string[]): SheetCell['value'] {
  const raw = elementAt(cell, 'v')?.text;
  if (cell.attributes['t'] === 'inlineStr') return elementAt(cell, 'is')?.text ?? '';
  if (raw === undefined) return null;
  return cell.attributes['t'] === 's' ? (strings[Number(raw)] ?? null) : Number(raw);
}

/** `C7` → 2. */
function columnOf(address: string): number {
  return [...address.replace(/\d+$/, '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
