import { formatTime } from '@yavka/shared/format/time';
import type { InstantMs } from '@yavka/shared/ids';
import { capitalOffsetOf } from '@yavka/shared/pack/capital-offset-of';
import type { ReactElement } from 'react';

import { useFeed } from '../feed/store.ts';
import { useTranslation } from '../ui/use-translation.ts';
import type { Sending } from './use-command-form.ts';

interface Props {
  readonly sending: Sending;
  /** Sends the report again in the place of the one that stands, named by its time. */
  readonly onReplace: (insteadOf: InstantMs) => void;
}

/** After a report was refused because a later one stands: the way to say that the later one's time is wrong. */
export function ReplaceNewer({ sending, onReplace }: Props): ReactElement | null {
  const { t } = useTranslation('desk');
  const resolved = useFeed((feed) => feed.resolved);
  if (resolved === null || sending.kind !== 'refused' || sending.refusal.rejected !== 'olderReport') return null;
  const stands = Date.parse(sending.refusal.detail ?? '');
  if (Number.isNaN(stands)) return null;
  return (
    <button type="button" className="button" onClick={() => onReplace(stands)}>
      {t('station.replace', { time: formatTime(stands, capitalOffsetOf(resolved)) })}
    </button>
  );
}
