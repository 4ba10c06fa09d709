import { bandOfValue } from '@yavka/shared/figures/band';
import type { AreaId, Language } from '@yavka/shared/ids';
import type { Band } from '@yavka/shared/pack/pack';

import type { CurveSeries, DayCurveModel } from '../charts/day-curve-model.ts';
import type { SeriesInk } from '../charts/series-ink.ts';

/** Earlier votes are cold and thin, told apart by their strokes; the first is solid with hollow dots. */
const earlierStrokes: readonly { dash?: string; color: string; dot: number }[] = [
  { color: 'var(--cold-1)', dot: 2.6 },
  { dash: '5 3', color: 'var(--cold-1)', dot: 1.6 },
  { dash: '1.5 3', color: 'var(--mut)', dot: 1.6 },
];

/** Strokes of the reader's regions, in the order of their choice: two in one band's colour are still told apart. */
const areaDashes: readonly (string | undefined)[] = [undefined, '9 3', '2 3', '12 3 2 3', '5 2'];

/**
 * The country is the one thick dark line. A region is drawn in the colour of its newest figure's band with a dark
 * edge, as every mark in a band's colour on paper.
 */
export function seriesInksOf(
  model: DayCurveModel,
  bands: readonly Band[],
  names: { readonly country: string; readonly nameOf: (area: AreaId) => string; readonly language: Language },
): Record<string, SeriesInk> {
  const areas = model.series.filter(({ kind }) => kind === 'area').map(({ id }) => id);
  const inkOf = (series: CurveSeries): SeriesInk => {
    if (series.kind === 'country') {
      return { label: names.country, color: 'var(--txt)', width: 3.2, dot: 3.2, dotFill: 'var(--txt)' };
    }
    if (series.kind === 'area') {
      const last = series.points.findLast((point) => point.interval !== null)?.interval ?? null;
      const band = last === null ? null : bandOfValue(last.min, bands);
      const dash = areaDashes[areas.indexOf(series.id) % areaDashes.length];
      const color = (band === null ? undefined : bands[band]?.color) ?? 'var(--cold-2)';
      return {
        label: names.nameOf(series.area),
        color,
        width: 2,
        casing: 'var(--txt)',
        dot: 2.6,
        dotFill: color,
        ...(dash === undefined ? {} : { dash }),
      };
    }
    const stroke = earlierStrokes[(series.place - 1) % earlierStrokes.length] ?? earlierStrokes[0];
    return {
      label: series.vote?.[names.language] ?? series.id,
      color: stroke?.color ?? 'var(--cold-1)',
      width: 1.4,
      dot: stroke?.dot ?? 2,
      dotFill: 'var(--paper)',
      ...(stroke?.dash === undefined ? {} : { dash: stroke.dash }),
    };
  };
  return Object.fromEntries(model.series.map((series) => [series.id, inkOf(series)]));
}
