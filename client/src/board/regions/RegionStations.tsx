import { formatCount } from '@yavka/shared/format/number';
import { pluralFormOf } from '@yavka/shared/format/plural';
import { formatHours, formatTime } from '@yavka/shared/format/time';
import type { Area } from '@yavka/shared/pack/pack';
import type { ReactElement } from 'react';

import { useFeed } from '../../feed/store.ts';
import { useViewedNow } from '../../feed/viewed.ts';
import { useLanguage } from '../../ui/language.ts';
import { useTranslation } from '../../ui/use-translation.ts';
import { useModel } from '../model-store.ts';
import { NamedStations } from '../NamedStations.tsx';
import { PageLink } from '../PageLink.tsx';
import { pollsBarOf, pollsScaleOf } from '../polls-scale.ts';
import { ReportedCount } from '../ReportedCount.tsx';

/** The region's hours on its own clock and the capital's, its stations' number, and what was reported of them. */
export function RegionStations({ area }: { area: Area }): ReactElement {
  const { t } = useTranslation('regions');
  return (
    <section className="region-stations" aria-labelledby="region-stations-title">
      <div className="section-head">
        <h2 id="region-stations-title">{t('stations.title')}</h2>
        <p className="section-note">
          <PageLink to={{ page: 'stations', area: null }}>{t('stations.more')}</PageLink>
        </p>
      </div>
      <Hours area={area} />
      <StationCountText area={area} />
      <Reports area={area} />
      {area.kind === 'abroad' ? <NamedStations /> : <StationsByName area={area} />}
    </section>
  );
}

/** A bar over the hours of all home polls, solid as far as it has elapsed, with the region's own hours and the capital's. */
function Hours({ area }: { area: Area }): ReactElement | null {
  const { t } = useTranslation('regions');
  const language = useLanguage();
  const now = useViewedNow();
  const groups = useModel((model) => model.groups);
  const capitalOffset = useModel((model) => model.capitalOffset) ?? 0;
  const hours = useFeed((feed) => feed.resolved?.areaHours[area.id]);
  const ownOffset = useFeed((feed) => feed.resolved?.zoneOffsets[area.zone ?? '']);
  const capital = useFeed((feed) => feed.resolved?.pack.capital.timeLabel[language]) ?? '';
  const scale = pollsScaleOf(groups ?? []);
  if (hours === undefined) return area.kind === 'abroad' ? null : <p>{t('polls.unknown')}</p>;
  const between = (offset: number): string => formatHours(hours.opensAt, hours.closesAt, offset, language);
  const bar = scale === null || now === null ? null : pollsBarOf(hours, scale, now);
  const isOpen = now !== null && now >= hours.opensAt && now < hours.closesAt;
  const percent = (share: number): string => `${share * 100}%`;
  const isNowOnScale = scale !== null && now !== null && now >= scale.from && now <= scale.to;
  return (
    <>
      <p className="region-hours">
        <b>{between(capitalOffset)}</b> {capital}
        {ownOffset === undefined || ownOffset === capitalOffset ? (
          <span> · {t('stations.sameClock')}</span>
        ) : (
          <span>
            {' · '}
            <b>{between(ownOffset)}</b> {t('stations.ownClock')}
          </span>
        )}
      </p>
      {bar === null || scale === null || now === null ? null : (
        <div className="region-polls" data-open={isOpen} aria-hidden="true">
          <span className="polls-span" style={{ left: percent(bar.left), width: percent(bar.right - bar.left) }} />
          <span className="polls-elapsed" style={{ left: percent(bar.left), width: percent(bar.elapsed - bar.left) }} />
          {isNowOnScale ? (
            <span className="polls-tear" style={{ left: percent((now - scale.from) / (scale.to - scale.from)) }} />
          ) : null}
          <span className="region-polls-end" style={{ left: percent(bar.left) }}>
            {formatTime(hours.opensAt, capitalOffset)}
          </span>
          <span className="region-polls-end" style={{ left: percent(bar.right) }}>
            {formatTime(hours.closesAt, capitalOffset)}
          </span>
        </div>
      )}
      {now === null ? null : (
        <p className="region-quiet">
          {isOpen ? t('stations.open') : t(now < hours.opensAt ? 'polls.notYetOpen' : 'polls.closed')}
        </p>
      )}
    </>
  );
}

function StationCountText({ area }: { area: Area }): ReactElement {
  const { t } = useTranslation('regions');
  const { t: board } = useTranslation('board');
  const language = useLanguage();
  const source = useFeed((feed) =>
    'value' in area.stations ? feed.resolved?.pack.sources[area.stations.source]?.url : undefined,
  );
  if (!('value' in area.stations)) return <p>{t('stations.notKnown')}</p>;
  const { value } = area.stations;
  return (
    <p>
      <b>{board(`stations.count_${pluralFormOf(value, language)}`, { number: formatCount(value, language) })}</b>
      {source === undefined || !/^https?:\/\//.test(source) ? null : (
        <>
          {' · '}
          <a href={source} rel="noreferrer noopener" target="_blank">
            {new URL(source).hostname.replace(/^www\./, '')}
          </a>
        </>
      )}
    </p>
  );
}

/** Counts that a source gave of the region itself, or of a group that it belongs to. */
function Reports({ area }: { area: Area }): ReactElement {
  const language = useLanguage();
  const groups = useModel((model) => model.groups) ?? [];
  const packGroups = useFeed((feed) => feed.resolved?.pack.groups) ?? [];
  const around = new Set(packGroups.filter((group) => group.areas.includes(area.id)).map((group) => group.id));
  const told = groups.filter(
    (group) => group.reported !== null && (group.target === area.id || around.has(group.target)),
  );
  return (
    <ul className="region-reports">
      {told.map((group) => (
        <li key={group.target}>
          <b>{group.names[language]}</b> <ReportedCount group={group} />
        </li>
      ))}
    </ul>
  );
}

function StationsByName({ area }: { area: Area }): ReactElement | null {
  const { t: board } = useTranslation('board');
  const language = useLanguage();
  const offset = useModel((model) => model.capitalOffset) ?? 0;
  const stations = (useModel((model) => model.stations) ?? []).filter((view) => view.station.area === area.id);
  if (stations.length === 0) return null;
  return (
    <ul className="region-reports">
      {stations.map(({ id, station, scheduled, reported, differs }) => (
        <li key={id} data-station={id}>
          <b>{station.names[language]}</b> {station.hours.open}–{station.hours.close} · {board('stations.bySchedule')}:{' '}
          {board(`station.${scheduled}`)}
          {reported === null
            ? ''
            : ` · ${board('stations.byReport')}: ${board(`station.${reported.status}`)} (${formatTime(reported.asOf, offset)})`}
          {differs ? <b className="differs"> {board('stations.differs')}</b> : null}
        </li>
      ))}
    </ul>
  );
}
