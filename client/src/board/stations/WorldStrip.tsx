import type { ClockColumn } from '@yavka/shared/analysis/clock-columns-of';
import { clockColumnsOf } from '@yavka/shared/analysis/clock-columns-of';
import { formatDate, formatDuration, formatTime, localDateOf } from '@yavka/shared/format/time';
import type { InstantMs } from '@yavka/shared/ids';
import type { ReactElement } from 'react';
import { useMemo } from 'react';

import { useFeed } from '../../feed/store.ts';
import { useViewedNow } from '../../feed/viewed.ts';
import { useLanguage } from '../../ui/language.ts';
import { useTranslation } from '../../ui/use-translation.ts';
import { useModel } from '../model-store.ts';
import { useBox } from '../use-box.ts';
import { useStationsScale } from './use-stations-scale.ts';
import { WorldClocks } from './WorldClocks.tsx';

const hourMs = 3_600_000;

/** The world by the clocks of its stations: one row of dots is now, and where it crosses the polls' hours they are open. */
export function WorldStrip(): ReactElement | null {
  const { t } = useTranslation('stations');
  const language = useLanguage();
  const [ref, box] = useBox<HTMLDivElement>();
  const resolved = useFeed((feed) => feed.resolved);
  const stations = useModel((model) => model.stations);
  const now = useViewedNow(10_000);
  const minute = now === null ? null : Math.floor(now / 60_000) * 60_000;
  const columns = useMemo(
    () =>
      resolved === null || stations === null || minute === null
        ? []
        : clockColumnsOf(resolved, stations, minute).toReversed(),
    [resolved, stations, minute],
  );
  if (columns.length === 0 || minute === null) return null;
  const open = columns.filter((column) => column.localMinutes >= column.opens && column.localMinutes < column.closes);
  return (
    <section className="world" aria-labelledby="world-title">
      <div className="section-head">
        <h2 id="world-title">{t('world.title')}</h2>
        <p className="section-note">
          <Span now={minute} />
        </p>
      </div>
      <p className="only-heard">{t('world.heard', { open: open.length, all: columns.length })}</p>
      <div className="world-picture" ref={ref}>
        {box === null ? null : <WorldClocks width={box.width} columns={columns} language={language} words={t} />}
      </div>
      <WorldNames columns={columns} />
    </section>
  );
}

/** From the first opening in the world to the last closing, and how much of it has passed. */
function Span({ now }: { now: InstantMs }): ReactElement | null {
  const { t } = useTranslation('stations');
  const language = useLanguage();
  const offset = useModel((model) => model.capitalOffset) ?? 0;
  const scale = useStationsScale();
  if (scale === null) return null;
  // The scale stands an hour off on either side.
  const [from, to] = [scale.from + hourMs, scale.to - hourMs];
  const at = (instant: InstantMs): string =>
    `${formatTime(instant, offset)} ${formatDate(localDateOf(instant, offset), language, 'short')}`;
  const passed = Math.min(to, Math.max(from, now)) - from;
  return (
    <span>
      {t('world.span', { from: at(from), to: at(to) })}
      {passed > 0 && passed < to - from
        ? ` · ${t('world.passed', { passed: formatDuration(passed, language), whole: formatDuration(to - from, language) })}`
        : null}
    </span>
  );
}

/** The cities under their columns; on a narrow page the table of cities names them. */
function WorldNames({ columns }: { columns: readonly ClockColumn[] }): ReactElement {
  const language = useLanguage();
  return (
    <div className="world-names" aria-hidden="true">
      {columns.map((column) => (
        <ul key={column.offset}>
          {column.groups.map((group) => (
            <li key={group.id} data-home="true">
              {group.names[language]}
            </li>
          ))}
          {column.stations.map((view) => (
            <li key={view.id} data-status={view.status}>
              {view.station.names[language]}
            </li>
          ))}
        </ul>
      ))}
    </div>
  );
}
