import type { InstantMs } from '@yavka/shared/ids';
import type { ReactElement } from 'react';

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
  if (sending.kind !== 'refused' || sending.refusal.rejected !== 'olderReport') return null;
  const { detail = '' } = sending.refusal;
  const stands = Date.parse(detail);
  if (Number.isNaN(stands)) return null;
  return (
    <button type="button" className="button" onClick={() => onReplace(stands)}>
      {t('station.replace', { time: detail.slice(11, 16) })}
    </button>
  );
}
