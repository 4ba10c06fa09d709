import { formatBound } from '@yavka/shared/format/number';
import type { AreaId, Language } from '@yavka/shared/ids';
import type { Band } from '@yavka/shared/pack/pack';
import type { MapArea } from '@yavka/shared/scenes/map-area';
import { mapWords } from '@yavka/shared/scenes/map-words';
import type { ReactElement } from 'react';
import { memo } from 'react';

import type { LegendTick } from '@yavka/shared/scenes/legend-marks-of';
import { legendMarksOf } from '@yavka/shared/scenes/legend-marks-of';

interface Props {
  readonly width: number;
  /** The size of the numbers under the axis, pixels. */
  readonly size: number;
  readonly bands: readonly Band[];
  readonly areas: readonly MapArea[];
  readonly language: Language;
  /** Rows of brackets whose height is kept, so that the first figures in words move nothing. */
  readonly rowsKept?: number;
  /** The area whose tick or bracket is marked. */
  readonly marked?: AreaId | null;
  /** Told the band under the pointer; left out on air. */
  readonly onBand?: (band: number | null) => void;
}

/**
 * The legend is a chart: the axis is true from 0 to 100, each band as wide as it is, a tick for every area with a
 * figure; dotted ice where polls are open, short and cold where the figure is an earlier one; a bracket with its words
 * and their count over the whole interval of figures known in words.
 */
export const LegendChart = memo(function LegendChart(props: Props): ReactElement {
  const { width, size, bands, areas, language, rowsKept = 0, marked = null, onBand } = props;
  const { ticks, brackets } = legendMarksOf(areas);
  const left = size * 0.3;
  const right = width - size * 1.9;
  const x = (hundredths: number): number => left + ((right - left) * hundredths) / 10_000;
  const row = size * 1.06;
  const tickHeight = size * 0.86;
  const head = Math.max(brackets.length, rowsKept) * row;
  const top = head + tickHeight + size * 0.3;
  const bar = size * 1.12;
  const height = top + bar + size * 1.6;
  const last = bands.at(-1);
  return (
    <svg
      className="map-legend"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={mapWords[language].legendTitle}
      {...(onBand === undefined ? {} : { onPointerLeave: () => onBand(null) })}
    >
      {bands.map((band, index) => (
        <rect
          key={band.min}
          x={x(band.min)}
          y={top}
          width={Math.max(0, x(band.max) - x(band.min) - 1)}
          height={bar}
          fill={band.color}
          className="map-legend-band"
          {...(onBand === undefined ? {} : { onPointerEnter: () => onBand(index) })}
        />
      ))}
      {bands.map((band) => (
        <text key={band.min} x={x(band.min)} y={top + bar + size * 1.25} fontSize={size} className="map-legend-number">
          {formatBound(band.min, language)}
        </text>
      ))}
      <text x={x(last?.max ?? 10_000)} y={top + bar + size * 1.25} fontSize={size} className="map-legend-number">
        {formatBound(last?.max ?? 10_000, language)}
        <tspan dx={size * 0.12}>%</tspan>
      </text>
      {/* What is not of this cutoff stands behind what is. */}
      {[...ticks]
        .sort((a, b) => Number(b.isStale) - Number(a.isStale))
        .map((tick) => (
          <Tick key={tick.area} tick={tick} x={x(tick.at)} foot={top - size * 0.14} height={tickHeight} size={size} />
        ))}
      {brackets.map((bracket, index) => {
        const y = (index + 0.5) * row;
        const [from, to] = [x(bracket.min), Math.max(x(bracket.max), x(bracket.min) + 4)];
        const isMarked = marked !== null && bracket.areas.includes(marked);
        return (
          <g key={`${bracket.min} ${bracket.max} ${bracket.isStale}`} data-stale={bracket.isStale ? '' : undefined}>
            <path
              d={`M${from} ${y + size * 0.3}V${y - size * 0.1}H${to}V${y + size * 0.3}`}
              className="map-legend-bracket"
              strokeWidth={size * (isMarked ? 0.28 : 0.12)}
            />
            <text x={from - size * 0.45} y={y + size * 0.32} fontSize={size * 0.94} className="map-legend-count">
              <tspan className="map-legend-said">{bracket.label}</tspan>
              {` × ${bracket.areas.length}`}
            </text>
          </g>
        );
      })}
      {ticks
        .filter((tick) => tick.area === marked)
        .map((tick) => (
          <path
            key={tick.area}
            d={`M${x(tick.at)} ${top - tickHeight - size * 0.3}V${top + bar}`}
            className="map-legend-marked"
            strokeWidth={size * 0.26}
          />
        ))}
    </svg>
  );
});

function Tick(props: {
  readonly tick: LegendTick;
  readonly x: number;
  readonly foot: number;
  readonly height: number;
  readonly size: number;
}): ReactElement {
  const { tick, x, foot, height, size } = props;
  const stroke = Math.max(1.4, size * 0.11);
  return (
    <line
      x1={x}
      x2={x}
      y1={foot - height * (tick.isStale ? 0.66 : 1)}
      y2={foot}
      className="map-legend-tick"
      data-open={tick.isOpen ? '' : undefined}
      data-stale={tick.isStale ? '' : undefined}
      strokeWidth={stroke}
      {...(tick.isOpen ? { strokeDasharray: `${stroke * 1.1} ${stroke * 1.1}` } : {})}
    />
  );
}
