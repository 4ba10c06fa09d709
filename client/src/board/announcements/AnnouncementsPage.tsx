import type { ReactElement } from 'react';
import { useEffect, useMemo } from 'react';

import { useFeed } from '../../feed/store.ts';
import { useViewedState } from '../../feed/viewed.ts';
import { useLanguage } from '../../ui/language.ts';
import { useTranslation } from '../../ui/use-translation.ts';
import { useBoardView } from '../view.ts';
import { AnnouncementArticle } from './AnnouncementArticle.tsx';
import type { AnnouncementShown } from './announcements-of.ts';
import { announcementsOf, correctionsOf } from './announcements-of.ts';
import { ChainCheck } from './chain/ChainCheck.tsx';
import { Corrections } from './Corrections.tsx';
import './announcements.css';

/** The ledger whole: every announcement with its words, newest first, or what was corrected; and the proof of the log. */
export function AnnouncementsPage(): ReactElement {
  const { t } = useTranslation('announcements');
  const language = useLanguage();
  const state = useViewedState((viewed) => viewed);
  const resolved = useFeed((feed) => feed.resolved);
  const commission = resolved?.pack.commission.shortNames[language] ?? '';
  const isOnlyCorrections = useBoardView((view) => view.isOnlyCorrections);
  const shown = useMemo(
    () => (state === null || resolved === null ? [] : announcementsOf(state, resolved)),
    [state, resolved],
  );
  const corrections = useMemo(() => (state === null ? [] : correctionsOf(state)), [state]);
  return (
    <div className="announcements">
      <section aria-labelledby="announcements-title">
        <div className="section-head">
          <h2 id="announcements-title">{t('title', { commission })}</h2>
          <Filter announcements={shown.length} corrections={corrections.length} />
        </div>
        {isOnlyCorrections ? <AllCorrections corrections={corrections} /> : <All shown={shown} />}
      </section>
      <ChainCheck />
    </div>
  );
}

function Filter({
  announcements,
  corrections,
}: {
  readonly announcements: number;
  readonly corrections: number;
}): ReactElement {
  const { t } = useTranslation('announcements');
  const isOnlyCorrections = useBoardView((view) => view.isOnlyCorrections);
  const show = useBoardView((view) => view.showCorrections);
  return (
    <div className="said-filter" role="group" aria-label={t('filter')}>
      <button type="button" aria-pressed={!isOnlyCorrections} onClick={() => show(false)}>
        {t('filter.all', { number: announcements })}
      </button>
      <button type="button" aria-pressed={isOnlyCorrections} onClick={() => show(true)}>
        {t('filter.corrections', { number: corrections })}
      </button>
    </div>
  );
}

function All({ shown }: { readonly shown: readonly AnnouncementShown[] }): ReactElement {
  const { t } = useTranslation('announcements');
  const asked = useBoardView((view) => view.announcement);
  const isHere = shown.some(({ announcement }) => announcement.announcementId === asked);
  useEffect(() => {
    if (asked === null || !isHere) return;
    const article = document.getElementById(`announcement-${asked}`);
    article?.scrollIntoView();
    article?.focus({ preventScroll: true });
  }, [asked, isHere]);
  return (
    <>
      {asked === null || isHere ? null : (
        <p className="said-none" role="status">
          {t('notHere')}
        </p>
      )}
      {shown.length === 0 ? <p className="said-none">{t('none')}</p> : null}
      {shown.map((each) => (
        <AnnouncementArticle
          key={each.announcement.announcementId}
          shown={each}
          isAskedFor={each.announcement.announcementId === asked}
        />
      ))}
    </>
  );
}

function AllCorrections({
  corrections,
}: {
  readonly corrections: Parameters<typeof Corrections>[0]['corrections'];
}): ReactElement {
  const { t } = useTranslation('announcements');
  if (corrections.length === 0) return <p className="said-none">{t('noCorrections')}</p>;
  return (
    <div className="all-corrections">
      <Corrections corrections={corrections} withAnnouncement />
    </div>
  );
}
