import { formatDate, formatDuration, formatTime } from '@yavka/shared/format/time';
import type { ReactElement } from 'react';

import { useElectionNow } from '../feed/clock.ts';
import { useLanguage } from '../ui/language.ts';
import { useTranslation } from '../ui/use-translation.ts';
import { Lamp } from './Lamp.tsx';
import { LinkLamp } from './LinkLamp.tsx';
import type { NextLamp as NextLampState } from './lamps-model.ts';
import { dataLampOf, nextLampOf } from './lamps-model.ts';
import { useNewest } from './model-store.ts';
import { useCutoffLabel } from './use-cutoff-label.ts';

/** Link, data, next announcement: three lamps that never stand for one another. */
export function Lamps(): ReactElement {
  const { t } = useTranslation('board');
  return (
    <ul className="lamps" aria-label={t('lamps.label')}>
      <LinkLamp />
      <DataLamp />
      <NextLamp />
    </ul>
  );
}

function DataLamp(): ReactElement {
  const { t } = useTranslation('board');
  const labelOf = useCutoffLabel();
  const newest = useNewest((known) => known.cutoff);
  const due = useNewest((known) => known.due);
  const hasModel = useNewest(() => true) === true;
  const lamp = dataLampOf(newest, due);
  const words = {
    none: t('data.none'),
    fresh: t('data.asOf', { time: labelOf(lamp.cutoff) }),
    partial: t('data.partial', { time: labelOf(lamp.cutoff) }),
    stale: t('data.stale', { time: labelOf(lamp.cutoff) }),
    final: t('data.final'),
  }[hasModel ? lamp.kind : 'none'];
  return <Lamp tone={hasModel ? lamp.tone : 'idle'} name={t('lamp.data')} words={words} />;
}

function NextLamp(): ReactElement {
  const { t } = useTranslation('board');
  const language = useLanguage();
  const labelOf = useCutoffLabel();
  const now = useElectionNow();
  const due = useNewest((known) => known.due);
  const newest = useNewest((known) => known.cutoff);
  const offset = useNewest((known) => known.capitalOffset) ?? 0;
  if (now === null) return <Lamp tone="idle" name={t('lamp.next')} words="" />;
  const lamp = nextLampOf(due, now);
  const name =
    lamp.kind === 'none'
      ? t('lamp.next')
      : lamp.cutoff === newest
        ? t('lamp.national')
        : t('lamp.nextAt', { label: labelOf(lamp.cutoff) });
  const words = (state: NextLampState): string => {
    switch (state.kind) {
      case 'none':
        return t('next.none');
      case 'undated':
        return `${t('next.undated')} ${formatDate(state.on, language, 'short')}`;
      case 'overdue':
        return t('next.expected', { time: formatTime(state.since, offset) });
      case 'countdown':
        return state.inMs < 60_000 ? t('next.soon') : t('next.in', { duration: formatDuration(state.inMs, language) });
    }
  };
  return <Lamp tone={lamp.tone} name={name} words={words(lamp)} />;
}
