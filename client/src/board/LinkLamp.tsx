import { formatDuration } from '@yavka/shared/format/time';
import type { ReactElement } from 'react';

import { usePageElapsed } from '../feed/clock.ts';
import { useFeed } from '../feed/store.ts';
import { useLanguage } from '../ui/language.ts';
import { useTranslation } from '../ui/use-translation.ts';
import { Lamp } from './Lamp.tsx';

/** Whether the server is there, and how old its last word is. It says nothing of the figures' age. */
export function LinkLamp(): ReactElement {
  const { t } = useTranslation('board');
  const language = useLanguage();
  const link = useFeed((feed) => feed.link);
  const elapsed = usePageElapsed();
  const age = link.lastHeardMs === null ? '' : formatDuration(elapsed - link.lastHeardMs, language);
  const words = {
    starting: t('link.starting'),
    live: t('link.live', { age }),
    reconnecting: age === '' ? t('link.starting') : t('link.reconnecting', { age }),
    rejected: t('link.rejected'),
  }[link.status];
  const tone = link.status === 'live' ? 'fine' : link.status === 'starting' ? 'idle' : 'warn';
  return <Lamp tone={tone} name={t('lamp.link')} words={words} />;
}
