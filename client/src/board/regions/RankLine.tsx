import type { ReactElement } from 'react';

import type { CurveTick } from '../../charts/day-curve-model.ts';
import { useTranslation } from '../../ui/use-translation.ts';
import type { PlotHours } from './plot-hours-of.ts';
import { rankPointsOf } from './rank-points-of.ts';
import type { RegionHour } from './region-page-model.ts';

const height = 86;
const margin = 16;
const numberAbove = -8;
const numberBelow = 17;

interface Props {
  readonly hours: readonly RegionHour[];
  readonly ranked: number;
  readonly ticks: readonly CurveTick[];
  readonly plot: PlotHours;
}

/** The region's place at each cutoff, the first at the top; a place that was left open is a bar. The table says the same. */
export function RankLine({ hours, ranked, ticks, plot }: Props): ReactElement | null {
  const { t } = useTranslation('regions');
  const { points, lines } = rankPointsOf(hours, ranked);
  if (points.length === 0) return null;
  const xOf = (cutoff: string): number => plot.xOf(ticks.find((tick) => tick.cutoff === cutoff)?.x ?? 0);
  const yOf = (share: number): number => margin + share * height;
  const [left, right] = [plot.xOf(ticks[0]?.x ?? 0), plot.xOf(ticks.at(-1)?.x ?? 0)];
  return (
    <figure className="rank-line">
      <figcaption>{t('day.places', { number: ranked })}</figcaption>
      <svg width={plot.width} height={height + 2 * margin} aria-hidden="true">
        {[0, 1].map((share) => (
          <line key={share} className="rank-edge" x1={left} x2={right} y1={yOf(share)} y2={yOf(share)} />
        ))}
        {lines.map((line) => (
          <polyline
            key={line[0]?.cutoff}
            className="rank-step"
            points={line.map((point) => `${xOf(point.cutoff)},${yOf(point.top)}`).join(' ')}
          />
        ))}
        {points.map(({ cutoff, top, bottom, best, worst }) =>
          best === worst ? (
            <g key={cutoff}>
              <circle className="rank-dot" cx={xOf(cutoff)} cy={yOf(top)} r="3.4" />
              <text className="rank-number" x={xOf(cutoff)} y={yOf(top) + (top > 0.5 ? numberAbove : numberBelow)}>
                {best}
              </text>
            </g>
          ) : (
            <line key={cutoff} className="rank-span" x1={xOf(cutoff)} x2={xOf(cutoff)} y1={yOf(top)} y2={yOf(bottom)} />
          ),
        )}
      </svg>
    </figure>
  );
}
