import type { Language } from '@yavka/shared/ids';

import type { CurveSeries } from '../../charts/day-curve-model.ts';
import type { SeriesInk } from '../../charts/series-ink.ts';

const earlierStrokes: readonly { readonly dash?: string; readonly color: string; readonly dot: number }[] = [
  { color: 'var(--cold-1)', dot: 2.6 },
  { dash: '5 3', color: 'var(--cold-1)', dot: 1.6 },
  { dash: '1.5 3', color: 'var(--mut)', dot: 1.6 },
];

/** The region is the one thick dark line; the country is warm and thin behind it, earlier votes are cold. */
export function regionInksOf(
  series: readonly CurveSeries[],
  names: { readonly country: string; readonly region: string; readonly language: Language },
): Record<string, SeriesInk> {
  return Object.fromEntries(
    series.map(({ id, kind, place, vote }): [string, SeriesInk] => {
      if (kind === 'area')
        return [id, { label: names.region, color: 'var(--txt)', width: 3.2, dot: 3.2, dotFill: 'var(--txt)' }];
      if (kind === 'country')
        return [id, { label: names.country, color: 'var(--band-4)', width: 1.8, dot: 2.4, dotFill: 'var(--paper)' }];
      const stroke = earlierStrokes[(place - 1) % earlierStrokes.length];
      return [
        id,
        {
          label: vote?.[names.language] ?? id,
          color: stroke?.color ?? 'var(--cold-1)',
          width: 1.4,
          dot: stroke?.dot ?? 2,
          dotFill: 'var(--paper)',
          ...(stroke?.dash === undefined ? {} : { dash: stroke.dash }),
        },
      ];
    }),
  );
}
