import type { StationGroupView } from '@yavka/shared/analysis/stations-by-group-of';
import { countOf, sumKnown } from '@yavka/shared/analysis/station-schedule-of';
import { formatCount } from '@yavka/shared/format/number';
import { formatTime } from '@yavka/shared/format/time';
import type { ReactElement } from 'react';

import { useFeed } from '../../feed/store.ts';
import { useLanguage } from '../../ui/language.ts';
import { useTranslation } from '../../ui/use-translation.ts';
import { useModel } from '../model-store.ts';
import { SourceLink } from '../SourceLink.tsx';

/** How many stations are open by the schedule and how many were reported, side by side; neither is made to fit the other. */
export function Counts(): ReactElement {
  const { t } = useTranslation('stations');
  const language = useLanguage();
  const groups = useModel((model) => model.groups) ?? [];
  const pack = useFeed((feed) => feed.resolved?.pack);
  const root = pack?.areas.find((area) => area.id === pack.root);
  const total = root === undefined ? null : countOf(root.stations);
  return (
    <section className="counts" aria-labelledby="counts-title">
      <div className="section-head">
        <h2 id="counts-title">{t('counts.title')}</h2>
        <p className="section-note">
          {total === null ? '' : t('counts.total', { number: formatCount(total, language) })}
        </p>
      </div>
      <div className="counts-scroll" tabIndex={0} role="group" aria-labelledby="counts-title">
        <table className="page-table counts-table">
          <thead>
            <tr>
              <th scope="col" rowSpan={2}>
                {t('counts.where')}
              </th>
              <th scope="col" rowSpan={2}>
                {t('counts.all')}
              </th>
              <th scope="colgroup" colSpan={3}>
                {t('counts.scheduled')}
              </th>
              <th scope="colgroup" colSpan={4}>
                {t('counts.reported')}
              </th>
            </tr>
            <tr>
              <th scope="col">{t('counts.open')}</th>
              <th scope="col">{t('counts.closed')}</th>
              <th scope="col">{t('counts.notYet')}</th>
              <th scope="col">{t('counts.open')}</th>
              <th scope="col">{t('counts.closed')}</th>
              <th scope="col">{t('counts.notYet')}</th>
              <th scope="col">{t('counts.asOf')}</th>
            </tr>
          </thead>
          <tbody>
            {groups.map((group) => (
              <GroupRow key={group.target} group={group} />
            ))}
          </tbody>
        </table>
      </div>
      <Unreconciled />
    </section>
  );
}

function GroupRow({ group }: { group: StationGroupView }): ReactElement {
  const { t } = useTranslation('stations');
  const { t: board } = useTranslation('board');
  const language = useLanguage();
  const offset = useModel((model) => model.capitalOffset) ?? 0;
  const number = (count: number | null): string => (count === null ? '–' : formatCount(count, language));
  const { scheduled, reported } = group;
  return (
    <tr data-target={group.target} data-differs={group.differs}>
      <th scope="row">
        {group.names[language]}
        {group.kind === 'abroad' && group.named !== null ? (
          <small> {t('counts.named', { number: formatCount(group.named, language) })}</small>
        ) : null}
      </th>
      <td>{number(group.total)}</td>
      <td>{number(scheduled.open)}</td>
      <td>{number(scheduled.closed)}</td>
      <td>{number(scheduled.notYetOpen)}</td>
      {reported === null ? (
        <td colSpan={4} className="counts-none">
          {board('stations.noReport')}
        </td>
      ) : (
        <>
          <td className="counts-said">{number(reported.open)}</td>
          <td className="counts-said">{number(reported.closed)}</td>
          <td className="counts-said">{number(reported.notYetOpen)}</td>
          <td>
            {formatTime(reported.asOf, offset)} <SourceLink id={reported.source} />
            {group.differs ? <b className="differs"> {board('stations.differs')}</b> : null}
          </td>
        </>
      )}
    </tr>
  );
}

/** Where the areas' own counts do not add up to the group's: both are kept, and the difference is told. */
function Unreconciled(): ReactElement | null {
  const { t } = useTranslation('stations');
  const language = useLanguage();
  const pack = useFeed((feed) => feed.resolved?.pack);
  const differing = (pack?.groups ?? []).flatMap((group) => {
    const sum = sumKnown(
      group.areas.map((id) => {
        const area = pack?.areas.find((each) => each.id === id);
        return area === undefined ? null : countOf(area.stations);
      }),
    );
    const stated = countOf(group.stations);
    return sum === null || stated === null || sum === stated ? [] : [{ group, sum, stated }];
  });
  if (differing.length === 0) return null;
  return (
    <ul className="counts-notes">
      {differing.map(({ group, sum, stated }) => (
        <li key={group.id}>
          {t('counts.unreconciled', {
            group: group.names[language],
            sum: formatCount(sum, language),
            stated: formatCount(stated, language),
          })}
        </li>
      ))}
    </ul>
  );
}
