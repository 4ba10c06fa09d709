import type { DayPoint } from '@yavka/shared/analysis/day-curve-of';
import type { AreaView } from '@yavka/shared/analysis/area-view';
import type { ReactElement } from 'react';
import { memo } from 'react';

import { useFeed } from '../feed/store.ts';
import { combCurveOf, heightOf } from './comb-curve-model.ts';

const width = 60;
const height = 100;
const columnLeft = 46;
const columnWidth = 10;
const curveRight = 42;

/** The day of one region as a small curve, and the shown figure as a column in its band's colour. Zero is the floor. */
export const CombCurve = memo(function CombCurve({
  cell,
}: {
  cell: { readonly view: AreaView; readonly day: readonly DayPoint[] };
}): ReactElement {
  const bands = useFeed((feed) => feed.resolved?.pack.bands);
  const { view, day } = cell;
  const shape = combCurveOf(day, day.length);
  const x = (unit: number): number => 3 + (unit * (curveRight - 3)) / 100;
  const band = view.place?.kind === 'within' ? bands?.[view.place.band] : undefined;
  const { shown } = view;
  const tearY = Math.max(2, heightOf(shown?.turnout.max ?? 900) - 5);
  const isRange = shown !== null && shown.turnout.min !== shown.turnout.max;
  return (
    <svg className="comb-curve" viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
      {shape.bars.map((bar) => (
        <line key={bar.x} className="comb-range" x1={x(bar.x)} x2={x(bar.x)} y1={bar.top} y2={bar.bottom} />
      ))}
      {shape.lines.map((line) => (
        <polyline
          key={line[0]?.x}
          className="comb-line"
          points={line.map((point) => `${x(point.x)},${point.y}`).join(' ')}
        />
      ))}
      {shape.dots.map((dot) => (
        <line key={dot.x} className="comb-dot" x1={x(dot.x)} x2={x(dot.x)} y1={dot.y} y2={dot.y} />
      ))}
      {shown === null ? (
        <rect className="comb-column comb-awaited" x={columnLeft} width={columnWidth} y={height - 6} height={6} />
      ) : (
        <rect
          className={view.stale ? 'comb-column comb-stale' : 'comb-column'}
          x={columnLeft}
          width={columnWidth}
          y={heightOf(shown.turnout.min)}
          height={height - heightOf(shown.turnout.min)}
          fill={view.stale ? undefined : (band?.color ?? 'none')}
        />
      )}
      {isRange && shown !== null && !view.stale ? (
        <rect
          className="comb-texture"
          x={columnLeft}
          width={columnWidth}
          y={heightOf(shown.turnout.min)}
          height={height - heightOf(shown.turnout.min)}
          fill={`url(#comb-${view.quality === 'approaching' ? 'approaching' : 'above'})`}
        />
      ) : null}
      {isRange && shown !== null ? (
        <rect
          className="comb-column comb-reach"
          x={columnLeft}
          width={columnWidth}
          y={heightOf(shown.turnout.max)}
          height={heightOf(shown.turnout.min) - heightOf(shown.turnout.max)}
        />
      ) : null}
      {view.polls === 'open' ? (
        <line className="comb-tear" x1={columnLeft + 1} x2={columnLeft + columnWidth - 1} y1={tearY} y2={tearY} />
      ) : null}
    </svg>
  );
});
