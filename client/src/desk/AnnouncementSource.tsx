import { figureStatusSchema } from '@yavka/shared/figures/figure';
import type { AreaId } from '@yavka/shared/ids';
import type { ReactElement } from 'react';
import { catch as otherwise, nullable } from 'zod/mini';

import { useFeed } from '../feed/store.ts';
import { useLanguage } from '../ui/language.ts';
import { useTranslation } from '../ui/use-translation.ts';
import type { AnnouncementDraft } from './announcement-draft.ts';
import { Field } from './Field.tsx';
import { MarkedText } from './MarkedText.tsx';
import type { Reading } from './use-reading.ts';

/** What is chosen in the list; the first choice says nothing. */
const statusSchema = otherwise(nullable(figureStatusSchema), null);

/** The announcement's text and where it came from; below, the same text with what was read in it. */
export function AnnouncementSource(props: {
  readonly title: string;
  readonly draft: AnnouncementDraft;
  readonly change: (part: Partial<AnnouncementDraft>) => void;
  readonly clear: () => void;
  readonly isBusy: boolean;
  readonly defaultSource: string;
  /** Of the text in the field; null while there is none. */
  readonly reading: Reading | null;
  readonly linked: AreaId | null;
}): ReactElement {
  const { title, draft, change, clear, isBusy, defaultSource, reading, linked } = props;
  const { t } = useTranslation('desk');
  const language = useLanguage();
  const cutoffs = useFeed((feed) => feed.resolved?.pack.cutoffs) ?? [];
  return (
    <div className="source">
      <h2 id="announcement-title">{title}</h2>
      <Field id="announcement-text" label={t('announcement.text')}>
        <textarea
          id="announcement-text"
          className="source-text"
          rows={9}
          maxLength={60_000}
          lang={reading?.language ?? undefined}
          value={draft.text}
          readOnly={isBusy}
          placeholder={t('announcement.placeholder')}
          onChange={(event) => change({ text: event.target.value })}
        />
      </Field>
      <div className="field-row">
        <Field id="announcement-source" label={t('announcement.source')}>
          <input
            id="announcement-source"
            maxLength={200}
            value={draft.source}
            readOnly={isBusy}
            placeholder={defaultSource}
            onChange={(event) => change({ source: event.target.value })}
          />
        </Field>
        <Field id="announcement-cutoff" label={t('announcement.cutoff')}>
          <select
            id="announcement-cutoff"
            value={draft.cutoff ?? ''}
            disabled={isBusy}
            onChange={(event) => change({ cutoff: event.target.value === '' ? null : event.target.value })}
          >
            <option value="">{t('announcement.cutoffStated')}</option>
            {cutoffs.map(({ id, label }) => (
              <option key={id} value={id}>
                {label[language]}
              </option>
            ))}
          </select>
        </Field>
        <Field id="announcement-status" label={t('announcement.status')}>
          <select
            id="announcement-status"
            value={draft.status ?? ''}
            disabled={isBusy}
            onChange={(event) => change({ status: statusSchema.parse(event.target.value) })}
          >
            <option value="">{t('announcement.statusStated')}</option>
            {figureStatusSchema.options.map((status) => (
              <option key={status} value={status}>
                {t(`status.${status}`)}
              </option>
            ))}
          </select>
        </Field>
        <button type="button" className="text-button" disabled={isBusy} onClick={clear}>
          {t('announcement.clear')}
        </button>
      </div>
      {reading === null ? null : (
        <>
          <h3>{t('announcement.asRead')}</h3>
          <MarkedText text={draft.text} reading={reading} linked={linked} />
        </>
      )}
    </div>
  );
}
