import { stationStatuses, stationStatusSchema } from '@yavka/shared/stations/report';
import type { InstantMs } from '@yavka/shared/ids';
import type { ReactElement } from 'react';
import { useState } from 'react';
import * as z from 'zod/mini';

import { electionNow } from '../feed/clock.ts';
import { useFeed } from '../feed/store.ts';
import { useLanguage } from '../ui/language.ts';
import { useTranslation } from '../ui/use-translation.ts';
import { AsOfField } from './AsOfField.tsx';
import { instantOfTyped } from './capital-time.ts';
import { Field } from './Field.tsx';
import { ReplaceNewer } from './ReplaceNewer.tsx';
import { SendingNote } from './SendingNote.tsx';
import { submitting } from './submitting.ts';
import { useCommandForm } from './use-command-form.ts';

const draftSchema = z.object({
  station: z.string(),
  status: stationStatusSchema,
  /** In capital time; empty for now. */
  asOf: z.string(),
  source: z.string(),
});
const emptyDraft: z.infer<typeof draftSchema> = { station: '', status: 'open', asOf: '', source: '' };

/** A source's word on one station that the election's data knows by name. */
export function StationForm(): ReactElement {
  const { t } = useTranslation('desk');
  const language = useLanguage();
  const resolved = useFeed((feed) => feed.resolved);
  const form = useCommandForm('station', draftSchema, emptyDraft);
  const [wasTried, setTried] = useState(false);
  const { draft, change, isBusy } = form;
  const stations = resolved?.pack.stations ?? [];
  const required = (value: string): string | null => (wasTried && value.trim() === '' ? t('field.required') : null);

  const send = (insteadOf?: InstantMs): void => {
    setTried(true);
    const now = electionNow();
    if (resolved === null || now === null || draft.station === '' || draft.source.trim() === '') return;
    const asOf = instantOfTyped(draft.asOf, resolved, now);
    if (asOf === null) return;
    setTried(false);
    const report = { station: draft.station, status: draft.status, asOf, source: draft.source.trim() };
    form.submit((commandId) => ({
      type: 'ReportStation',
      commandId,
      report,
      ...(insteadOf === undefined ? {} : { insteadOf }),
    }));
  };
  return (
    <form className="station-form" aria-label={t('station.title')} onSubmit={submitting(send)}>
      <h3>{t('station.title')}</h3>
      {stations.length === 0 ? <p className="empty">{t('station.none')}</p> : null}
      <Field id="station-station" label={t('station.station')} error={required(draft.station)}>
        <select
          id="station-station"
          value={draft.station}
          disabled={isBusy || stations.length === 0}
          onChange={(event) => change({ station: event.target.value })}
        >
          <option value="">{t('station.choose')}</option>
          {stations.map(({ id, names, state }) => (
            <option key={id} value={id}>
              {names[language]}
              {state === null ? '' : `, ${state[language]}`}
            </option>
          ))}
        </select>
      </Field>
      <Field id="station-status" label={t('station.status')}>
        <select
          id="station-status"
          value={draft.status}
          disabled={isBusy}
          onChange={(event) => change({ status: stationStatusSchema.parse(event.target.value) })}
        >
          {stationStatuses.map((status) => (
            <option key={status} value={status}>
              {t(`station.status.${status}`)}
            </option>
          ))}
        </select>
      </Field>
      <AsOfField
        id="station-as-of"
        value={draft.asOf}
        isBusy={isBusy}
        wasTried={wasTried}
        onChange={(asOf) => change({ asOf })}
      />
      <Field id="station-source" label={t('station.source')} error={required(draft.source)}>
        <input
          id="station-source"
          maxLength={200}
          value={draft.source}
          readOnly={isBusy}
          onChange={(event) => change({ source: event.target.value })}
        />
      </Field>
      <button type="submit" className="button" disabled={isBusy || stations.length === 0}>
        {t('station.send')}
      </button>
      <SendingNote sending={form.sending} />
      <ReplaceNewer sending={form.sending} onReplace={send} />
    </form>
  );
}
