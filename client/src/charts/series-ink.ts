/** How a series of the day's chart is drawn. */
export interface SeriesInk {
  readonly label: string;
  readonly color: string;
  readonly width: number;
  readonly dash?: string;
  /** A dark edge around a line in a band's colour, which alone would be too light for paper. */
  readonly casing?: string;
  readonly dot: number;
  readonly dotFill: string;
}
