import { formatHundredths } from '@yavka/shared/format/number';
import type { Language } from '@yavka/shared/ids';
import type { ReactElement } from 'react';
import { memo, useMemo } from 'react';
import { CartesianGrid, Line, LineChart, XAxis, YAxis } from 'recharts';

import { CurveLabels } from './CurveLabels.tsx';
import { CurveRanges } from './CurveRanges.tsx';
import type { DayCurveModel } from './day-curve-model.ts';
import { curveRowsOf } from './day-curve-model.ts';
import { plotMargin, plotPadding } from './plot-margin.ts';
import type { SeriesInk } from './series-ink.ts';

export interface DayCurveChartProps {
  readonly width: number;
  readonly height: number;
  /** The room kept for the labels at the right edge. */
  readonly right: number;
  readonly model: DayCurveModel;
  readonly language: Language;
  /** How each series is drawn and named, by its id. */
  readonly inks: Readonly<Record<string, SeriesInk>>;
  readonly tickLabels: Readonly<Record<string, string>>;
  readonly shownX: number | null;
  /** Told each time the chart is really drawn; a test counts. */
  readonly onDraw?: (() => void) | undefined;
}

/**
 * The day as straight lines between published figures. A gap stays a gap, a range is a bar. Drawn only when its model
 * changed: the moving line of now is not part of it.
 */
export const DayCurveChart = memo(function DayCurveChart(props: DayCurveChartProps): ReactElement {
  const { width, height, right, model, language, inks, tickLabels, shownX, onDraw } = props;
  onDraw?.();
  const rows = useMemo(() => curveRowsOf(model), [model]);
  const labelByX = useMemo(
    () =>
      new Map(
        ticksWithWords(model, shownX, width - right).map((tick) => [tick.x, tickLabels[tick.cutoff] ?? tick.cutoff]),
      ),
    [model, shownX, width, right, tickLabels],
  );
  return (
    <LineChart
      width={width}
      height={height}
      data={rows}
      margin={{ top: plotMargin.top, right, bottom: 0, left: 0 }}
      accessibilityLayer={false}
    >
      <CartesianGrid vertical={false} className="curve-grid" />
      <XAxis
        dataKey="x"
        type="number"
        domain={[...model.domain]}
        padding={plotPadding}
        ticks={model.ticks.map((tick) => tick.x)}
        interval={0}
        height={plotMargin.bottom}
        tickSize={4}
        tick={<HourTick labelByX={labelByX} shownX={shownX} />}
        className="curve-axis"
      />
      <YAxis
        type="number"
        domain={[0, 10_000]}
        ticks={[0, 2_500, 5_000, 7_500, 10_000]}
        width={plotMargin.left}
        tickLine={false}
        axisLine={false}
        tickMargin={4}
        tickFormatter={(hundredths: number) => formatHundredths(hundredths, language, 0)}
        className="curve-axis"
      />
      {model.series.map((series) => {
        const ink = inks[series.id];
        return ink?.casing === undefined ? null : (
          <Line
            key={`${series.id} casing`}
            dataKey={series.id}
            type="linear"
            stroke={ink.casing}
            strokeWidth={ink.width + 2}
            dot={false}
            activeDot={false}
            connectNulls={false}
            isAnimationActive={false}
          />
        );
      })}
      {model.series.map((series) => {
        const ink = inks[series.id];
        return ink === undefined ? null : (
          <Line
            key={series.id}
            dataKey={series.id}
            type="linear"
            stroke={ink.color}
            strokeWidth={ink.width}
            strokeDasharray={ink.dash ?? ''}
            dot={{
              r: ink.dot,
              fill: ink.dotFill,
              stroke: ink.casing ?? ink.color,
              strokeWidth: 1.4,
              strokeDasharray: '',
            }}
            activeDot={false}
            connectNulls={false}
            isAnimationActive={false}
            className={`curve-${series.kind}`}
          />
        );
      })}
      <CurveRanges model={model} inks={inks} />
      <CurveLabels model={model} inks={inks} language={language} right={width - right + 10} />
    </LineChart>
  );
});

/** Pixels that one hour's words need on the axis. */
const hourWidth = 33;

/** All ticks, or every other one from the last where they would run together; the hour on the screen always. */
function ticksWithWords(model: DayCurveModel, shownX: number | null, width: number): DayCurveModel['ticks'] {
  const { ticks } = model;
  const room = width - plotMargin.left - plotPadding.left - plotPadding.right;
  if (room / Math.max(1, ticks.length - 1) >= hourWidth) return ticks;
  const shown = ticks.findIndex((tick) => tick.x === shownX);
  return ticks.filter(
    (_, index) => index === shown || ((ticks.length - index) % 2 === 1 && (shown < 0 || Math.abs(index - shown) > 1)),
  );
}

function HourTick({
  x,
  y,
  payload,
  labelByX,
  shownX,
}: {
  x?: number;
  y?: number;
  payload?: { value: number };
  labelByX: ReadonlyMap<number, string>;
  shownX: number | null;
}): ReactElement {
  const at = payload?.value ?? 0;
  const label = labelByX.get(at) ?? '';
  // A word instead of an hour: it stands at the end and runs into the margin, clear of the hour before.
  const isLong = label.length > 5;
  return (
    <text
      x={isLong ? (x ?? 0) - 14 : x}
      y={(y ?? 0) + 11}
      textAnchor={isLong ? 'start' : 'middle'}
      className={at === shownX ? 'curve-hour is-shown' : 'curve-hour'}
    >
      {label}
    </text>
  );
}
