import type { AnnouncementState } from '@yavka/shared/log/state';
import { formatTimeWithSeconds } from '@yavka/shared/format/time';
import { capitalOffsetOf } from '@yavka/shared/pack/capital-offset-of';
import type { ReactElement } from 'react';
import { memo, useState } from 'react';
import * as z from 'zod/mini';

import { useAnnouncements, useFiguresOf } from '../feed/select.ts';
import { useFeed } from '../feed/store.ts';
import { useLanguage } from '../ui/language.ts';
import { useSourceName } from '../ui/use-source-name.ts';
import { useTranslation } from '../ui/use-translation.ts';
import { EnteredFigures } from './EnteredFigures.tsx';
import { SendingNote } from './SendingNote.tsx';
import { useCommandForm } from './use-command-form.ts';

/** Every announcement in the log, the newest first, with the button that verifies it. */
export function EnteredSection(): ReactElement {
  const { t } = useTranslation('desk');
  const announcements = useAnnouncements();
  return (
    <section id="entered" className="entered" aria-labelledby="entered-title">
      <h2 id="entered-title">{t('entered.title')}</h2>
      {announcements.length === 0 ? <p className="empty">{t('entered.none')}</p> : null}
      <ul>
        {announcements.map((announcement, index) => (
          <Entered key={announcement.announcementId} announcement={announcement} isNewest={index === 0} />
        ))}
      </ul>
    </section>
  );
}

const nothing = z.object({});

const Entered = memo(function Entered({
  announcement,
  isNewest,
}: {
  readonly announcement: AnnouncementState;
  readonly isNewest: boolean;
}): ReactElement {
  const { t } = useTranslation('desk');
  const language = useLanguage();
  const sourceName = useSourceName();
  const resolved = useFeed((feed) => feed.resolved);
  const figures = useFiguresOf(announcement.announcementId);
  const [isOpen, setOpen] = useState(isNewest);
  const { announcementId, cutoff, source, receivedAt, verifiedAt, releasedAt, text, status } = announcement;
  const verify = useCommandForm(`verify.${announcementId}`, nothing, {});
  const label = resolved?.pack.cutoffs.find(({ id }) => id === cutoff)?.label[language] ?? '–';
  const state = releasedAt !== null ? 'released' : verifiedAt !== null ? 'verified' : 'entered';
  const listId = `figures-of-${announcementId}`;
  return (
    <li data-announcement={announcementId} data-state={state}>
      <div className="entered-head">
        <h3>{t('entered.heading', { cutoff: label, source: sourceName(source) })}</h3>
        <p>
          {resolved === null
            ? ''
            : t('entered.received', { time: formatTimeWithSeconds(receivedAt, capitalOffsetOf(resolved)) })}{' '}
          · {t('entered.figures', { count: figures.length })} · {t(`status.${status}`)}
        </p>
        <span className="state-tag" data-state={state}>
          {t(`state.${state}`)}
        </span>
        {verifiedAt === null ? (
          <button
            type="button"
            className="button button-main"
            disabled={verify.isBusy}
            aria-label={t('verify.label', { cutoff: label })}
            onClick={() => verify.submit((commandId) => ({ type: 'VerifyAnnouncement', commandId, announcementId }))}
          >
            {t('verify.button')}
          </button>
        ) : null}
        <button
          type="button"
          className="text-button"
          aria-expanded={isOpen}
          aria-controls={listId}
          onClick={() => setOpen(!isOpen)}
        >
          {t(isOpen ? 'entered.hide' : 'entered.show')}
        </button>
      </div>
      <SendingNote sending={verify.sending} />
      <div id={listId} hidden={!isOpen}>
        {isOpen ? (
          <>
            <EnteredFigures figures={figures} announcementId={announcementId} />
            <details className="entered-text">
              <summary>{t('entered.text')}</summary>
              <p lang={announcement.language ?? undefined}>{text}</p>
            </details>
          </>
        ) : null}
      </div>
    </li>
  );
});
