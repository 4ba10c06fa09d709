import type { ClockColumn } from '@yavka/shared/analysis/clock-columns-of';
import { formatCount } from '@yavka/shared/format/number';
import type { Language } from '@yavka/shared/ids';
import type { ReactElement } from 'react';
import { memo } from 'react';

import type { Translate } from '../../ui/use-translation.ts';
import { clockTextOf, placeOnDay } from './place-on-day.ts';

const margin = { top: 26, right: 6, bottom: 22, left: 38 } as const;
const dayMinutes = 1440;
const hours = [0, 6, 12, 18, 24];
/** Under this width of a column only every other clock is written. */
const clockWidth = 30;

interface Props {
  readonly width: number;
  /** From the west to the east. */
  readonly columns: readonly ClockColumn[];
  readonly language: Language;
  readonly words: Translate;
}

/**
 * Election day on every clock: down goes the hour of the day, across the clocks from west to east. A bar is the hours of
 * the polls there, solid as far as they have been open.
 */
export const WorldClocks = memo(function WorldClocks({ width, columns, language, words }: Props): ReactElement {
  const height = width < 700 ? 250 : 300;
  const plotHeight = height - margin.top - margin.bottom;
  const step = (width - margin.left - margin.right) / columns.length;
  const xOf = (index: number): number => margin.left + step * (index + 0.5);
  const yOf = (minutes: number): number => margin.top + (plotHeight * placeOnDay(minutes)) / dayMinutes;
  const half = Math.min(19, step * 0.3);
  const isTight = step < clockWidth;
  return (
    <svg width={width} height={height} aria-hidden="true" className="world-clocks">
      {hours.map((hour) => (
        <g key={hour} className={hour % 24 === 0 ? 'world-midnight' : 'world-hour'}>
          <line x1={margin.left - 4} x2={width - margin.right} y1={yOf(hour * 60)} y2={yOf(hour * 60)} />
          <text x={margin.left - 8} y={yOf(hour * 60)} dy="0.34em" textAnchor="end">
            {clockTextOf(hour * 60)}
          </text>
        </g>
      ))}
      {columns.map((column, index) => {
        const { opens, closes, localMinutes, home } = column;
        const until = Math.min(closes, Math.max(opens, localMinutes));
        const standing = localMinutes < opens ? 'notYetOpen' : localMinutes < closes ? 'open' : 'closed';
        const isHome = home !== 0;
        const [left, right] = [xOf(index) - half * (isHome ? 1.35 : 1), xOf(index) + half * (isHome ? 1.35 : 1)];
        return (
          <g key={column.offset} className="world-column" data-status={standing} data-home={isHome}>
            <rect
              className="world-window"
              x={left}
              width={right - left}
              y={yOf(opens)}
              height={yOf(closes) - yOf(opens)}
            />
            <rect
              className="world-elapsed"
              x={left}
              width={right - left}
              y={yOf(opens)}
              height={yOf(until) - yOf(opens)}
            />
            <text className="world-count" x={xOf(index)} y={margin.top - 10} textAnchor="middle">
              {isHome && home !== null && !isTight ? formatCount(home, language) : null}
              {isHome ? null : column.stations.length}
            </text>
          </g>
        );
      })}
      <path
        className="world-now"
        d={columns
          .map(({ localMinutes }, index) => `${index === 0 ? 'M' : 'L'}${xOf(index)} ${yOf(localMinutes)}`)
          .join('')}
      />
      {columns.map(({ offset, localMinutes }, index) => {
        if (isTight && index % 2 === 1) return null;
        const isOff = localMinutes < 0 || localMinutes >= dayMinutes;
        const y = yOf(localMinutes);
        const isLow = y > margin.top + plotHeight - 24;
        return (
          <text
            key={offset}
            className="world-clock"
            data-off={isOff}
            x={xOf(index)}
            y={isLow ? y - 9 : y + 19}
            textAnchor="middle"
          >
            {clockTextOf(localMinutes)}
          </text>
        );
      })}
      <text className="world-day" x={margin.left} y={height - 6}>
        {words('world.nextDay')}
      </text>
    </svg>
  );
});
