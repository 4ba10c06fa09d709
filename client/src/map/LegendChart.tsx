import type { Language } from '@yavka/shared/ids';
import type { Band } from '@yavka/shared/pack/pack';
import type { MapArea } from '@yavka/shared/scenes/map-area';
import { sceneWords } from '@yavka/shared/scenes/scene-words';
import { formatBound } from '@yavka/shared/format/number';
import type { ReactElement } from 'react';
import { memo } from 'react';

import { legendMarksOf } from './legend-marks-of.ts';

interface Props {
  readonly width: number;
  /** The size of the numbers under the axis, pixels. */
  readonly size: number;
  readonly bands: readonly Band[];
  readonly areas: readonly MapArea[];
  readonly language: Language;
  /** Rows of brackets whose height is kept, so that the first figures in words move nothing. */
  readonly rowsKept?: number;
}

/**
 * The legend is a chart: the axis is true from 0 to 100, each band as wide as it is, a tick for every area with a
 * figure; dotted ice where polls are open; a bracket with its count over the whole interval of figures known in words.
 */
export const LegendChart = memo(function LegendChart({
  width,
  size,
  bands,
  areas,
  language,
  rowsKept = 0,
}: Props): ReactElement {
  const { ticks, brackets } = legendMarksOf(areas);
  const left = size * 0.3;
  const right = width - size * 1.9;
  const x = (hundredths: number): number => left + ((right - left) * hundredths) / 10_000;
  const tickHeight = size * 0.78;
  const head = Math.max(brackets.length, rowsKept) * size * 0.72;
  const top = head + tickHeight + size * 0.2;
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
      aria-label={sceneWords[language].legendTitle}
    >
      {bands.map((band) => (
        <rect
          key={band.min}
          x={x(band.min)}
          y={top}
          width={Math.max(0, x(band.max) - x(band.min) - 1)}
          height={bar}
          fill={band.color}
          className="map-legend-band"
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
      {ticks.map((tick) => (
        <line
          key={tick.area}
          x1={x(tick.at)}
          x2={x(tick.at)}
          y1={top - tickHeight - size * 0.12}
          y2={top - size * 0.12}
          className="map-legend-tick"
          data-open={tick.isOpen ? '' : undefined}
          data-stale={tick.isStale ? '' : undefined}
          strokeWidth={Math.max(1.4, size * 0.1)}
          {...(tick.isOpen ? { strokeDasharray: `${size * 0.1} ${size * 0.14}` } : {})}
        />
      ))}
      {brackets.map((bracket, index) => {
        const y = head - index * size * 0.72 - size * 0.16;
        const [from, to] = [x(bracket.min), Math.max(x(bracket.max), x(bracket.min) + 4)];
        return (
          <g key={`${bracket.min} ${bracket.max}`}>
            <path
              d={`M${from} ${y + size * 0.2}V${y - size * 0.1}H${to}V${y + size * 0.2}`}
              className="map-legend-bracket"
            />
            <text x={from - size * 0.25} y={y + size * 0.24} fontSize={size * 0.86} className="map-legend-count">
              {bracket.count}
            </text>
          </g>
        );
      })}
    </svg>
  );
});
