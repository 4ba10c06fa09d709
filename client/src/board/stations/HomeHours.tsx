import { countOf } from '@yavka/shared/analysis/station-schedule-of';
import type { PollingWindow } from '@yavka/shared/analysis/polls-of';
import { scheduledAt } from '@yavka/shared/analysis/polls-of';
import type { StationGroupView } from '@yavka/shared/analysis/stations-by-group-of';
import { isMadeOfOthers } from '@yavka/shared/analysis/is-made-of-others';
import { formatCount } from '@yavka/shared/format/number';
import { formatHours } from '@yavka/shared/format/time';
import type { AreaId } from '@yavka/shared/ids';
import type { ReactElement } from 'react';
import { useState } from 'react';

import { useFeed } from '../../feed/store.ts';
import { useViewedNow } from '../../feed/viewed.ts';
import { useLanguage } from '../../ui/language.ts';
import { useTranslation } from '../../ui/use-translation.ts';
import { useModel } from '../model-store.ts';
import { PageLink } from '../PageLink.tsx';
import { useAreaWords } from '../use-area-words.ts';
import { TimeAxis, TimeLines } from './TimeAxis.tsx';
import { TimeBar } from './TimeBar.tsx';
import type { TimeScale } from './time-scale.ts';
import { useStationsScale } from './use-stations-scale.ts';

/** The hours of the polls by group of areas, and of every area in it: over the same hours as the stations abroad. */
export function HomeHours(): ReactElement | null {
  const { t } = useTranslation('stations');
  const scale = useStationsScale();
  const packGroups = useFeed((feed) => feed.resolved?.pack.groups) ?? [];
  const groups = (useModel((model) => model.groups) ?? [])
    .filter((group) => !isMadeOfOthers(group.target, packGroups))
    .toSorted(
      (a, b) =>
        Number(a.kind === 'abroad') - Number(b.kind === 'abroad') ||
        (a.window?.opensAt ?? 0) - (b.window?.opensAt ?? 0),
    );
  if (scale === null) return null;
  return (
    <section className="hours" aria-labelledby="hours-title">
      <div className="section-head">
        <h2 id="hours-title">{t('hours.title')}</h2>
        <p className="section-note">{t('hours.note')}</p>
      </div>
      <div className="time-table">
        <TimeLines scale={scale} />
        <TimeAxis scale={scale} />
        <ul>
          {groups.map((group) => (
            <GroupHours key={group.target} group={group} scale={scale} />
          ))}
        </ul>
      </div>
    </section>
  );
}

function GroupHours({ group, scale }: { group: StationGroupView; scale: TimeScale }): ReactElement {
  const { t } = useTranslation('stations');
  const language = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const areas = useFeed((feed) => feed.resolved?.pack.groups.find((each) => each.id === group.target)?.areas) ?? [];
  const name = (
    <>
      <b>{group.names[language]}</b>{' '}
      {group.total === null ? '' : t('hours.stations', { number: formatCount(group.total, language) })}
    </>
  );
  return (
    <li className="hours-group" data-target={group.target}>
      <div className="time-row">
        <p className="time-name">
          {areas.length < 2 ? (
            name
          ) : (
            <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
              <i className="hours-turn" aria-hidden="true" /> {name}
            </button>
          )}
        </p>
        {group.window === null ? null : <HoursOf window={group.window} scale={scale} />}
      </div>
      {isOpen ? (
        <ul className="hours-areas">
          {areas.map((area) => (
            <AreaHours key={area} area={area} scale={scale} />
          ))}
        </ul>
      ) : null}
    </li>
  );
}

function AreaHours({ area, scale }: { area: AreaId; scale: TimeScale }): ReactElement | null {
  const { t } = useTranslation('stations');
  const language = useLanguage();
  const words = useAreaWords();
  const window = useFeed((feed) => feed.resolved?.areaHours[area]);
  const known = useFeed((feed) => feed.resolved?.pack.areas.find((each) => each.id === area)?.stations);
  const stations = known === undefined ? null : countOf(known);
  if (window === undefined) return null;
  return (
    <li className="time-row">
      <p className="time-name">
        <PageLink to={{ page: 'regions', area }}>{words.nameOf(area)}</PageLink>{' '}
        {stations === null ? '' : t('hours.stations', { number: formatCount(stations, language) })}
      </p>
      <HoursOf window={window} scale={scale} />
    </li>
  );
}

function HoursOf({ window, scale }: { window: PollingWindow; scale: TimeScale }): ReactElement {
  const { t } = useTranslation('board');
  const language = useLanguage();
  const offset = useModel((model) => model.capitalOffset) ?? 0;
  const now = useViewedNow(10_000);
  return (
    <>
      <TimeBar window={window} scale={scale} />
      <p className="time-words">
        {formatHours(window.opensAt, window.closesAt, offset, language)}
        {now === null ? null : <span> {t(`station.${scheduledAt(window, now)}`)}</span>}
      </p>
    </>
  );
}
