import { formatCount } from '@yavka/shared/format/number';
import { formatTime } from '@yavka/shared/format/time';
import type { ReactElement } from 'react';
import { memo } from 'react';

import { useFeed } from '../../feed/store.ts';
import { useLanguage } from '../../ui/language.ts';
import { useSourceName } from '../../ui/use-source-name.ts';
import { useTranslation } from '../../ui/use-translation.ts';
import { useModel } from '../model-store.ts';
import { OriginLink } from '../OriginLink.tsx';
import { useCutoffLabel } from '../use-cutoff-label.ts';
import { AnnouncementText } from './AnnouncementText.tsx';
import { AnnouncementTimes } from './AnnouncementTimes.tsx';
import type { AnnouncementShown } from './announcements-of.ts';
import { CheckResults } from './CheckResults.tsx';
import { Corrections } from './Corrections.tsx';
import { SaidElsewhere } from './SaidElsewhere.tsx';
import { ToldFigures } from './ToldFigures.tsx';
import { useFigureText } from './use-figure-text.ts';

/** One announcement whole: its words, the figures in them, what was found, said elsewhere and corrected since. */
export const AnnouncementArticle = memo(function AnnouncementArticle({
  shown,
  isAskedFor,
}: {
  readonly shown: AnnouncementShown;
  readonly isAskedFor: boolean;
}): ReactElement {
  const { t } = useTranslation('announcements');
  const language = useLanguage();
  const labelOf = useCutoffLabel();
  const sourceName = useSourceName();
  const offset = useModel((model) => model.capitalOffset) ?? 0;
  const { announcement, corrections, told } = shown;
  const { announcementId, cutoff, status, source, receivedAt } = announcement;
  const title = cutoff === null ? formatTime(receivedAt, offset) : labelOf(cutoff);
  const isSecond = told.length > 0 && told.every(({ part }) => part !== 'brought');
  return (
    <article
      className="said"
      id={`announcement-${announcementId}`}
      data-asked={isAskedFor}
      aria-labelledby={`title-${announcementId}`}
      tabIndex={-1}
    >
      <header className="said-head">
        <h3 id={`title-${announcementId}`}>{title}</h3>
        <National shown={shown} />
        <p className="said-source">
          {t('source', { source: sourceName(source) })}
          <span className="tag">{t(`status.${status}`)}</span>
          {isSecond ? <span className="tag">{t('second')}</span> : null}
          {corrections.length === 0 ? null : (
            <span className="stamp">{t('corrected', { number: formatCount(corrections.length, language) })}</span>
          )}
        </p>
        <a className="said-link" href={`/announcements?announcement=${encodeURIComponent(announcementId)}`}>
          {t('link')}
        </a>
      </header>
      <div className="said-words-column">
        <AnnouncementText shown={shown} />
        <Corrections corrections={corrections} />
        <SaidElsewhere shown={shown} />
      </div>
      <div className="said-facts">
        <ToldFigures told={told} />
        <CheckResults shown={shown} />
        <AnnouncementTimes shown={shown} />
      </div>
    </article>
  );
});

/** The country's value as this announcement gave it. */
function National({ shown }: { readonly shown: AnnouncementShown }): ReactElement | null {
  const { t } = useTranslation('announcements');
  const language = useLanguage();
  const textOf = useFigureText();
  const root = useFeed((feed) => feed.resolved?.pack.root);
  const national = shown.told.find(({ area }) => area === root);
  if (national === undefined) return <p className="said-national">{t('noNational')}</p>;
  return (
    <p className="said-national" data-since={national.since}>
      <OriginLink area={national.area} cutoff={national.cutoff} revision={national.revision?.revision}>
        <b>{textOf(national)}</b>
        {national.turnout === null ? '' : ' %'}
      </OriginLink>
      {national.ballots === null || national.turnout === null ? null : (
        <span>{t('ballots', { count: formatCount(national.ballots, language) })}</span>
      )}
    </p>
  );
}
