import { csvOf } from './csv-of.ts';
import type { ExportFormat } from './export-question.ts';
import type { ExportTable } from './export-table-of.ts';
import { jsonOf } from './json-of.ts';
import { xlsxOf } from './xlsx-of.ts';

export const exportTypes: Record<ExportFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** The table as a file of that format. */
export async function exportBodyOf(table: ExportTable, format: ExportFormat): Promise<Buffer> {
  if (format === 'xlsx') return xlsxOf(table);
  return Buffer.from(format === 'csv' ? csvOf(table) : jsonOf(table));
}
