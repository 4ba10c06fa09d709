import { formatHundredths } from '@yavka/shared/format/number';
import { isExact } from '@yavka/shared/figures/turnout';
import type { Language } from '@yavka/shared/ids';
import type { ReactElement } from 'react';
import { usePlotArea, useXAxisScale, useYAxisScale } from 'recharts';

import type { CurvePoint, CurveSeries, DayCurveModel } from './day-curve-model.ts';
import type { SeriesInk } from './series-ink.ts';
import { spreadLabels } from './spread-labels.ts';

const lineHeight = 14;

/** Names at the right edge, each with its last exact value, beside the line it names; the country's value at its point. */
export function CurveLabels({
  model,
  inks,
  language,
  right,
}: {
  model: DayCurveModel;
  inks: Readonly<Record<string, SeriesInk>>;
  language: Language;
  right: number;
}): ReactElement | null {
  const x = useXAxisScale();
  const y = useYAxisScale();
  const plot = usePlotArea();
  if (x === undefined || y === undefined || plot === undefined) return null;
  const ends = model.series.flatMap((series) => {
    const last = lastExactOf(series);
    return last === null ? [] : [{ series, last, at: { x: x(last.x) ?? 0, y: y(last.interval?.min) ?? 0 } }];
  });
  const places = spreadLabels(
    ends.map(({ series, at }) => ({ id: series.id, wanted: at.y })),
    lineHeight,
    { top: plot.y + 4, bottom: plot.y + plot.height - 4 },
  );
  return (
    <g className="curve-labels">
      {ends.map(({ series, last, at }) => {
        const ink = inks[series.id];
        const place = places.get(series.id) ?? at.y;
        const value = formatHundredths(last.interval?.min ?? 0, language, last.decimals);
        return (
          <g key={series.id} data-kind={series.kind}>
            <path
              className="curve-leader"
              d={`M${at.x + 5} ${at.y}L${Math.max(at.x + 5, right - 12)} ${at.y}L${right - 3} ${place}`}
            />
            <text x={right} y={place} dy="0.34em">
              {ink?.label} <tspan className="curve-value">{value}</tspan>
            </text>
          </g>
        );
      })}
    </g>
  );
}

function lastExactOf(series: CurveSeries): CurvePoint | null {
  return series.points.findLast((point) => point.interval !== null && isExact(point.interval)) ?? null;
}
