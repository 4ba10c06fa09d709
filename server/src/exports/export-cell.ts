import { formatInstant } from '@yavka/shared/format/time';
import { capitalOffsetOf } from '@yavka/shared/pack/capital-offset-of';
import type { ResolvedPack } from '@yavka/shared/pack/pack';

import type { ColumnKind, ExportColumn } from './export-columns.ts';
import type { Moment, RevisionRow } from './export-row.ts';

/** A value as programs read it: percents as numbers of percent, moments in ISO 8601, words of closed lists by their key. */
export type ExportCell = string | number | boolean | null;

/** The value of a row in a column. A figure's row has nothing in the columns that are of revisions alone. */
export function exportCell(row: Partial<RevisionRow>, column: ExportColumn, resolved: ResolvedPack): ExportCell {
  const value = row[column.key] ?? null;
  if (value === null) return null;
  if (typeof value === 'object') return momentText(value, resolved);
  return column.kind === 'percent' ? Number(percentText(Number(value), '.')) : value;
}

/** 2870 → `28.70`: every decimal that was published, and no mark between thousands. */
export function percentText(hundredths: number, decimalMark: string): string {
  const digits = String(hundredths).padStart(3, '0');
  return `${digits.slice(0, -2)}${decimalMark}${digits.slice(-2)}`;
}

/** An instant in the capital's time with its offset, or the day alone. */
export function momentText(moment: Moment, resolved: ResolvedPack): string {
  return 'day' in moment ? moment.day : formatInstant(moment.at, capitalOffsetOf(resolved));
}

/** Whether somebody may have typed it, so that it can say anything. */
export function isFreeText(kind: ColumnKind): boolean {
  return kind === 'text';
}
