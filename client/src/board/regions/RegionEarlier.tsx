import { isExact } from '@yavka/shared/figures/turnout';
import { formatBound, formatHundredths, formatPercent, formatSigned, formatTurnout } from '@yavka/shared/format/number';
import { formatDate } from '@yavka/shared/format/time';
import type { ReactElement } from 'react';

import { useFeed } from '../../feed/store.ts';
import { useLanguage } from '../../ui/language.ts';
import { useTranslation } from '../../ui/use-translation.ts';
import { useModel } from '../model-store.ts';
import { PageLink } from '../PageLink.tsx';
import { useAreaWords } from '../use-area-words.ts';
import { useCutoffLabel } from '../use-cutoff-label.ts';
import type { EarlierDay, EarlierHour, RegionPageModel } from './region-page-model.ts';
import { useEarlierLabel } from './use-earlier-label.ts';

/** Earlier votes at the same hours, with what is not known of them, and what must be said before comparing. */
export function RegionEarlier({ model }: { model: RegionPageModel }): ReactElement | null {
  const { t } = useTranslation('regions');
  const language = useLanguage();
  const labelOf = useCutoffLabel();
  const year = useFeed((feed) => feed.resolved?.pack.date.slice(0, 4)) ?? '';
  const approachWidth = useFeed((feed) => feed.resolved?.pack.approachWidth);
  const { earlier, hours } = model;
  if (earlier.length === 0) return null;
  return (
    <section className="region-earlier" aria-labelledby="region-earlier-title">
      <div className="section-head">
        <h2 id="region-earlier-title">{t('earlier.title')}</h2>
        <p className="section-note">{t('earlier.note')}</p>
      </div>
      <div className="compare-scroll" tabIndex={0} role="group" aria-label={t('earlier.title')}>
        <table className="compare-table earlier-table">
          <thead>
            <tr>
              <th scope="col">{t('earlier.vote')}</th>
              {hours.map((hour) => (
                <th key={hour.cutoff} scope="col">
                  {labelOf(hour.cutoff)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr className="earlier-own">
              <th scope="row">{year}</th>
              {hours.map(({ cutoff, turnout }) => (
                <td key={cutoff}>{turnout === null ? '' : formatTurnout(turnout, language, approachWidth)}</td>
              ))}
            </tr>
            {earlier.map((day) => (
              <EarlierRow key={day.vote.id} day={day} />
            ))}
          </tbody>
        </table>
      </div>
      <Together model={model} />
      <EarlierNotes earlier={earlier} />
    </section>
  );
}

function EarlierRow({ day }: { day: EarlierDay }): ReactElement {
  const { t } = useTranslation('regions');
  const language = useLanguage();
  const earlierLabel = useEarlierLabel();
  return (
    <tr data-break={day.isBreak} data-vote={day.vote.id}>
      <th scope="row">
        {day.vote.shortTitle[language]}
        {day.isBreak ? <span className="earlier-break">{t('earlier.otherBorders')}</span> : null}
      </th>
      {day.hours.map((hour) => (
        <td key={hour.slot} title={hour.label === null ? undefined : earlierLabel(hour.slot, hour.label)}>
          <EarlierCell hour={hour} />
        </td>
      ))}
    </tr>
  );
}

function EarlierCell({ hour }: { hour: EarlierHour }): ReactElement {
  const { t } = useTranslation('regions');
  const language = useLanguage();
  const { published, difference, mark, label } = hour;
  if (published === null) {
    return (
      <span className="earlier-gap" title={t(label === null ? 'earlier.noHour' : 'earlier.gap')}>
        –<span className="only-heard">{t(label === null ? 'earlier.noHour' : 'earlier.gap')}</span>
      </span>
    );
  }
  return (
    <>
      {formatHundredths(published.hundredths, language, published.decimals)}
      {mark === null ? '' : '*'}
      {difference === null ? null : <i>{formatSigned(difference, language, published.decimals)}</i>}
    </>
  );
}

/** A region whose borders have changed, beside those with which it was counted; never one to one. */
function Together({ model }: { model: RegionPageModel }): ReactElement | null {
  const { t } = useTranslation('regions');
  const language = useLanguage();
  const words = useAreaWords();
  const labelOf = useCutoffLabel();
  const cutoff = useModel((each) => each.cutoff);
  const approachWidth = useFeed((feed) => feed.resolved?.pack.approachWidth);
  const { together } = model;
  if (together === null) return null;
  const others = together.parts.filter(({ area }) => area !== model.area.id);
  const whole = together.together;
  return (
    <div className="region-together">
      <p>
        {t('earlier.break', {
          parent: words.fullNameOf(together.parent),
          children: together.children.map((area) => words.fullNameOf(area)).join(', '),
          date: formatDate(together.since, language),
        })}
      </p>
      <p>
        {t('earlier.together', { label: labelOf(cutoff) })}{' '}
        <b>
          {whole === null
            ? t('earlier.togetherNone')
            : isExact(whole)
              ? formatPercent(whole.min, language)
              : t('earlier.between', {
                  low: formatBound(whole.min, language),
                  high: formatPercent(whole.max, language),
                })}
        </b>
        {others.map(({ area, turnout }) => (
          <span key={area}>
            {' · '}
            <PageLink to={{ page: 'regions', area }}>{words.nameOf(area)}</PageLink>{' '}
            {turnout === null ? '–' : formatTurnout(turnout, language, approachWidth)}
          </span>
        ))}
      </p>
    </div>
  );
}

/** What the sources say of each other, and who they are. */
function EarlierNotes({ earlier }: { earlier: readonly EarlierDay[] }): ReactElement {
  const { t } = useTranslation('regions');
  const language = useLanguage();
  const earlierLabel = useEarlierLabel();
  const sources = useFeed((feed) => feed.resolved?.pack.sources);
  return (
    <details className="earlier-notes">
      <summary>{t('earlier.notes')}</summary>
      {earlier.map(({ vote }) => {
        const hosts = vote.cutoffs.flatMap((cutoff) => cutoff.sources.flatMap((id) => hostOf(sources?.[id]?.url)));
        return (
          <div key={vote.id}>
            <h3>{vote.title[language]}</h3>
            {vote.cutoffs.map(({ slot, label, mark }) =>
              mark === null ? null : (
                <p key={slot}>
                  * {earlierLabel(slot, label)}: {mark[language]}
                </p>
              ),
            )}
            <p>
              {t('earlier.sources')}: {[...new Set(hosts)].join(', ')}
            </p>
          </div>
        );
      })}
    </details>
  );
}

function hostOf(url: string | undefined): string[] {
  if (url === undefined || !/^https?:\/\//.test(url)) return [];
  return [new URL(url).hostname.replace(/^www\./, '')];
}
