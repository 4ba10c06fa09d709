/**
 * Where the plot lies in the day chart's box, and how far the first and last hour stand from its edges. Apart from the
 * chart, so that what is drawn around it needs no charting library.
 */
export const plotMargin = { top: 10, bottom: 22, left: 30 } as const;
export const plotPadding = { left: 12, right: 6 } as const;

/** Pixels of a letter of the labels, as wide as they come on average. */
const letterWidth = 6.3;

/** The room at the right edge for the longest of the labels: what a line is called and its last value. */
export function rightMarginOf(labels: readonly string[], width: number): number {
  const wanted = 16 + letterWidth * Math.max(12, ...labels.map((label) => label.length));
  // A name may be cut rather than the picture.
  return Math.round(Math.min(Math.max(96, wanted), Math.max(96, width * 0.36)));
}
