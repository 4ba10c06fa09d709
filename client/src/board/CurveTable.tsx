import { formatHundredths, formatTurnout } from '@yavka/shared/format/number';
import { isExact } from '@yavka/shared/figures/turnout';
import type { ReactElement } from 'react';

import { useFeed } from '../feed/store.ts';
import { useLanguage } from '../ui/language.ts';
import { useTranslation } from '../ui/use-translation.ts';
import { useModel } from './model-store.ts';
import { useAreaWords } from './use-area-words.ts';
import { useCutoffLabel } from './use-cutoff-label.ts';

/** The chart's numbers as a table, for readers who hear the page. */
export function CurveTable(): ReactElement | null {
  const { t } = useTranslation('board');
  const language = useLanguage();
  const words = useAreaWords();
  const labelOf = useCutoffLabel();
  const curve = useModel((model) => model.curve);
  const approachWidth = useFeed((feed) => feed.resolved?.pack.approachWidth);
  const root = useFeed((feed) => feed.resolved?.pack.root);
  if (curve === null) return null;
  return (
    <div className="only-heard">
      <table>
        <caption>{t('curve.table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('section.curve')}</th>
            {curve.ticks.map((tick) => (
              <th key={tick.cutoff} scope="col">
                {labelOf(tick.cutoff)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {curve.series.map((series) => (
            <tr key={series.id}>
              <th scope="row">
                {series.vote?.[language] ?? (series.area === root ? t('curve.country') : words.nameOf(series.area))}
              </th>
              {series.points.map(({ x, interval, decimals }) => (
                <td key={x}>
                  {interval === null
                    ? '–'
                    : isExact(interval)
                      ? formatHundredths(interval.min, language, decimals)
                      : formatTurnout(interval, language, approachWidth)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
