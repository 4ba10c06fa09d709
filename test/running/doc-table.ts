import { readFileSync } from 'node:fs';
import path from 'node:path';

import { repositoryRoot } from '../architecture/source-file.ts';

const cellsOf = (line: string): string[] =>
  line
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim());

/** The rows, by column, of the one table of a Markdown file whose first column is headed so. */
export function docTable(file: string, firstColumn: string): Record<string, string>[] {
  const lines = readFileSync(path.join(repositoryRoot, file), 'utf8').split('\n');
  const at = lines.findIndex((line) => line.startsWith('|') && cellsOf(line)[0] === firstColumn);
  if (at < 0) throw new Error(`${file} has no table headed by ${firstColumn}`);
  const columns = cellsOf(lines[at] ?? '');
  const rows: Record<string, string>[] = [];
  for (const line of lines.slice(at + 2)) {
    if (!line.startsWith('|')) break;
    const cells = cellsOf(line);
    rows.push(Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ''])));
  }
  return rows;
}
