import type { InstantMs } from '@yavka/shared/ids';
import type { ReactElement } from 'react';
import { useState } from 'react';

import { electionNow } from '../feed/clock.ts';
import { useFeed } from '../feed/store.ts';
import { useLanguage } from '../ui/language.ts';
import { useTranslation } from '../ui/use-translation.ts';
import { AsOfField } from './AsOfField.tsx';
import { instantOfTyped } from './capital-time.ts';
import { countDraftSchema, countFields, countOf, countProblemsOf, emptyCount } from './count-draft.ts';
import { Field } from './Field.tsx';
import { ReplaceNewer } from './ReplaceNewer.tsx';
import { SendingNote } from './SendingNote.tsx';
import { submitting } from './submitting.ts';
import { useCommandForm } from './use-command-form.ts';

/** A source's count for an area or a group: "8 150 of 10 033 open". */
export function StationCountForm(): ReactElement {
  const { t } = useTranslation('desk');
  const language = useLanguage();
  const resolved = useFeed((feed) => feed.resolved);
  const form = useCommandForm('count', countDraftSchema, emptyCount);
  const [wasTried, setTried] = useState(false);
  const { draft, change, isBusy } = form;
  const problems = wasTried ? countProblemsOf(draft) : {};
  const errorOf = (field: keyof typeof problems): string | null => {
    const problem = problems[field];
    return problem === undefined ? null : t(`field.${problem}`);
  };

  const send = (insteadOf?: InstantMs): void => {
    setTried(true);
    const now = electionNow();
    if (resolved === null || now === null || Object.keys(countProblemsOf(draft)).length > 0) return;
    const asOf = instantOfTyped(draft.asOf, resolved, now);
    if (asOf === null) return;
    setTried(false);
    form.submit((commandId) => ({
      ...countOf(draft, asOf, commandId),
      ...(insteadOf === undefined ? {} : { insteadOf }),
    }));
  };
  return (
    <form className="station-form" aria-label={t('count.title')} onSubmit={submitting(send)}>
      <h3>{t('count.title')}</h3>
      <Field id="count-target" label={t('count.target')} error={errorOf('target')}>
        <select
          id="count-target"
          value={draft.target}
          disabled={isBusy}
          onChange={(event) => change({ target: event.target.value })}
        >
          <option value="">{t('station.choose')}</option>
          <optgroup label={t('count.groups')}>
            {resolved?.pack.groups.map(({ id, names }) => (
              <option key={id} value={id}>
                {names[language]}
              </option>
            ))}
          </optgroup>
          <optgroup label={t('count.areas')}>
            {resolved?.pack.areas.map(({ id, names }) => (
              <option key={id} value={id}>
                {names[language]}
              </option>
            ))}
          </optgroup>
        </select>
      </Field>
      <div className="field-row">
        {countFields.map((field) => (
          <Field key={field} id={`count-${field}`} label={t(`count.${field}`)} error={errorOf(field)}>
            <input
              id={`count-${field}`}
              inputMode="numeric"
              autoComplete="off"
              value={draft[field]}
              readOnly={isBusy}
              onChange={(event) => change({ [field]: event.target.value })}
            />
          </Field>
        ))}
      </div>
      <AsOfField
        id="count-as-of"
        value={draft.asOf}
        isBusy={isBusy}
        wasTried={wasTried}
        onChange={(asOf) => change({ asOf })}
      />
      <Field id="count-source" label={t('station.source')} error={errorOf('source')}>
        <input
          id="count-source"
          maxLength={200}
          value={draft.source}
          readOnly={isBusy}
          onChange={(event) => change({ source: event.target.value })}
        />
      </Field>
      <button type="submit" className="button" disabled={isBusy}>
        {t('count.send')}
      </button>
      <SendingNote sending={form.sending} />
      <ReplaceNewer sending={form.sending} onReplace={send} />
    </form>
  );
}
