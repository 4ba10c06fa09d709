/**
 * Where the plot lies in the day chart's box, and how far the first and last hour stand from its edges. Apart from the
 * chart, so that what is drawn around it needs no charting library.
 */
export const plotMargin = { top: 10, right: 112, bottom: 22, left: 30 } as const;
export const plotPadding = { left: 12, right: 6 } as const;
