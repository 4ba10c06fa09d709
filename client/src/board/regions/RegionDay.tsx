import { formatSigned, formatTurnout, pointsUnit } from '@yavka/shared/format/number';
import { isExact } from '@yavka/shared/figures/turnout';
import type { ReactElement } from 'react';
import { useMemo, useRef } from 'react';

import { useFeed } from '../../feed/store.ts';
import { useLanguage } from '../../ui/language.ts';
import type { TakenView } from '../../ui/take-away/taken-view.ts';
import { TakeAway } from '../../ui/take-away/TakeAway.tsx';
import { useTranslation } from '../../ui/use-translation.ts';
import { useModel } from '../model-store.ts';
import { useAreaWords } from '../use-area-words.ts';
import { useCutoffLabel } from '../use-cutoff-label.ts';
import { useBoardView } from '../view.ts';
import { LinesPicture } from './LinesPicture.tsx';
import { MoveMark } from './MoveMark.tsx';
import { regionInksOf } from './region-inks.ts';
import type { RegionHour, RegionPageModel } from './region-page-model.ts';

/** The region's day: its curve before the country's and earlier votes', its place, and both in rows. */
export function RegionDay({ model }: { model: RegionPageModel }): ReactElement {
  const { t } = useTranslation('regions');
  const { t: board } = useTranslation('board');
  const language = useLanguage();
  const words = useAreaWords();
  const { area, curve, hours, ranked } = model;
  const region = words.nameOf(area.id);
  const country = t('country');
  const inks = useMemo(
    () => regionInksOf(curve.series, { country, region, language }),
    [curve, country, region, language],
  );
  const places = useMemo(() => ({ hours, ranked }), [hours, ranked]);
  const lines = useRef<HTMLDivElement>(null);
  const cutoff = useModel((each) => each.cutoff);
  const name = words.fullNameOf(area.id);
  const taken = useMemo(
    (): TakenView => ({
      name: `region-${area.id}`,
      title: `${name} · ${t('day.title')}`,
      unit: board('curve.unit'),
      note: null,
      ground: 'paper',
      parts: () => (lines.current === null ? [] : [lines.current]),
      cutoff,
      area: area.id,
      hasBorders: false,
      embed: null,
    }),
    [area.id, name, t, board, cutoff],
  );
  return (
    <section className="region-day" aria-labelledby="region-day-title">
      <div className="section-head">
        <h2 id="region-day-title">{t('day.title')}</h2>
        <p className="section-note">{board('curve.unit')}</p>
        <TakeAway view={taken} words={{ open: board('take.open'), failed: board('take.failed') }} />
      </div>
      {hours.every((hour) => hour.turnout === null) ? (
        <p className="region-empty">{t('day.none')}</p>
      ) : (
        <div className="compare-body">
          <div ref={lines}>
            <LinesPicture model={curve} inks={inks} label={t('day.alt', { area: region })} places={places} />
          </div>
          <DayTable model={model} />
        </div>
      )}
    </section>
  );
}

function DayTable({ model }: { model: RegionPageModel }): ReactElement {
  const { t } = useTranslation('regions');
  const language = useLanguage();
  const unit = pointsUnit(language);
  const { hours, ranked } = model;
  // The bars of growth share one scale: the day's largest step.
  const largest = Math.max(1, ...hours.map((hour) => Math.abs(hour.increase ?? 0)));
  return (
    <div className="compare-scroll" tabIndex={0} role="group" aria-label={t('day.table')}>
      <table className="compare-table day-table">
        <thead>
          <tr>
            <th scope="col">{t('day.cutoff')}</th>
            <th scope="col">{t('table.turnout')}</th>
            <th scope="col" colSpan={2}>
              {t('table.increase', { unit })}
            </th>
            <th scope="col">{t('country')}</th>
            <th scope="col">{t('table.toCountry')}</th>
            <th scope="col">{t('day.placeOf', { number: ranked })}</th>
          </tr>
        </thead>
        <tbody>
          {hours.map((hour) => (
            <DayRow key={hour.cutoff} hour={hour} area={model.area.id} largest={largest} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function DayRow({ hour, area, largest }: { hour: RegionHour; area: string; largest: number }): ReactElement {
  const { t } = useTranslation('regions');
  const { t: board } = useTranslation('board');
  const language = useLanguage();
  const labelOf = useCutoffLabel();
  const words = useAreaWords();
  const open = useBoardView((view) => view.openProvenance);
  const shown = useModel((model) => model.cutoff);
  const approachWidth = useFeed((feed) => feed.resolved?.pack.approachWidth);
  const { cutoff, turnout, missing, country, increase, toCountry, rank, move } = hour;
  const label = labelOf(cutoff);
  return (
    <tr data-shown={cutoff === shown} data-cutoff={cutoff}>
      <th scope="row">
        {label}
        {hour.corrected ? <span className="stamp">{t('table.corrected')}</span> : null}
      </th>
      {turnout === null ? (
        <td className="region-reason" colSpan={3}>
          {missing === null ? '' : words.missingOf(missing)}
        </td>
      ) : (
        <>
          <td>
            <button
              type="button"
              aria-label={board('comb.figure', {
                area: label,
                turnout: formatTurnout(turnout, language, approachWidth),
              })}
              onClick={() => open(area, cutoff)}
            >
              {formatTurnout(turnout, language, approachWidth)}
            </button>
          </td>
          <td>{increase === null ? '' : formatSigned(increase, language, 2)}</td>
          <td className="growth-cell" aria-hidden="true">
            {increase === null ? null : (
              <span
                className="growth-bar"
                data-falls={increase < 0}
                style={{ width: `${(Math.abs(increase) * 100) / largest}%` }}
              />
            )}
          </td>
        </>
      )}
      <td className="region-quiet">{country === null ? '' : formatTurnout(country, language, approachWidth)}</td>
      <td>{toCountry === null ? '' : formatSigned(toCountry, language, 2)}</td>
      <td>
        {rank === null || turnout === null || !isExact(turnout) ? (
          ''
        ) : (
          <>
            {rank.best === rank.worst ? rank.best : t('rank.between', { best: rank.best, worst: rank.worst })}{' '}
            <MoveMark move={move} />
          </>
        )}
      </td>
    </tr>
  );
}
