/** More columns than a table of areas has; it bounds the work on one cell. */
const mostColumns = 40;

const spanOf = (tag: string, name: string): number => {
  const found = new RegExp(`\\s${name}\\s*=\\s*["']?(\\d{1,2})`, 'iu').exec(tag);
  return Math.max(1, Math.min(mostColumns, Number(found?.[1] ?? 1)));
};

/** The columns of an HTML table whose cells span several of them or reach into the rows below. */
export class TableSpans {
  /** How many rows more each column is taken from above. */
  private taken: number[] = [];
  private column = 0;
  /** Columns that the last cell spans besides its own. */
  private beside = 0;

  openRow(): void {
    for (let at = this.column + this.beside; at < this.taken.length; at += 1)
      this.taken[at] = Math.max(0, (this.taken[at] ?? 0) - 1);
    this.column = 0;
    this.beside = 0;
  }

  /** How many edges of cells lie before a cell, by its opening tag: one, and one for each column that others take. */
  openCell(tag: string): number {
    let edges = 1 + this.beside;
    this.column += this.beside;
    while ((this.taken[this.column] ?? 0) > 0 && this.column < mostColumns) {
      this.taken[this.column] = (this.taken[this.column] ?? 0) - 1;
      this.column += 1;
      edges += 1;
    }
    const [columns, rows] = [spanOf(tag, 'colspan'), spanOf(tag, 'rowspan')];
    for (let at = this.column; at < Math.min(mostColumns, this.column + columns); at += 1) this.taken[at] = rows - 1;
    this.column += 1;
    this.beside = columns - 1;
    return edges;
  }
}
