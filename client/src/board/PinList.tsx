import type { ReactElement } from 'react';

import { useTranslation } from '../ui/use-translation.ts';
import { PageLink } from './PageLink.tsx';
import { useAreaWords } from './use-area-words.ts';
import { useIsNarrow } from './use-is-narrow.ts';
import { useBoardView } from './view.ts';

/** The regions on the chart, each with a way to take it off; before any is chosen, how to choose one. */
export function PinList(): ReactElement {
  const { t } = useTranslation('board');
  const words = useAreaWords();
  const pinned = useBoardView((view) => view.pinned);
  const togglePin = useBoardView((view) => view.togglePin);
  const isNarrow = useIsNarrow();
  if (pinned.length === 0) {
    return (
      <p className="pin-hint">
        {isNarrow ? (
          <PageLink to={{ page: 'regions', area: null }}>{t('curve.pinsHintNarrow')}</PageLink>
        ) : (
          t('curve.pinsHint')
        )}
      </p>
    );
  }
  return (
    <ul className="pin-list">
      {pinned.map((area) => (
        <li key={area}>
          <button
            type="button"
            aria-label={t('curve.unpin', { area: words.nameOf(area) })}
            onClick={() => togglePin(area)}
          >
            {words.nameOf(area)} <span aria-hidden="true">×</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
