import type { StationGroupView } from '@yavka/shared/analysis/stations-by-group-of';
import { formatCount } from '@yavka/shared/format/number';
import { formatTime } from '@yavka/shared/format/time';
import type { StationCount } from '@yavka/shared/stations/report';
import type { ReactElement } from 'react';

import { useLanguage } from '../ui/language.ts';
import { useTranslation } from '../ui/use-translation.ts';
import { useModel } from './model-store.ts';

/** A source's newest count of open and closed stations, and a mark where it contradicts the schedule. */
export function ReportedCount({ group }: { group: StationGroupView }): ReactElement | null {
  const { t } = useTranslation('board');
  const language = useLanguage();
  const offset = useModel((model) => model.capitalOffset) ?? 0;
  const { reported } = group;
  if (reported === null) return null;
  const number = (count: number): string => formatCount(count, language);
  /** That none is left unopened is news only where nothing else was counted. */
  const notYetOpen = (count: StationCount): string | null => {
    if (count.notYetOpen === null) return null;
    if (count.notYetOpen > 0) return t('stations.notYetOpen', { number: number(count.notYetOpen) });
    return count.open === null && count.closed === null ? t('stations.allOpened') : null;
  };
  const parts = [
    reported.open === null
      ? null
      : reported.total === null
        ? t('stations.open', { number: number(reported.open) })
        : t('stations.openOf', { number: number(reported.open), total: number(reported.total) }),
    reported.closed === null ? null : t('stations.closed', { number: number(reported.closed) }),
    notYetOpen(reported),
  ].filter((part) => part !== null);
  return (
    <span className="reported" data-differs={group.differs} title={reported.source}>
      {t('stations.reported', { counts: parts.join(', ') })} ({formatTime(reported.asOf, offset)})
      {group.differs ? <b className="differs"> {t('stations.differs')}</b> : null}
    </span>
  );
}
