import { formatCount } from '@yavka/shared/format/number';
import { formatTime } from '@yavka/shared/format/time';
import { capitalOffsetOf } from '@yavka/shared/pack/capital-offset-of';
import type { ReactElement } from 'react';

import { useFeed } from '../feed/store.ts';
import { useLanguage } from '../ui/language.ts';
import { useTranslation } from '../ui/use-translation.ts';

/** What the log holds of stations: the newest word on each, and the newest count for each area or group. */
export function ReportedStations(): ReactElement | null {
  const { t } = useTranslation('desk');
  const language = useLanguage();
  const resolved = useFeed((feed) => feed.resolved);
  const stations = useFeed((feed) => feed.state?.stations);
  const counts = useFeed((feed) => feed.state?.stationCounts);
  if (resolved === null) return null;
  const { pack } = resolved;
  const offset = capitalOffsetOf(resolved);
  const places = [...pack.areas, ...pack.groups, ...pack.stations];
  const nameOf = (id: string): string => places.find((place) => place.id === id)?.names[language] ?? id;
  const said = (count: number | null): string =>
    count === null ? t('reported.unknown') : formatCount(count, language);
  const reports = Object.values(stations ?? {});
  const counted = Object.values(counts ?? {});
  return (
    <div className="reported" data-testid="reported-stations">
      <h3>{t('reported.title')}</h3>
      {reports.length + counted.length === 0 ? <p className="empty">{t('reported.none')}</p> : null}
      <ul>
        {reports.map(({ station, status, asOf, source }) => (
          <li key={station} data-station={station} data-status={status}>
            <b>{nameOf(station)}</b> {t(`station.status.${status}`)} · {formatTime(asOf, offset)} · {source}
          </li>
        ))}
        {counted.map(({ target, open, closed, notYetOpen, total, asOf, source }) => (
          <li key={target} data-target={target}>
            <b>{nameOf(target)}</b>{' '}
            {t('reported.count', {
              open: said(open),
              closed: said(closed),
              notYetOpen: said(notYetOpen),
              total: said(total),
            })}{' '}
            · {formatTime(asOf, offset)} · {source}
          </li>
        ))}
      </ul>
    </div>
  );
}
