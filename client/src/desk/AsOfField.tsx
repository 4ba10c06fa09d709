import { formatTime } from '@yavka/shared/format/time';
import { capitalOffsetOf } from '@yavka/shared/pack/capital-offset-of';
import type { ReactElement } from 'react';

import { useElectionNow } from '../feed/clock.ts';
import { useFeed } from '../feed/store.ts';
import { useLanguage } from '../ui/language.ts';
import { useTranslation } from '../ui/use-translation.ts';
import { instantOfTyped } from './capital-time.ts';
import { Field } from './Field.tsx';

/**
 * When something was so, in capital time whatever the machine's zone; left empty it is now. A field of text: the
 * browser's own field of time speaks the language of the machine, not of the page.
 */
export function AsOfField(props: {
  readonly id: string;
  readonly value: string;
  readonly isBusy: boolean;
  /** Sending was tried: a text that is no time is now pointed out. */
  readonly wasTried: boolean;
  readonly onChange: (value: string) => void;
}): ReactElement {
  const { id, value, isBusy, wasTried, onChange } = props;
  const { t } = useTranslation('desk');
  const language = useLanguage();
  const resolved = useFeed((feed) => feed.resolved);
  const now = useElectionNow(10_000);
  const isUnreadable = wasTried && resolved !== null && instantOfTyped(value, resolved, 0) === null;
  const error = isUnreadable ? t('field.unreadableTime') : null;
  const zone = resolved?.pack.capital.timeLabel[language] ?? '';
  return (
    <Field id={id} label={t('station.asOf', { zone })} note={t('station.asOfNote')} error={error}>
      <input
        id={id}
        autoComplete="off"
        value={value}
        readOnly={isBusy}
        placeholder={resolved === null || now === null ? '' : formatTime(now, capitalOffsetOf(resolved))}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  );
}
