import { plotMargin, plotPadding } from '../../charts/plot-margin.ts';

/** Where the hours of the day's plot lie: pixels from the picture's left edge. */
export interface PlotHours {
  readonly width: number;
  readonly xOf: (at: number) => number;
}

/** @param right the plot's margin at the right, as the chart itself has it */
export function plotHoursOf([from, to]: readonly [number, number], width: number, right: number): PlotHours {
  const left = plotMargin.left + plotPadding.left;
  const inner = width - right - plotPadding.right - left;
  return { width, xOf: (at) => left + ((at - from) * inner) / Math.max(1, to - from) };
}
