import { isMadeOfOthers } from '@yavka/shared/analysis/is-made-of-others';
import type { StationGroupView } from '@yavka/shared/analysis/stations-by-group-of';
import { formatCount } from '@yavka/shared/format/number';
import { pluralFormOf } from '@yavka/shared/format/plural';
import { formatHours, formatTime } from '@yavka/shared/format/time';
import type { Language } from '@yavka/shared/ids';
import type { ReactElement } from 'react';
import { memo } from 'react';

import { useFeed } from '../feed/store.ts';
import { useViewedNow } from '../feed/viewed.ts';
import { useLanguage } from '../ui/language.ts';
import type { Translate } from '../ui/use-translation.ts';
import { useTranslation } from '../ui/use-translation.ts';
import { NamedStations } from './NamedStations.tsx';
import { useModel } from './model-store.ts';
import { PageLink } from './PageLink.tsx';
import type { PollsScale } from './polls-scale.ts';
import { pollsBarOf, pollsScaleOf } from './polls-scale.ts';
import { ReportedCount } from './ReportedCount.tsx';
import { useIsNarrow } from './use-is-narrow.ts';

/** Where the polls are open: a bar for each group of areas over the day, scheduled counts beside reported ones. */
export function Stations(): ReactElement {
  const { t } = useTranslation('board');
  const groups = useModel((model) => model.groups);
  const packGroups = useFeed((feed) => feed.resolved?.pack.groups);
  const bars = (groups ?? []).filter((group) => !isMadeOfOthers(group.target, packGroups ?? [])).toSorted(byOpening);
  const wholes = (groups ?? []).filter((group) => isMadeOfOthers(group.target, packGroups ?? []));
  const scale = pollsScaleOf(bars);
  return (
    <section className="stations" id="stations" aria-labelledby="stations-title">
      <div className="section-head">
        <h2 id="stations-title">
          <PageLink to={{ page: 'stations', area: null }}>{t('section.stations')}</PageLink>
        </h2>
        <p className="section-note">
          <StationsNow groups={bars} />
        </p>
      </div>
      <div className="polls">
        <ul>
          {bars.map((group) => (
            <GroupRow key={group.target} group={group} scale={scale} />
          ))}
        </ul>
        {scale === null ? null : <PollsTear scale={scale} />}
      </div>
      <div className="polls-wholes">
        {wholes.map((group) =>
          group.reported === null ? null : (
            <p key={group.target} className="polls-whole">
              <GroupName group={group} /> <ReportedCount group={group} />
            </p>
          ),
        )}
        <NamedStations />
      </div>
    </section>
  );
}

/** As the polls open, stations abroad last. */
function byOpening(a: StationGroupView, b: StationGroupView): number {
  if (a.kind !== b.kind) return a.kind === 'abroad' ? 1 : -1;
  return (a.window?.opensAt ?? 0) - (b.window?.opensAt ?? 0);
}

/** The hour and one word for the whole country: closed, open, some, none. */
function StationsNow({ groups }: { groups: readonly StationGroupView[] }): ReactElement {
  const { t } = useTranslation('board');
  const now = useViewedNow();
  const offset = useModel((model) => model.capitalOffset);
  if (now === null || offset === null) return <span />;
  const home = groups.flatMap((group) => (group.kind === 'group' && group.window !== null ? [group.window] : []));
  const isOpen = home.map((window) => now >= window.opensAt && now < window.closesAt);
  const word = isOpen.every(Boolean)
    ? 'stations.allOpen'
    : isOpen.some(Boolean)
      ? 'stations.someOpen'
      : home.every((window) => now >= window.closesAt)
        ? 'stations.allClosed'
        : 'stations.noneOpen';
  return (
    <span>
      {t('stations.at', { time: formatTime(now, offset) })}
      {home.length === 0 ? '' : ` · ${t(word)}`}
    </span>
  );
}

function GroupName({ group }: { group: StationGroupView }): ReactElement {
  const language = useLanguage();
  return <b>{group.names[language]}</b>;
}

const GroupRow = memo(function GroupRow({
  group,
  scale,
}: {
  group: StationGroupView;
  scale: PollsScale | null;
}): ReactElement {
  const { t } = useTranslation('board');
  const language = useLanguage();
  const isNarrow = useIsNarrow();
  const states = useFeed((feed) => feed.resolved?.pack.abroad?.states);
  const offset = useModel((model) => model.capitalOffset) ?? 0;
  const count = stationsText(t, group.total, language);
  const same = sameForAllOf(t, group, offset);
  const hours =
    same ?? (group.window === null ? null : formatHours(group.window.opensAt, group.window.closesAt, offset, language));
  const inStates =
    !isNarrow && group.kind === 'abroad' && states !== undefined && 'value' in states
      ? t('stations.inStates', { count, states: states.value })
      : count;
  return (
    <li className="polls-row" data-kind={group.kind} data-target={group.target} data-differs={group.differs}>
      <PollsBarView group={group} scale={scale}>
        {[t('stations.group', { group: group.names[language], count: inStates }), hours]
          .filter((part) => part !== null)
          .join(' · ')}
      </PollsBarView>
      {same !== null && group.reported === null ? null : (
        <p className="polls-counts">
          {same === null ? <span>{scheduleOf(t, group, language)}</span> : null}
          {group.reported === null ? null : <ReportedCount group={group} />}
        </p>
      )}
    </li>
  );
});

function PollsBarView({
  group,
  scale,
  children,
}: {
  group: StationGroupView;
  scale: PollsScale | null;
  children: string;
}): ReactElement {
  const now = useViewedNow();
  if (scale === null || group.window === null || now === null) return <p className="polls-bar">{children}</p>;
  const bar = pollsBarOf(group.window, scale, now);
  const isOpen = now >= group.window.opensAt && now < group.window.closesAt;
  const percent = (share: number): string => `${share * 100}%`;
  return (
    <p className="polls-bar" data-open={isOpen}>
      <span
        className="polls-span"
        data-goes-on={bar.goesOn}
        style={{ left: percent(bar.left), width: percent(bar.right - bar.left) }}
      />
      <span className="polls-label" style={{ left: percent(bar.left) }}>
        {children}
      </span>
      <span className="polls-elapsed" style={{ left: percent(bar.left), width: percent(bar.elapsed - bar.left) }}>
        <span className="polls-label" aria-hidden="true">
          {children}
        </span>
      </span>
    </p>
  );
}

function PollsTear({ scale }: { scale: PollsScale }): ReactElement | null {
  const now = useViewedNow();
  if (now === null || now < scale.from || now > scale.to) return null;
  const share = (now - scale.from) / (scale.to - scale.from);
  return <span className="polls-tear" style={{ left: `${share * 100}%` }} aria-hidden="true" />;
}

function stationsText(t: Translate, total: number | null, language: Language): string {
  if (total === null) return t('stations.unknownCount');
  return t(`stations.count_${pluralFormOf(total, language)}`, { number: formatCount(total, language) });
}

/**
 * What the schedule says of a group whose stations are all alike, with the hour of the change: in the bar itself, but
 * where a report says otherwise.
 */
function sameForAllOf(
  t: Translate,
  { kind, total, scheduled, window, differs }: StationGroupView,
  offset: number,
): string | null {
  if (kind === 'abroad' || total === null || window === null || differs) return null;
  if (scheduled.open === total) return t('stations.openUntil', { time: formatTime(window.closesAt, offset) });
  if (scheduled.closed === total) return t('stations.closedAt', { time: formatTime(window.closesAt, offset) });
  return scheduled.notYetOpen === total ? t('stations.opensAt', { time: formatTime(window.opensAt, offset) }) : null;
}

/** Where the schedule knows a part of the stations alone, it says of how many of them it speaks. */
function scheduleOf(t: Translate, group: StationGroupView, language: Language): string {
  const counts = scheduledText(t, group, language);
  const { named, total } = group;
  if (named === null || total === null || named === total) return t('stations.scheduled', { counts });
  const [some, all] = [formatCount(named, language), formatCount(total, language)];
  return t('stations.scheduledNamed', { named: some, total: all, counts });
}

function scheduledText(t: Translate, group: StationGroupView, language: Language): string {
  const { open, closed, notYetOpen } = group.scheduled;
  const parts = [
    open === null || open === 0 ? null : t('stations.open', { number: formatCount(open, language) }),
    closed === null || closed === 0 ? null : t('stations.closed', { number: formatCount(closed, language) }),
    notYetOpen === null || notYetOpen === 0
      ? null
      : t('stations.notYetOpen', { number: formatCount(notYetOpen, language) }),
  ].filter((part) => part !== null);
  return parts.length === 0 ? t('stations.unknownCount') : parts.join(', ');
}
