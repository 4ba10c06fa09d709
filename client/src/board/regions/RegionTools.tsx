import { formatBound, formatHundredths } from '@yavka/shared/format/number';
import type { ReactElement } from 'react';
import { useTranslation } from '../../ui/use-translation.ts';

import { useFeed } from '../../feed/store.ts';
import { useLanguage } from '../../ui/language.ts';
import { OrderButtons } from '../OrderButtons.tsx';
import { useBoardView } from '../view.ts';
import { bandPartId, regionParts } from './region-part.ts';

/** By what the regions are ordered, and which of them are shown. Both stand in the address. */
export function RegionTools(): ReactElement {
  return (
    <div className="region-tools">
      <OrderChoice />
      <PartChoice />
    </div>
  );
}

function OrderChoice(): ReactElement {
  const { t } = useTranslation('board');
  return (
    <p className="region-choice" role="group" aria-label={t('comb.order')}>
      <span>{t('comb.order')}</span>
      <OrderButtons isShort={false} />
    </p>
  );
}

function PartChoice(): ReactElement {
  const { t } = useTranslation('regions');
  const language = useLanguage();
  const only = useBoardView((view) => view.only);
  const showOnly = useBoardView((view) => view.showOnly);
  const bands = useFeed((feed) => feed.resolved?.pack.bands) ?? [];
  return (
    <p className="region-choice" role="group" aria-label={t('part.label')}>
      <span>{t('part.label')}</span>
      <button type="button" aria-pressed={only === null} onClick={() => showOnly(null)}>
        {t('part.all')}
      </button>
      {regionParts.map((part) => (
        <button
          key={part}
          type="button"
          aria-pressed={only === part}
          onClick={() => showOnly(only === part ? null : part)}
        >
          {t(`part.${part}`)}
        </button>
      ))}
      <span className="region-bands">
        {bands.map((band, index) => {
          const id = bandPartId(index);
          const edges = { low: formatBound(band.min, language), high: formatHundredths(band.max, language, 0) };
          return (
            <button
              key={id}
              type="button"
              className="region-band"
              aria-pressed={only === id}
              aria-label={t('part.band', edges)}
              title={t('part.band', edges)}
              style={{ backgroundColor: band.color, color: `var(--${band.figure})` }}
              onClick={() => showOnly(only === id ? null : id)}
            >
              {edges.low}
            </button>
          );
        })}
      </span>
    </p>
  );
}
