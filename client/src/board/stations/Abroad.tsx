import type { StationView } from '@yavka/shared/analysis/stations-of';
import { formatDate, formatDuration, formatTime, localDateOf } from '@yavka/shared/format/time';
import { languages } from '@yavka/shared/ids';
import type { ReactElement } from 'react';
import { useState } from 'react';

import { useFeed } from '../../feed/store.ts';
import { useViewedNow } from '../../feed/viewed.ts';
import { useLanguage } from '../../ui/language.ts';
import { useTranslation } from '../../ui/use-translation.ts';
import { isNamed } from '../is-named.ts';
import { useModel } from '../model-store.ts';
import { TimeAxis, TimeLines } from './TimeAxis.tsx';
import { TimeBar } from './TimeBar.tsx';
import type { TimeScale } from './time-scale.ts';
import { useStationsScale } from './use-stations-scale.ts';

const standings = ['open', 'notYetOpen', 'suspended', 'closed'] as const;

/** Stations known by name, each on its own clock; in the order of their openings, those that are open first. */
export function Abroad(): ReactElement | null {
  const { t } = useTranslation('stations');
  const [wanted, setWanted] = useState('');
  const scale = useStationsScale();
  const stations = useModel((model) => model.stations) ?? [];
  if (scale === null || stations.length === 0) return null;
  const found = stations.filter((view) => isNamed(namesOf(view), wanted)).toSorted((a, b) => a.opensAt - b.opensAt);
  return (
    <section className="abroad" aria-labelledby="abroad-title">
      <div className="section-head">
        <h2 id="abroad-title">{t('abroad.title')}</h2>
        <p className="section-note">{t('abroad.note')}</p>
      </div>
      <input
        type="search"
        className="abroad-search"
        value={wanted}
        placeholder={t('abroad.search')}
        aria-label={t('abroad.search')}
        onChange={(event) => setWanted(event.target.value)}
      />
      <div className="time-table">
        <TimeLines scale={scale} />
        <TimeAxis scale={scale} />
        {standings.map((standing) => {
          const views = found.filter((view) => view.status === standing);
          return views.length === 0 ? null : (
            <div key={standing}>
              <h3>{t(`abroad.${standing}`, { number: views.length })}</h3>
              <ul>
                {views.map((view) => (
                  <City key={view.id} view={view} scale={scale} />
                ))}
              </ul>
            </div>
          );
        })}
        {found.length === 0 ? <p role="status">{t('abroad.none')}</p> : null}
      </div>
      <Rest named={stations} />
    </section>
  );
}

function City({ view, scale }: { view: StationView; scale: TimeScale }): ReactElement {
  const { t } = useTranslation('stations');
  const { t: board } = useTranslation('board');
  const language = useLanguage();
  const now = useViewedNow(10_000);
  const zoneOffset = useFeed((feed) => feed.resolved?.zoneOffsets[view.station.zone]) ?? 0;
  const capitalOffset = useModel((model) => model.capitalOffset) ?? 0;
  const { station, reported } = view;
  const date = now === null ? '' : localDateOf(now, zoneOffset);
  const isOtherDay = now !== null && date !== localDateOf(now, capitalOffset);
  const left =
    now === null
      ? null
      : view.status === 'open'
        ? view.closesAt - now
        : view.status === 'notYetOpen'
          ? view.opensAt - now
          : null;
  return (
    <li className="time-row city" data-station={view.id} data-status={view.status} data-differs={view.differs}>
      <p className="time-name">
        <b>{station.names[language]}</b>
        {station.state === null ? null : <span> {station.state[language]}</span>}
      </p>
      <p className="city-clock">
        <b>{view.localTime}</b>
        {isOtherDay ? <small> {formatDate(date, language, 'short')}</small> : null}
      </p>
      <TimeBar window={view} scale={scale} />
      <p className="time-words">
        {station.hours.open}–{station.hours.close}
        <span>
          {' '}
          {left === null || left < 60_000
            ? board(`station.${view.status}`)
            : t(view.status === 'open' ? 'abroad.left' : 'abroad.until', {
                duration: formatDuration(Math.floor(left / 60_000) * 60_000, language),
              })}
        </span>
        {reported === null ? null : (
          <span className="city-report" title={reported.source}>
            {' '}
            {t('abroad.reported', {
              status: board(`station.${reported.status}`),
              time: formatTime(reported.asOf, capitalOffset),
            })}
            {view.differs ? <b className="differs"> {board('stations.differs')}</b> : null}
          </span>
        )}
      </p>
    </li>
  );
}

/** The stations abroad that no source names: how many, and what is known of them. */
function Rest({ named }: { named: readonly StationView[] }): ReactElement | null {
  const { t } = useTranslation('board');
  const language = useLanguage();
  const pack = useFeed((feed) => feed.resolved?.pack);
  const abroad = pack?.areas.find((area) => area.id === pack.abroad?.area);
  const total = abroad !== undefined && 'value' in abroad.stations ? abroad.stations.value : null;
  const number = total === null ? 0 : total - named.filter(({ station }) => station.area === abroad?.id).length;
  if (number <= 0 || pack?.abroad == null) return null;
  return <p className="abroad-rest">{t('stations.rest', { number, note: pack.abroad.restNote[language] })}</p>;
}

/** The city and its state, in every language. */
function namesOf({ station }: StationView): string[] {
  return languages.flatMap((language) => [station.names[language], station.state?.[language] ?? '']);
}
