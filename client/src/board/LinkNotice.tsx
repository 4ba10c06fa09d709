import type { ReactElement } from 'react';

import { useFeed } from '../feed/store.ts';
import { useTranslation } from '../ui/use-translation.ts';
import { useNewest } from './model-store.ts';
import { useCutoffLabel } from './use-cutoff-label.ts';

/** When the link is lost: the figures stay, and this line says of what time they are. Its place takes none otherwise. */
export function LinkNotice(): ReactElement {
  const { t } = useTranslation('board');
  const labelOf = useCutoffLabel();
  const status = useFeed((feed) => feed.link.status);
  const newest = useNewest((known) => known.cutoff);
  const isLost = status === 'reconnecting' || status === 'rejected';
  return (
    <div role="status" className={isLost ? 'link-notice' : 'only-heard'}>
      {isLost ? (newest === null ? t('link.lostEmpty') : t('link.lost', { time: labelOf(newest) })) : ''}
    </div>
  );
}
