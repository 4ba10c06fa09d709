import type { ReactElement } from 'react';

import { plotMargin as plot, plotPadding } from '../charts/plot-margin.ts';
import { useViewedState } from '../feed/viewed.ts';

interface Props {
  readonly width: number;
  readonly height: number;
  /** The room kept for the labels. */
  readonly right: number;
  readonly domain: readonly [number, number];
}

/** Released dispatches as marks on the hours of the day's chart: that something was reported then, not what. */
export function DispatchTicks({ width, height, right, domain }: Props): ReactElement | null {
  const dispatches = useViewedState((state) => state?.dispatches);
  const inner = width - plot.left - right - plotPadding.left - plotPadding.right;
  const shown = Object.values(dispatches ?? {}).filter(
    ({ releasedAt, at }) => releasedAt !== null && at >= domain[0] && at <= domain[1],
  );
  if (shown.length === 0) return null;
  const bottom = height - plot.bottom;
  return (
    <svg className="dispatch-ticks" width={width} height={height} aria-hidden="true">
      {shown.map(({ dispatchId, at }) => {
        const x = plot.left + plotPadding.left + (inner * (at - domain[0])) / (domain[1] - domain[0]);
        return <path key={dispatchId} d={`M${x} ${bottom - 1}l-4.5 -10h9z`} />;
      })}
    </svg>
  );
}
