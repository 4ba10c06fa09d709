import type { ReactElement } from 'react';

import { plotMargin as plot, plotPadding } from '../charts/plot-margin.ts';
import { useViewedNow } from '../feed/viewed.ts';

/**
 * The edge of the known: the published side of the day is tinted, and a row of dots stands at now. Drawn beside the
 * chart, not in it, so that the passing of time draws no curve again.
 */
export function NowTear({
  width,
  height,
  right,
  domain,
}: {
  width: number;
  height: number;
  /** The room kept for the labels. */
  right: number;
  domain: readonly [number, number];
}): ReactElement | null {
  const now = useViewedNow();
  if (now === null) return null;
  const left = plot.left;
  const inner = width - plot.left - right - plotPadding.left - plotPadding.right;
  const share = (now - domain[0]) / (domain[1] - domain[0]);
  const end = width - right;
  const x = Math.min(end, Math.max(left, left + plotPadding.left + share * inner));
  const bottom = height - plot.bottom;
  return (
    <svg className="now-tear" width={width} height={height} aria-hidden="true">
      <rect className="now-published" x={left} y={plot.top} width={x - left} height={bottom - plot.top} />
      {x < end ? <line className="tear" x1={x} x2={x} y1={plot.top + 3} y2={bottom} /> : null}
    </svg>
  );
}
