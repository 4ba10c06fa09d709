import { aboutOf } from './about-of.ts';
import { exportCell } from './export-cell.ts';
import type { ExportColumn } from './export-columns.ts';
import { figureColumns, revisionColumns } from './export-columns.ts';
import type { RevisionRow } from './export-row.ts';
import type { ExportTable } from './export-table-of.ts';

/** Both tables and what they are, for programs. */
export function jsonOf(table: ExportTable): string {
  const { question, resolved, state, cutoffs } = table;
  const rowsOf = (rows: readonly Partial<RevisionRow>[], columns: readonly ExportColumn[]) =>
    rows.map((row) => Object.fromEntries(columns.map((column) => [column.key, exportCell(row, column, resolved)])));
  const body = {
    election: resolved.pack.id,
    title: resolved.pack.title[question.lang],
    mode: state.mode,
    audience: question.audience,
    language: question.lang,
    logId: state.logId,
    seq: state.seq,
    hash: state.hash,
    cutoffs: cutoffs.map(({ id }) => id),
    about: aboutOf(table).map(([name, text]) => ({ name, text })),
    figures: rowsOf(table.figures, figureColumns),
    revisions: rowsOf(table.revisions, revisionColumns),
  };
  return `${JSON.stringify(body, null, 1)}\n`;
}
