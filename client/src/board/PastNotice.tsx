import type { ReactElement } from 'react';

import { useLanguage } from '../ui/language.ts';
import { useTranslation } from '../ui/use-translation.ts';
import { useModel } from './model-store.ts';
import { useBoardView } from './view.ts';

/** Said when an earlier cutoff is on the screen than the newest: it must never pass for the latest. */
export function PastNotice(): ReactElement | null {
  const { t } = useTranslation('board');
  const language = useLanguage();
  const isPast = useModel((model) => model.cutoff !== model.newest);
  const label = useModel((model) => model.rail.find((notch) => notch.state === 'shown')?.label);
  const show = useBoardView((view) => view.showCutoff);
  if (isPast !== true || label === null || label === undefined) return null;
  return (
    <p className="past-notice">
      {t('past.shown', { label: label[language] })}{' '}
      <button type="button" onClick={() => show(null)}>
        {t('past.back')}
      </button>
    </p>
  );
}
