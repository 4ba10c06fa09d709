import { formatDuration } from '@yavka/shared/format/time';
import type { ReactElement } from 'react';

import { usePageElapsed } from '../feed/clock.ts';
import { useFeed } from '../feed/store.ts';
import { useLanguage } from '../ui/language.ts';
import { useTranslation } from '../ui/use-translation.ts';

const reasonsTold = new Set(['notAllowed', 'wrongVersion', 'unreadable', 'brokenChain']);

/** Whether what is on the desk is what the server knows, in a mark and in words. */
export function LinkLamp(): ReactElement {
  const { t } = useTranslation('desk');
  const language = useLanguage();
  const { status, lastHeardMs, reason = '' } = useFeed((feed) => feed.link);
  const elapsed = usePageElapsed();
  const age = formatDuration(elapsed - (lastHeardMs ?? elapsed), language);
  const told = status === 'rejected' && reasonsTold.has(reason) ? reason : status;
  return (
    <p className="link-lamp" data-status={status} role="status">
      <svg viewBox="0 0 10 10" aria-hidden="true">
        {status === 'live' || status === 'starting' ? <circle cx="5" cy="5" r="4" /> : <path d="M5 .6 9.8 9.4H.2Z" />}
      </svg>{' '}
      <b>{t('link.label')}</b> {t(`link.${told}`, { age })}
    </p>
  );
}
