import type { ReactElement } from 'react';

import { useFeed } from '../feed/store.ts';
import { useViewedMoment } from '../feed/viewed.ts';
import { useTranslation } from '../ui/use-translation.ts';
import { useBoardView } from './view.ts';
import './moment-missing.css';

/** In the page's place where the moment that was asked for cannot be shown: why, and the way to the newest. No figures. */
export function MomentMissing(): ReactElement | null {
  const { t } = useTranslation('board');
  const past = useViewedMoment((viewed) => viewed.past);
  const logInUse = useFeed((feed) => feed.state?.logId);
  const showMoment = useBoardView((view) => view.showMoment);
  if (past === null || past.trouble === null) return null;
  const { moment, trouble } = past;
  const isWorthAsking = trouble === 'unreachable' || trouble === 'broken';
  return (
    <main className="moment-missing" data-trouble={trouble}>
      <h2>{t(`moment.${trouble}`)}</h2>
      <p>{t(`moment.${trouble}.means`)}</p>
      {trouble === 'reading' ? null : (
        <dl>
          <dt>{t('moment.asked')}</dt>
          <dd>
            <code>
              {moment.logId} · {moment.seq}
            </code>
          </dd>
          <dt>{t('moment.inUse')}</dt>
          <dd>
            <code>{logInUse ?? ''}</code>
          </dd>
        </dl>
      )}
      <p className="moment-missing-ways">
        <button type="button" onClick={() => showMoment(null)}>
          {t('moment.toNewest')}
        </button>
        {isWorthAsking ? (
          <button type="button" onClick={() => showMoment({ ...moment })}>
            {t('moment.again')}
          </button>
        ) : null}
      </p>
    </main>
  );
}
