import { capitalOffsetOf } from '@yavka/shared/pack/capital-offset-of';
import type { CellObject, Row } from 'write-excel-file/node';

import { aboutOf } from './about-of.ts';
import { exportCell } from './export-cell.ts';
import type { ExportColumn } from './export-columns.ts';
import { figureColumns, revisionColumns } from './export-columns.ts';
import type { RevisionRow } from './export-row.ts';
import type { ExportTable } from './export-table-of.ts';
import { exportWords } from './export-words.ts';
import { xmlWritable } from './xml-text.ts';

const minuteMs = 60_000;
const head = { fontWeight: 'bold', alignVertical: 'top', wrap: true, backgroundColor: '#EBE6DA' } as const;
/** A rehearsal is seen on every sheet before anything is read. */
const warning = { fontWeight: 'bold', textColor: '#162127', backgroundColor: '#EABF6D' } as const;

/**
 * A workbook for people: the figures, what they are, and every revision. Numbers are numbers and times are times of the
 * capital; text is text, whatever it begins with. Its library is loaded when the first workbook is asked for.
 */
export async function xlsxOf(table: ExportTable): Promise<Buffer> {
  const { default: writeWorkbook } = await import('write-excel-file/node');
  const { question, state } = table;
  const words = exportWords[question.lang];
  const isRehearsal = state.mode === 'rehearsal';
  const sheetOf = (sheet: string, columns: readonly ExportColumn[], rows: readonly Partial<RevisionRow>[]) => ({
    sheet,
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: isRehearsal ? 2 : 1,
    stickyColumnsCount: 4,
    data: [
      ...(isRehearsal ? [rehearsalRow(words.about.rehearsal, columns.length)] : []),
      columns.map((column) => ({ ...head, value: headOf(column, table) })),
      ...rows.map((row): Row => columns.map((column) => cellOf(row, column, table))),
    ],
  });
  const about: Row[] = aboutOf(table).map(([name, text]) => [
    { value: name, fontWeight: 'bold', alignVertical: 'top' },
    textCell(text, isRehearsal && text === words.about.rehearsal ? warning : { wrap: true, alignVertical: 'top' }),
  ]);
  return writeWorkbook(
    [
      sheetOf(words.sheets.figures, figureColumns, table.figures),
      { sheet: words.sheets.about, columns: [{ width: 24 }, { width: 100 }], data: about },
      sheetOf(words.sheets.revisions, revisionColumns, table.revisions),
    ],
    { fontFamily: 'Calibri', fontSize: 11 },
  ).toBuffer();
}

function rehearsalRow(text: string, width: number): Row {
  return Array.from({ length: width }, (_, index) => ({ ...warning, value: index === 0 ? text : '' }));
}

function headOf(column: ExportColumn, { question, resolved }: ExportTable): string {
  return column.head[question.lang].replace('{zone}', resolved.pack.capital.timeLabel[question.lang]);
}

function cellOf(row: Partial<RevisionRow>, column: ExportColumn, { question, resolved }: ExportTable): Row[number] {
  const words = exportWords[question.lang];
  const value = row[column.key] ?? null;
  const cell = exportCell(row, column, resolved);
  if (value === null || cell === null) return null;
  if (typeof value === 'object' && 'at' in value) {
    // A spreadsheet knows no zones: the hour that a clock in the capital showed.
    const local = new Date(value.at + capitalOffsetOf(resolved) * minuteMs);
    return { value: local, type: Date, format: 'yyyy-mm-dd hh:mm:ss' };
  }
  if (typeof cell === 'number') {
    return { value: cell, type: Number, format: column.kind === 'percent' ? '0.00' : '#,##0' };
  }
  if (column.kind === 'yes') return textCell(cell === true ? words.yes : words.no);
  if (column.kind === 'word' && column.key in words) {
    const list = words[column.key as 'mode'] as Readonly<Record<string, string>>;
    return textCell(list[String(cell)] ?? String(cell));
  }
  return textCell(String(cell));
}

function textCell(text: string, style: Partial<CellObject> = {}): CellObject {
  return { value: xmlWritable(text), type: String, ...style };
}
