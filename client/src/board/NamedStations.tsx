import type { StationView } from '@yavka/shared/analysis/stations-of';
import { formatTime } from '@yavka/shared/format/time';
import type { ReactElement } from 'react';
import { memo, useState } from 'react';

import { useFeed } from '../feed/store.ts';
import { useLanguage } from '../ui/language.ts';
import { useTranslation } from '../ui/use-translation.ts';
import { useModel } from './model-store.ts';

/** Stations known by name, each on its own clock: cities abroad apart from stations at home. */
export function NamedStations(): ReactElement {
  const { t } = useTranslation('board');
  const stations = useModel((model) => model.stations);
  const abroad = useFeed((feed) => feed.resolved?.pack.abroad?.area ?? null);
  const cities = (stations ?? []).filter((view) => view.station.area === abroad);
  const home = (stations ?? []).filter((view) => view.station.area !== abroad);
  return (
    <div className="named-stations">
      {home.length === 0 ? null : (
        <StationTable title={t('stations.named')} column={t('stations.station')} views={home} isOpenAtFirst />
      )}
      {cities.length === 0 ? null : (
        <StationTable title={t('stations.cities')} column={t('stations.city')} views={cities} isAbroad />
      )}
    </div>
  );
}

function StationTable({
  title,
  column,
  views,
  isAbroad = false,
  isOpenAtFirst = false,
}: {
  title: string;
  column: string;
  views: readonly StationView[];
  isAbroad?: boolean;
  isOpenAtFirst?: boolean;
}): ReactElement {
  const { t } = useTranslation('board');
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  const openNow = views.filter((view) => view.status === 'open').length;
  const differing = views.filter((view) => view.differs).length;
  return (
    <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {title}
        {isAbroad ? null : `: ${t('stations.openOf', { number: openNow, total: views.length })}`}
        {differing === 0 ? null : (
          <b className="differs">
            {' '}
            {t('stations.differs')}: {differing}
          </b>
        )}
      </summary>
      {isOpen ? (
        <div className="station-table" tabIndex={0} role="group" aria-label={title}>
          <table>
            <thead>
              <tr>
                <th scope="col">{column}</th>
                <th scope="col">{t('stations.local')}</th>
                <th scope="col">{t('stations.hours')}</th>
                <th scope="col">{t('stations.bySchedule')}</th>
                <th scope="col">{t('stations.byReport')}</th>
              </tr>
            </thead>
            <tbody>
              {views.map((view) => (
                <StationRow key={view.id} view={view} />
              ))}
            </tbody>
          </table>
          {isAbroad ? <AbroadRest named={views.length} /> : null}
        </div>
      ) : null}
    </details>
  );
}

const StationRow = memo(function StationRow({ view }: { view: StationView }): ReactElement {
  const { t } = useTranslation('board');
  const language = useLanguage();
  const offset = useModel((model) => model.capitalOffset) ?? 0;
  const { station, reported } = view;
  return (
    <tr data-station={view.id} data-status={view.status} data-differs={view.differs}>
      <th scope="row">
        {station.names[language]}
        {station.state === null ? null : <span> {station.state[language]}</span>}
      </th>
      <td>{view.localTime}</td>
      <td>
        {station.hours.open}–{station.hours.close}
      </td>
      <td>{t(`station.${view.scheduled}`)}</td>
      <td>
        {reported === null ? (
          <span className="no-report">{t('stations.noReport')}</span>
        ) : (
          <span title={reported.source}>
            {t(`station.${reported.status}`)} ({formatTime(reported.asOf, offset)})
            {view.differs ? <b className="differs"> {t('stations.differs')}</b> : null}
          </span>
        )}
      </td>
    </tr>
  );
});

/** The stations abroad that no source names: their number, and that they are not known, rather than nothing. */
function AbroadRest({ named }: { named: number }): ReactElement | null {
  const { t } = useTranslation('board');
  const language = useLanguage();
  const total = useModel((model) => model.groups.find((group) => group.kind === 'abroad')?.total ?? null);
  const note = useFeed((feed) => feed.resolved?.pack.abroad?.restNote[language]);
  if (total === null || total <= named || note === undefined) return null;
  return <p className="station-rest">{t('stations.rest', { number: total - named, note })}</p>;
}
