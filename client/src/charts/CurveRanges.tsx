import { isExact } from '@yavka/shared/figures/turnout';
import type { ReactElement } from 'react';
import { useXAxisScale, useYAxisScale } from 'recharts';

import type { DayCurveModel } from './day-curve-model.ts';
import type { SeriesInk } from './series-ink.ts';

/** Figures known as ranges: an upright bar from bound to bound. Never a point, never part of a line. */
export function CurveRanges({
  model,
  inks,
}: {
  model: DayCurveModel;
  inks: Readonly<Record<string, SeriesInk>>;
}): ReactElement | null {
  const x = useXAxisScale();
  const y = useYAxisScale();
  if (x === undefined || y === undefined) return null;
  return (
    <g className="curve-ranges">
      {model.series.flatMap((series, order) =>
        series.points.flatMap((point) => {
          const { interval } = point;
          if (interval === null || isExact(interval)) return [];
          const left = (x(point.x) ?? 0) - 3 + (order % 5) * 2;
          const top = y(interval.max) ?? 0;
          const bottom = y(interval.min) ?? 0;
          const ink = inks[series.id];
          return [
            <rect
              key={`${series.id} ${point.x}`}
              x={left}
              y={top}
              width={6}
              height={Math.max(2, bottom - top)}
              fill={ink?.color ?? 'none'}
              fillOpacity={0.55}
              stroke={ink?.casing ?? ink?.color}
              strokeDasharray="2 2"
            />,
          ];
        }),
      )}
    </g>
  );
}
