import type { AreaId } from '@yavka/shared/ids';

import type { CurveSeries } from '../../charts/day-curve-model.ts';
import type { SeriesInk } from '../../charts/series-ink.ts';

/** One for each pin: told apart by lightness, by the strokes and by the number at the end, never by hue alone. */
const strokes: readonly Omit<SeriesInk, 'label'>[] = [
  { color: 'var(--txt)', width: 2.6, dot: 2.6, dotFill: 'var(--txt)' },
  { color: 'var(--band-3)', width: 2.4, dash: '8 3', dot: 2.6, dotFill: 'var(--paper)' },
  { color: 'var(--band-5)', width: 2.2, casing: 'var(--txt)', dot: 2.6, dotFill: 'var(--band-5)' },
  { color: 'var(--band-1)', width: 2.4, dash: '2 3', dot: 2.6, dotFill: 'var(--band-1)' },
  { color: 'var(--band-4)', width: 2.4, dash: '9 3 2 3', dot: 2.6, dotFill: 'var(--paper)' },
];

/** The stroke of the pin at a place, from 0. */
export function pinStrokeOf(place: number): Omit<SeriesInk, 'label'> {
  return strokes[place % strokes.length] ?? { color: 'var(--txt)', width: 2, dot: 2, dotFill: 'var(--txt)' };
}

/** How the compared regions are drawn, in the order in which they were chosen; the country is thin and behind them. */
export function pinInksOf(
  series: readonly CurveSeries[],
  names: { readonly country: string; readonly nameOf: (area: AreaId) => string },
): Record<string, SeriesInk> {
  const pins = series.filter((each) => each.kind === 'area');
  return Object.fromEntries(
    series.map(({ id, area, kind }): [string, SeriesInk] => {
      const place = pins.findIndex((pin) => pin.id === id);
      if (kind !== 'area')
        return [id, { label: names.country, color: 'var(--cold-1)', width: 1.2, dot: 2, dotFill: 'var(--paper)' }];
      return [id, { ...pinStrokeOf(place), label: `${place + 1} ${names.nameOf(area)}` }];
    }),
  );
}
