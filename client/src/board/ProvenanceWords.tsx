import type { AnnouncementState, RevisionState } from '@yavka/shared/log/state';
import type { ReactElement } from 'react';

import { useFeed } from '../feed/store.ts';
import { useLanguage } from '../ui/language.ts';
import { useSourceName } from '../ui/use-source-name.ts';
import { useTranslation } from '../ui/use-translation.ts';
import { useBoardView } from './view.ts';

/** The source's own words, set in the source's own voice, and their place in the announcement as it came. */
export function ProvenanceWords({
  revision,
  announcement,
}: {
  revision: RevisionState;
  announcement: AnnouncementState | null;
}): ReactElement {
  const { t } = useTranslation('board');
  const language = useLanguage();
  const commission = useFeed((feed) => feed.resolved?.pack.commission.names[language]) ?? '';
  const openAnnouncement = useBoardView((view) => view.openAnnouncement);
  const sourceName = useSourceName();
  const { words, snippet } = revision;
  return (
    <section className="provenance-words">
      <h3>{t('provenance.words')}</h3>
      {words === '' ? (
        <p>{t('provenance.noWords')}</p>
      ) : (
        <blockquote className="source-voice" lang={announcement?.language ?? undefined}>
          {words}
        </blockquote>
      )}
      {announcement !== null || revision.carrier === undefined ? null : (
        <p className="provenance-source">
          {t('provenance.source')}: {t('provenance.sourceOf', { commission, carrier: sourceName(revision.carrier) })}
        </p>
      )}
      {announcement === null ? null : (
        <>
          <p className="provenance-source">
            {t('provenance.source')}:{' '}
            {t('provenance.sourceOf', { commission, carrier: sourceName(announcement.source) })}
          </p>
          <button type="button" className="provenance-to" onClick={() => openAnnouncement(announcement.announcementId)}>
            {t('provenance.toAnnouncement')}
          </button>
          <details>
            <summary>{t('provenance.announcement')}</summary>
            <p className="source-voice announcement-text" lang={announcement.language ?? undefined}>
              {snippet === null ? (
                announcement.text
              ) : (
                <>
                  {announcement.text.slice(0, snippet.start)}
                  <mark>{announcement.text.slice(snippet.start, snippet.end)}</mark>
                  {announcement.text.slice(snippet.end)}
                </>
              )}
            </p>
          </details>
        </>
      )}
    </section>
  );
}
