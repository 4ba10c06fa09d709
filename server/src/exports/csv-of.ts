import type { Language } from '@yavka/shared/ids';

import { exportCell, isFreeText, percentText } from './export-cell.ts';
import type { ExportColumn } from './export-columns.ts';
import { figureColumns, revisionColumns } from './export-columns.ts';
import type { RevisionRow } from './export-row.ts';
import type { ExportTable } from './export-table-of.ts';

/** What a spreadsheet of that language expects: where the comma is the decimal mark, semicolons are between the cells. */
const dialects: Record<Language, { readonly separator: string; readonly decimalMark: string }> = {
  kk: { separator: ';', decimalMark: ',' },
  ru: { separator: ';', decimalMark: ',' },
  en: { separator: ',', decimalMark: '.' },
};

const byteOrderMark = '\uFEFF';
/** What a spreadsheet would take for a formula, full-width forms included. */
const formulaBegins = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

/** RFC 4180 in UTF-8, with a byte order mark by which a spreadsheet knows that; the head names the keys of the JSON. */
export function csvOf(table: ExportTable): string {
  const isRevisions = table.question.table === 'revisions';
  const columns: readonly ExportColumn[] = isRevisions ? revisionColumns : figureColumns;
  const rows: readonly Partial<RevisionRow>[] = isRevisions ? table.revisions : table.figures;
  const { separator, decimalMark } = dialects[table.question.lang];
  const lines = rows.map((row) =>
    columns.map((column) => {
      const value = row[column.key];
      if (column.kind === 'percent') return typeof value === 'number' ? quoted(percentText(value, decimalMark)) : '';
      const cell = exportCell(row, column, table.resolved);
      const text = cell === null ? '' : String(cell);
      return quoted(isFreeText(column.kind) ? withoutFormula(text) : text);
    }),
  );
  return (
    byteOrderMark + [columns.map(({ key }) => key), ...lines].map((line) => `${line.join(separator)}\r\n`).join('')
  );
}

/** A spreadsheet reads what stands behind an apostrophe as text. */
function withoutFormula(text: string): string {
  return formulaBegins.test(text) ? `'${text}` : text;
}

/**
 * A comma stands bare in no cell of RFC 4180 (section 2, TEXTDATA), the decimal one neither, whatever is between the
 * cells: a reader that was told of no separator, or of another one, still finds the bounds of each number.
 */
function quoted(text: string): string {
  return /[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
